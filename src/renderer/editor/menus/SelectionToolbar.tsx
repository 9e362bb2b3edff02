import { ActionIcon, NativeSelect } from '@mantine/core'
import { IconBold, IconItalic, IconLink, IconUnderline } from '@tabler/icons-react'
import {
  $getSelection,
  $getState,
  $isRangeSelection,
  FORMAT_TEXT_COMMAND,
  type LexicalEditor,
  type TextFormatType,
} from 'lexical'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BlockKind } from '#domain/blocks.ts'
import { kindState } from '../binding/block-states.ts'
import { $selectedBlocks } from '../block-selection.ts'
import { useFloatingPlace } from '../use-floating-place.ts'

/** What the toolbar shows of a selection. */
export type SelectionLook = Readonly<{
  bold: boolean
  italic: boolean
  underline: boolean
  kind: BlockKind | 'mixed'
}>

const buttons = [
  { format: 'bold', Icon: IconBold },
  { format: 'italic', Icon: IconItalic },
  { format: 'underline', Icon: IconUnderline },
] as const
/** Kinds a selection of text can be changed to. */
const textKinds = ['paragraph', 'heading', 'quote', 'bullet', 'number', 'lead', 'title'] as const

function $look(): SelectionLook | null {
  const selection = $getSelection()
  if (!$isRangeSelection(selection) || selection.isCollapsed()) return null
  const kinds = new Set($selectedBlocks().map((block) => $getState(block, kindState)))
  const [first] = kinds
  return {
    bold: selection.hasFormat('bold'),
    italic: selection.hasFormat('italic'),
    underline: selection.hasFormat('underline'),
    kind: kinds.size === 1 && first ? first : 'mixed',
  }
}

/** The selection's look while text is selected and nothing is dragged; null otherwise. Typing renders nothing. */
function useSelectionLook(editor: LexicalEditor): SelectionLook | null {
  const [look, setLook] = useState<SelectionLook | null>(null)
  useEffect(() => {
    let dragging = false
    const show = () => {
      const next = dragging || editor.isComposing() ? null : editor.getEditorState().read($look)
      setLook((held) => (JSON.stringify(held) === JSON.stringify(next) ? held : next))
    }
    const press = (event: PointerEvent) => {
      dragging = event.target instanceof Node && editor.getRootElement()?.contains(event.target) === true
    }
    const release = () => {
      dragging = false
      // The browser tells of the new selection after the pointer went up.
      setTimeout(show)
    }
    document.addEventListener('pointerdown', press)
    document.addEventListener('pointerup', release)
    const stop = editor.registerUpdateListener(show)
    return () => {
      stop()
      document.removeEventListener('pointerdown', press)
      document.removeEventListener('pointerup', release)
    }
  }, [editor])
  return look
}

function selectionRect(editor: LexicalEditor): DOMRect | null {
  const selection = window.getSelection()
  if (!selection || selection.rangeCount === 0) return null
  const range = selection.getRangeAt(0)
  return editor.getRootElement()?.contains(range.startContainer) ? range.getBoundingClientRect() : null
}

type Props = Readonly<{
  editor: LexicalEditor
  onLink: () => void
  onKind: (kind: BlockKind) => void
}>

/** A small toolbar over selected text: marks, link, kind. */
export function SelectionToolbar({ editor, onLink, onKind }: Props) {
  const look = useSelectionLook(editor)
  if (!look) return null
  return <ToolbarBox editor={editor} look={look} onLink={onLink} onKind={onKind} />
}

function ToolbarBox({ editor, look, onLink, onKind }: Props & Readonly<{ look: SelectionLook }>) {
  const { t } = useTranslation('editor')
  const place = useFloatingPlace(() => selectionRect(editor), 'above')
  const format = (name: TextFormatType) => editor.dispatchCommand(FORMAT_TEXT_COMMAND, name)
  return (
    <div ref={place} className="ed-toolbar" role="toolbar" aria-label={t('toolbar.label')}>
      {buttons.map(({ format: name, Icon }) => (
        <ActionIcon
          key={name}
          variant={look[name] ? 'light' : 'subtle'}
          color={look[name] ? 'ink' : 'gray'}
          aria-pressed={look[name]}
          aria-label={t(`toolbar.${name}`)}
          title={t(`toolbar.${name}`)}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => format(name)}
        >
          <Icon size={17} aria-hidden />
        </ActionIcon>
      ))}
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={t('toolbar.link')}
        title={t('toolbar.link')}
        onMouseDown={(event) => event.preventDefault()}
        onClick={onLink}
      >
        <IconLink size={17} aria-hidden />
      </ActionIcon>
      <NativeSelect
        size="xs"
        className="ed-toolbar-kind"
        aria-label={t('toolbar.kind')}
        value={look.kind}
        onChange={(event) => {
          const kind = textKinds.find((each) => each === event.currentTarget.value)
          if (kind) onKind(kind)
        }}
        data={[
          ...(look.kind === 'mixed' ? [{ value: 'mixed', label: t('toolbar.mixed') }] : []),
          ...(textKinds.some((kind) => kind === look.kind) || look.kind === 'mixed'
            ? []
            : [{ value: look.kind, label: t(`kind.${look.kind}`) }]),
          ...textKinds.map((kind) => ({ value: kind, label: t(`kind.${kind}`) })),
        ]}
      />
    </div>
  )
}
