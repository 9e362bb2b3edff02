import { Button } from '@mantine/core'
import { IconCheck, IconCopy } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'

/** How long the button says that the text is on the clipboard. */
const saidMilliseconds = 2000

type Props = Readonly<{
  text: string
  /** What is copied, for those who hear the page: "Chép tít". */
  label: string
}>

/** Puts exactly this text on the clipboard, and says so; what the system refuses is said as well. */
export function CopyButton({ text, label }: Props) {
  const { t } = useTranslation('publishing')
  const [outcome, setOutcome] = useState<'none' | 'copied' | 'refused'>('none')
  useEffect(() => {
    if (outcome !== 'copied') return
    const timer = setTimeout(() => setOutcome('none'), saidMilliseconds)
    return () => clearTimeout(timer)
  }, [outcome])
  function copy(): void {
    navigator.clipboard.writeText(text).then(
      () => setOutcome('copied'),
      () => setOutcome('refused'),
    )
  }
  return (
    <Button
      variant="default"
      size="compact-xs"
      disabled={text === ''}
      leftSection={
        outcome === 'copied' ? <IconCheck size={14} aria-hidden /> : <IconCopy size={14} aria-hidden />
      }
      onClick={copy}
      aria-label={label}
      title={outcome === 'refused' ? t('copy.refused') : undefined}
    >
      <span aria-live="polite">{t(`copy.${outcome}`)}</span>
    </Button>
  )
}
