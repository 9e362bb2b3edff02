import { Textarea } from '@mantine/core'
import { IconPencil } from '@tabler/icons-react'
import { type KeyboardEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ProposedBlock } from '#contract/imports.ts'
import { proposedText } from './proposal.ts'

type Props = Readonly<{
  block: ProposedBlock
  /** A block that is left out cannot be typed in. */
  locked: boolean
  onType: (id: string, text: string) => void
}>

/** A proposed block's text: as it will look, and typed in where one clicks on it. */
export function ProposedText({ block, locked, onType }: Props) {
  const { t } = useTranslation('writing')
  const [typing, setTyping] = useState(false)
  if (block.kind === 'divider') return <hr className="wd-import-divider" />
  const text = proposedText(block)
  const asked = block.kind === 'title' && text === ''
  if ((typing || asked) && !locked) {
    return <TypedText block={block} asked={asked} onType={onType} onEnd={() => setTyping(false)} />
  }
  const label = `${t('import.type')}: ${text.slice(0, 40)}`
  return (
    <div className="wd-import-shown">
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the pencil beside it does the same by key */}
      <p
        className="wd-import-text"
        data-kind={block.kind}
        data-indent={block.indent || undefined}
        onClick={() => setTyping(!locked)}
      >
        {text === '' && <span className="wd-row-faint">{t('import.emptyText')}</span>}
        {block.runs.map((run, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: runs have no identity and never move
          <span key={at} data-bold={run.marks.bold} data-italic={run.marks.italic}>
            {run.text}
          </span>
        ))}
      </p>
      {!locked && (
        <button
          type="button"
          className="wd-import-act"
          title={t('import.type')}
          aria-label={label}
          onClick={() => setTyping(true)}
        >
          <IconPencil size={14} aria-hidden />
        </button>
      )}
    </div>
  )
}

type TypedProps = Readonly<{
  block: ProposedBlock
  asked: boolean
  onType: Props['onType']
  onEnd: () => void
}>

function TypedText({ block, asked, onType, onEnd }: TypedProps) {
  const { t } = useTranslation('writing')
  const [text, setText] = useState(() => proposedText(block))
  function end() {
    if (text !== proposedText(block)) onType(block.id, text)
    onEnd()
  }
  function onKeyDown(event: KeyboardEvent) {
    // An input method's own Enter and Escape are not ours.
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault()
      end()
    } else if (event.key === 'Escape') {
      // The dialog closes by Escape, too.
      event.stopPropagation()
      onEnd()
    }
  }
  return (
    <Textarea
      classNames={{ input: 'wd-import-typed' }}
      data-kind={block.kind}
      autosize
      autoFocus={!asked}
      aria-label={t('import.textOf', { kind: t(`editor:kind.${block.kind}`) })}
      placeholder={asked ? t('import.titleAsked') : undefined}
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={end}
      onKeyDown={onKeyDown}
    />
  )
}
