import { createHeadlessEditor } from '@lexical/headless'
import { registerRichText } from '@lexical/rich-text'
import {
  $createLineBreakNode,
  $createRangeSelection,
  $createTextNode,
  $getRoot,
  $getSelection,
  $isRangeSelection,
  $isTextNode,
  $setCompositionKey,
  $setSelection,
  INSERT_PARAGRAPH_COMMAND,
  type LexicalEditor,
} from 'lexical'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { articleUpdate, readArticle } from '#documents/article.ts'
import { readOddities } from '#documents/oddities.ts'
import { emptyMetadata } from '#domain/article.ts'
import { type Block, blockText } from '#domain/blocks.ts'
import { bindEditor } from './binding.ts'
import { $isBlock, articleNodes, type BlockNode } from './block-node.ts'
import { $setPoint } from './block-offset.ts'

function paragraph(id: string, text: string): Block {
  return { id, kind: 'paragraph', runs: text ? [{ text, marks: {} }] : [] }
}

function openEditor(update: Uint8Array) {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, update)
  const editor = createHeadlessEditor({
    nodes: [...articleNodes],
    onError: (error) => {
      throw error
    },
  })
  const binding = bindEditor(editor, doc, { origin: {} })
  return { doc, editor, binding }
}

function article(...blocks: readonly Block[]): Uint8Array {
  return articleUpdate({ metadata: emptyMetadata, blocks })
}

function $block(index: number): BlockNode {
  const block = $getRoot().getChildAtIndex(index)
  if (!$isBlock(block)) throw new Error(`No block ${index}`)
  return block
}

function texts(doc: Y.Doc): readonly string[] {
  return readArticle(doc).blocks.map(blockText)
}

function shown(editor: LexicalEditor): readonly string[] {
  return editor.getEditorState().read(() =>
    $getRoot()
      .getChildren()
      .map((node) => node.getTextContent()),
  )
}

function $typeHere(text: string): void {
  const selection = $getSelection()
  if ($isRangeSelection(selection)) selection.insertText(text)
}

function edit(editor: LexicalEditor, change: () => void): void {
  editor.update(change, { discrete: true })
}

function typeAt(editor: LexicalEditor, block: number, offset: number, text: string): void {
  edit(editor, () => {
    const node = $block(block).getFirstChild()
    if ($isTextNode(node)) node.spliceText(offset, 0, text, true)
    else $block(block).append($createTextNode(text))
  })
}

test('an editor shows the article it is bound to, marks, links and line breaks included', () => {
  const runs = [
    { text: 'Hồ ', marks: {} },
    { text: 'Núi\nCốc', marks: { bold: true as const } },
    { text: ' ở ', marks: {} },
    { text: 'đây', marks: { link: 'https://thainguyen.vn', italic: true as const } },
  ]
  const { doc, editor, binding } = openEditor(article({ id: 'a', kind: 'lead', runs }))
  expect(shown(editor)).toEqual(['Hồ Núi\nCốc ở đây'])
  expect(binding.agrees()).toBe(true)
  typeAt(editor, 0, 3, 'đẹp ')
  expect(readArticle(doc).blocks[0]?.runs).toEqual([{ text: 'Hồ đẹp ', marks: {} }, ...runs.slice(1)])
  edit(editor, () => $block(0).append($createLineBreakNode()))
  expect(texts(doc)).toEqual(['Hồ đẹp Núi\nCốc ở đây\n'])
  expect(binding.agrees()).toBe(true)
})

test('what others change is shown, and blocks that did not change keep their nodes', () => {
  const { doc, editor, binding } = openEditor(article(paragraph('a', 'một'), paragraph('b', 'hai')))
  const keys = () => editor.getEditorState().read(() => $getRoot().getChildrenKeys())
  const before = keys()
  const other = openEditor(Y.encodeStateAsUpdate(doc))
  typeAt(other.editor, 1, 3, ' ba')
  edit(other.editor, () => $block(0).remove())
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(other.doc))
  expect(shown(editor)).toEqual(['hai ba'])
  expect(keys()).toEqual(before.slice(1))
  expect(binding.agrees()).toBe(true)
})

test('undo takes back own edits only, and one step at a time', () => {
  const { doc, editor, binding } = openEditor(article(paragraph('a', 'một')))
  const other = openEditor(Y.encodeStateAsUpdate(doc))
  edit(editor, () => {
    $block(0).selectEnd().insertParagraph()
  })
  typeAt(editor, 1, 0, 'hai')
  typeAt(other.editor, 0, 3, '!')
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(other.doc), 'remote')
  binding.undo()
  expect(texts(doc)).toEqual(['một!', ''])
  binding.undo()
  expect(texts(doc)).toEqual(['một!'])
  expect(binding.canUndo()).toBe(false)
  binding.redo()
  binding.redo()
  expect(texts(doc)).toEqual(['một!', 'hai'])
  expect(binding.agrees()).toBe(true)
})

test('undoing a block does not spill what somebody else typed in it into the block before', () => {
  const { doc, editor, binding } = openEditor(article(paragraph('a', 'một')))
  edit(editor, () => {
    $block(0).selectEnd().insertParagraph()
  })
  typeAt(editor, 1, 0, 'hai')
  const other = openEditor(Y.encodeStateAsUpdate(doc))
  typeAt(other.editor, 1, 3, 'X')
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(other.doc), 'remote')
  binding.undo()
  binding.undo()
  expect(texts(doc)).toEqual(['một', 'X'])
  expect(binding.agrees()).toBe(true)
})

test('a block being composed waits for what others write in it, other blocks do not', () => {
  const { doc, editor, binding } = openEditor(article(paragraph('a', 'tieng'), paragraph('b', 'hai')))
  const other = openEditor(Y.encodeStateAsUpdate(doc))
  edit(editor, () => $setCompositionKey($block(0).getFirstChild()?.getKey() ?? null))
  typeAt(other.editor, 0, 0, 'X')
  typeAt(other.editor, 1, 3, 'Y')
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(other.doc), 'remote')
  expect(shown(editor)).toEqual(['tieng', 'haiY'])
  typeAt(editor, 0, 5, '!')
  expect(texts(doc)).toEqual(['Xtieng!', 'haiY'])
  expect(shown(editor)).toEqual(['tieng!', 'haiY'])
  edit(editor, () => $setCompositionKey(null))
  typeAt(editor, 1, 0, 'Z')
  expect(shown(editor)).toEqual(['Xtieng!', 'ZhaiY'])
  expect(binding.agrees()).toBe(true)
})

test('a block being composed stays while somebody else deletes it, what was typed stays after that', () => {
  const { doc, editor, binding } = openEditor(article(paragraph('a', 'mot'), paragraph('b', 'hai')))
  const other = openEditor(Y.encodeStateAsUpdate(doc))
  edit(editor, () => $setCompositionKey($block(1).getFirstChild()?.getKey() ?? null))
  edit(other.editor, () => $block(1).remove())
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(other.doc), 'remote')
  typeAt(editor, 1, 3, '!')
  expect(shown(editor)).toEqual(['mot', 'hai!'])
  edit(editor, () => $setCompositionKey(null))
  typeAt(editor, 0, 0, 'X')
  expect(shown(editor)).toEqual(['Xmot', '!'])
  expect(texts(doc)).toEqual(['Xmot', '!'])
  expect(binding.agrees()).toBe(true)
})

test('what somebody else split off before deleting a block being composed does not stand twice', () => {
  const { doc, editor, binding } = openEditor(article(paragraph('a', 'mot'), paragraph('b', 'hai ba')))
  const other = openEditor(Y.encodeStateAsUpdate(doc))
  edit(editor, () => $setCompositionKey($block(1).getFirstChild()?.getKey() ?? null))
  edit(other.editor, () => {
    const text = $block(1).getFirstChild()
    if ($isTextNode(text)) text.select(4, 4).insertParagraph()
  })
  edit(other.editor, () => $block(1).remove())
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(other.doc), 'remote')
  typeAt(editor, 1, 3, '!')
  edit(editor, () => $setCompositionKey(null))
  typeAt(editor, 0, 3, 'X')
  expect(texts(doc)).toEqual(['motX', '!', 'ba'])
  expect(binding.agrees()).toBe(true)
})

test('the caret at the end of a block stays there when others add a block behind it', () => {
  const { doc, editor } = openEditor(article(paragraph('a', 'một'), paragraph('b', 'hai')))
  edit(editor, () => $block(0).selectEnd())
  const other = openEditor(Y.encodeStateAsUpdate(doc))
  edit(other.editor, () => {
    $block(0).selectEnd().insertParagraph()
  })
  typeAt(other.editor, 0, 0, 'X')
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(other.doc), 'remote')
  edit(editor, () => $typeHere('!'))
  expect(texts(doc)).toEqual(['Xmột!', '', 'hai'])
})

/** A second machine does something to the same article, and the first hears of it. */
function hear(doc: Y.Doc, change: (editor: LexicalEditor) => void): void {
  const other = openEditor(Y.encodeStateAsUpdate(doc))
  change(other.editor)
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(other.doc), 'remote')
}

function caretAt(editor: LexicalEditor, index: number, offset: number): void {
  edit(editor, () => {
    const selection = $createRangeSelection()
    $setPoint(selection.anchor, $block(index), offset)
    $setPoint(selection.focus, $block(index), offset)
    $setSelection(selection)
  })
}

test('what is typed on in a block that another has just deleted stands there and is marked, not in a neighbour (SYNC1)', () => {
  const { doc, editor, binding } = openEditor(
    article(paragraph('a', 'Một'), paragraph('b', 'Hai'), paragraph('c', 'Ba')),
  )
  caretAt(editor, 1, 2)
  hear(doc, (other) => edit(other, () => $block(1).remove()))
  expect(texts(doc)).toEqual(['Một', 'Ba'])
  expect(shown(editor)).toEqual(['Một', '', 'Ba'])
  edit(editor, () => $typeHere('x'))
  edit(editor, () => $typeHere('y'))
  expect(texts(doc)).toEqual(['Một', 'xy', 'Ba'])
  expect(shown(editor)).toEqual(['Một', 'xy', 'Ba'])
  expect(readOddities(doc)).toMatchObject([{ kind: 'typedIntoDeleted', blocks: ['b'] }])
  expect(binding.agrees()).toBe(true)
  binding.undo()
  binding.undo()
  expect(texts(doc)).toEqual(['Một', 'Ba'])
})

test('a deleted block leaves the page with the caret, and nothing is written', () => {
  const { doc, editor, binding } = openEditor(article(paragraph('a', 'Một'), paragraph('b', 'Hai')))
  caretAt(editor, 1, 3)
  hear(doc, (other) => edit(other, () => $block(1).remove()))
  const before = Y.encodeStateVector(doc)
  expect(shown(editor)).toEqual(['Một', ''])
  caretAt(editor, 0, 1)
  expect(shown(editor)).toEqual(['Một'])
  expect(Y.encodeStateVector(doc)).toEqual(before)
  expect(binding.agrees()).toBe(true)
})

test('Enter in a block that another has just deleted begins a block there; the deleted one stays deleted', () => {
  const { doc, editor, binding } = openEditor(article(paragraph('a', 'Một'), paragraph('b', 'Hai')))
  registerRichText(editor)
  caretAt(editor, 1, 3)
  hear(doc, (other) => edit(other, () => $block(1).remove()))
  edit(editor, () => void editor.dispatchCommand(INSERT_PARAGRAPH_COMMAND, undefined))
  edit(editor, () => $typeHere('Ba'))
  expect(texts(doc)).toEqual(['Một', 'Ba'])
  expect(shown(editor)).toEqual(['Một', 'Ba'])
  expect(readOddities(doc)).toEqual([])
  expect(binding.agrees()).toBe(true)
})

test('the caret goes with the block when another moves it', () => {
  const { doc, editor } = openEditor(
    article(paragraph('a', 'Một'), paragraph('b', 'Hai'), paragraph('c', 'Ba bốn năm')),
  )
  caretAt(editor, 1, 2)
  hear(doc, (other) => edit(other, () => void $block(2).insertAfter($block(1))))
  edit(editor, () => $typeHere('x'))
  expect(texts(doc)).toEqual(['Một', 'Ba bốn năm', 'Haxi'])
  expect(readOddities(doc)).toEqual([])
})

test('a selection that began in a block which another deleted takes nothing of the block before', () => {
  const { doc, editor } = openEditor(
    article(paragraph('a', 'Một'), paragraph('b', 'Hai'), paragraph('c', 'Ba bốn')),
  )
  edit(editor, () => {
    const selection = $createRangeSelection()
    $setPoint(selection.anchor, $block(1), 1)
    $setPoint(selection.focus, $block(2), 2)
    $setSelection(selection)
  })
  hear(doc, (other) => edit(other, () => $block(1).remove()))
  edit(editor, () => $typeHere('x'))
  expect(texts(doc)).toEqual(['Một', 'x bốn'])
})

test('when the document is replaced as a whole, caret, composition and what is typed in between stay', () => {
  const { doc, editor, binding } = openEditor(
    article(paragraph('a', 'Một'), paragraph('b', 'Mật'), paragraph('c', 'Ba')),
  )
  caretAt(editor, 2, 2)
  const next = new Y.Doc()
  Y.applyUpdate(next, Y.encodeStateAsUpdate(doc))
  const other = openEditor(Y.encodeStateAsUpdate(next))
  edit(other.editor, () => $block(1).remove())
  Y.applyUpdate(next, Y.encodeStateAsUpdate(other.doc))
  // What is typed before the new copy is bound goes into it by way of the former one.
  doc.on('update', (update) => Y.applyUpdate(next, update))
  edit(editor, () => $typeHere('x'))
  const key = editor.getEditorState().read(() => $block(2).getFirstChildOrThrow().getKey())
  edit(editor, () => $setCompositionKey(key))
  typeAt(editor, 2, 3, 'y')
  const former = binding.destroy()
  const bound = bindEditor(editor, next, { origin: {}, former })
  typeAt(editor, 1, 4, 'z')
  edit(editor, () => $setCompositionKey(null))
  edit(editor, () => $typeHere('!'))
  expect(texts(next)).toEqual(['Một', 'Baxyz!'])
  expect(shown(editor)).toEqual(['Một', 'Baxyz!'])
  expect(bound.agrees()).toBe(true)
  expect(bound.canUndo()).toBe(true)
  while (bound.canUndo()) bound.undo()
  expect(texts(next)).toEqual(['Một', 'Baxy'])
})

test('what was composed while its block was replaced away stands in a place of its own', () => {
  const { doc, editor, binding } = openEditor(
    article(paragraph('a', 'Một'), paragraph('b', 'Hai'), paragraph('c', 'Ba')),
  )
  caretAt(editor, 1, 3)
  const key = editor.getEditorState().read(() => $block(1).getFirstChildOrThrow().getKey())
  edit(editor, () => $setCompositionKey(key))
  hear(doc, (other) => edit(other, () => $block(1).remove()))
  typeAt(editor, 1, 3, 'x')
  const next = new Y.Doc()
  Y.applyUpdate(next, Y.encodeStateAsUpdate(doc))
  const former = binding.destroy()
  const bound = bindEditor(editor, next, { origin: {}, former })
  typeAt(editor, 1, 4, 'y')
  edit(editor, () => $setCompositionKey(null))
  edit(editor, () => void $getRoot().getFirstChild()?.markDirty())
  edit(editor, () => $typeHere('z'))
  expect(texts(next)).toEqual(['Một', 'xyz', 'Ba'])
  expect(shown(editor)).toEqual(['Một', 'xyz', 'Ba'])
  expect(bound.agrees()).toBe(true)
})
