import { ActionIcon, Button, TextInput } from '@mantine/core'
import { IconLinkOff } from '@tabler/icons-react'
import type { LexicalEditor, NodeKey } from 'lexical'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { pageRanges } from '../find/article-search.ts'
import { paintLinkTarget, unpaintLinkTarget } from '../find/match-paint.ts'
import { useFloatingPlace } from '../use-floating-place.ts'
import { linkAddress } from './link-address.ts'

/** The stretch of a block that a link is set on, and the address it bears now. */
export type LinkTarget = Readonly<{
  block: NodeKey
  start: number
  end: number
  address: string
  rect: DOMRect
}>

type Props = Readonly<{
  editor: LexicalEditor
  target: LinkTarget
  onSet: (address: string | null) => void
  onClose: () => void
}>

/** Asks for the address of a link beside its text. */
export function LinkPopover({ editor, target, onSet, onClose }: Props) {
  const { t } = useTranslation('editor')
  const [typed, setTyped] = useState(target.address)
  const [wrong, setWrong] = useState(false)
  const place = useFloatingPlace(() => target.rect)
  // The field has the keys now, so the browser shows the selection no more.
  useEffect(() => {
    paintLinkTarget(pageRanges(editor, [target]))
    return unpaintLinkTarget
  }, [editor, target])
  return (
    <div ref={place} className="ed-link" role="dialog" aria-label={t('link.title')}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          const address = linkAddress(typed)
          if (address === null) setWrong(true)
          else onSet(address)
        }}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && !event.nativeEvent.isComposing) {
            event.preventDefault()
            onClose()
          }
        }}
        onBlur={(event) => {
          if (!event.currentTarget.contains(event.relatedTarget)) onClose()
        }}
      >
        <TextInput
          autoFocus
          size="xs"
          placeholder="https://"
          label={t('link.address')}
          error={wrong && t('link.wrong')}
          value={typed}
          onChange={(event) => {
            setTyped(event.currentTarget.value)
            setWrong(false)
          }}
        />
        <Button type="submit" size="xs">
          {t('link.set')}
        </Button>
        {target.address !== '' && (
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('link.remove')}
            title={t('link.remove')}
            onClick={() => onSet(null)}
          >
            <IconLinkOff size={17} aria-hidden />
          </ActionIcon>
        )}
      </form>
    </div>
  )
}
