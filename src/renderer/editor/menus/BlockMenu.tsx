import {
  $getRoot,
  $getState,
  COMMAND_PRIORITY_CRITICAL,
  KEY_ARROW_DOWN_COMMAND,
  KEY_ARROW_UP_COMMAND,
  KEY_ENTER_COMMAND,
  KEY_ESCAPE_COMMAND,
  KEY_TAB_COMMAND,
  type LexicalCommand,
  type LexicalEditor,
  mergeRegister,
  type NodeKey,
} from 'lexical'
import { useEffect, useId, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { $isBlock } from '../binding/block-node.ts'
import { kindState } from '../binding/block-states.ts'
import { useFloatingPlace } from '../use-floating-place.ts'
import { filterMenu, type MenuItem, type MenuKind, menuKinds } from './block-menu-items.ts'
import { KindIcon } from './KindIcon.tsx'
import { useBlockMenu } from './use-block-menu.ts'

type Props = Readonly<{ editor: LexicalEditor; onPick: (block: NodeKey, kind: MenuKind) => void }>

/** "/" in an empty block: the kinds of block, filtered by what is typed on, with the keys alone. */
export function BlockMenu({ editor, onPick }: Props) {
  const { t } = useTranslation('editor')
  const [open, close] = useBlockMenu(editor)
  const items = useMemo<readonly MenuItem[]>(
    () => menuKinds.map((kind) => ({ kind, label: t(`kind.${kind}`), keywords: t(`menu.keywords.${kind}`) })),
    [t],
  )
  const found = open ? filterMenu(items, open.typed).filter(({ kind }) => !isThere(editor, kind)) : []
  if (!open || found.length === 0) return null
  return (
    <BlockMenuList
      key={open.block}
      editor={editor}
      block={open.block}
      items={found}
      onClose={close}
      onPick={(kind) => {
        close()
        onPick(open.block, kind)
      }}
    />
  )
}

/** An article has one title and one lead. */
function isThere(editor: LexicalEditor, kind: MenuKind): boolean {
  if (kind !== 'title' && kind !== 'lead') return false
  return editor.getEditorState().read(() =>
    $getRoot()
      .getChildren()
      .some((block) => $isBlock(block) && $getState(block, kindState) === kind),
  )
}

type ListProps = Readonly<{
  editor: LexicalEditor
  block: NodeKey
  items: readonly MenuItem[]
  onClose: () => void
  onPick: (kind: MenuKind) => void
}>

function BlockMenuList({ editor, block, items, onClose, onPick }: ListProps) {
  const { t } = useTranslation('editor')
  const [active, setActive] = useState(0)
  const listId = useId()
  const at = Math.min(active, items.length - 1)
  const place = useFloatingPlace(() => editor.getElementByKey(block)?.getBoundingClientRect() ?? null)
  const latest = useRef({ at, items, onClose, onPick })
  useEffect(() => {
    latest.current = { at, items, onClose, onPick }
  })
  useEffect(() => {
    const root = editor.getRootElement()
    root?.setAttribute('aria-activedescendant', `${listId}-${at}`)
    root?.setAttribute('aria-controls', listId)
    return () => {
      root?.removeAttribute('aria-activedescendant')
      root?.removeAttribute('aria-controls')
    }
  }, [editor, listId, at])
  useEffect(() => {
    const move = (step: number) => {
      const { items: all, at: now } = latest.current
      setActive((now + step + all.length) % all.length)
    }
    const pick = () => {
      const item = latest.current.items[latest.current.at]
      if (item) latest.current.onPick(item.kind)
    }
    const on = (
      command: LexicalCommand<KeyboardEvent> | LexicalCommand<KeyboardEvent | null>,
      act: () => void,
    ) =>
      editor.registerCommand(
        command as LexicalCommand<KeyboardEvent | null>,
        (event) => {
          if (event?.isComposing) return false
          event?.preventDefault()
          act()
          return true
        },
        COMMAND_PRIORITY_CRITICAL,
      )
    return mergeRegister(
      on(KEY_ARROW_DOWN_COMMAND, () => move(1)),
      on(KEY_ARROW_UP_COMMAND, () => move(-1)),
      on(KEY_ENTER_COMMAND, pick),
      on(KEY_TAB_COMMAND, pick),
      on(KEY_ESCAPE_COMMAND, () => latest.current.onClose()),
    )
  }, [editor])
  return (
    <div ref={place} id={listId} className="ed-menu" role="listbox" aria-label={t('menu.title')}>
      {items.map((item, index) => (
        <div
          key={item.kind}
          id={`${listId}-${index}`}
          role="option"
          tabIndex={-1}
          aria-selected={index === at}
          className="ed-menu-item"
          onMouseDown={(event) => {
            // The caret stays in the text.
            event.preventDefault()
            onPick(item.kind)
          }}
          onMouseMove={() => setActive(index)}
        >
          <KindIcon kind={item.kind} />
          <span>{item.label}</span>
        </div>
      ))}
    </div>
  )
}
