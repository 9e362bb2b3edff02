import { $getRoot, $getSelection, $isRangeSelection } from 'lexical'
import { expect, test } from 'vitest'
import { articleUpdate, changeArticle, readArticle } from '#documents/article.ts'
import { readOddities } from '#documents/oddities.ts'
import { settleOddity } from '#documents/settle-oddity.ts'
import { emptyMetadata } from '#domain/article.ts'
import { type Block, blockText } from '#domain/blocks.ts'
import { createWriter, exchange, type Writer } from '#tests/soak/writer.ts'
import { $blockPoint } from './block-offset.ts'

function paragraph(id: string, text: string): Block {
  return { id, kind: 'paragraph', runs: text ? [{ text, marks: {} }] : [] }
}

function open(...blocks: readonly Block[]): Writer {
  return createWriter(1, articleUpdate({ metadata: emptyMetadata, blocks }))
}

/** Types at the end of the text and says where the caret is then. */
function typeAtEnd({ editor }: Writer, text: string): void {
  editor.update(() => $getRoot().selectEnd().insertText(text), { discrete: true })
}

function caretOf({ editor }: Writer): number | undefined {
  return editor.read(() => {
    const selection = $getSelection()
    return $isRangeSelection(selection) ? $blockPoint(selection.anchor)?.offset : undefined
  })
}

function texts({ doc }: Writer): readonly string[] {
  return readArticle(doc).blocks.map(blockText)
}

test('after undo the caret stands where the text was, after redo behind it', () => {
  const writer = open(paragraph('a', 'một'))
  for (const text of [' hai', ' ba']) {
    typeAtEnd(writer, text)
    writer.binding.endStep()
  }
  const seen = (['undo', 'undo', 'redo', 'redo', 'undo'] as const).map((step) => {
    writer.binding[step]()
    return [texts(writer).join(), caretOf(writer)]
  })
  expect(seen).toEqual([
    ['một hai', 7],
    ['một', 3],
    ['một hai', 7],
    ['một hai ba', 10],
    ['một hai', 7],
  ])
})

test('a passage comes with its alternative texts and credits, and goes with them in one step', () => {
  const writer = open(paragraph('a', 'một'))
  const figure = { kind: 'figure' as const, runs: [{ text: 'Chú thích', marks: {} }], asset: 'ab' }
  const ids = writer.binding.insert({
    blocks: [{ ...figure, alt: 'Hồ Núi Cốc', credit: 'Ảnh: A' }],
    opens: true,
    closes: true,
  })
  expect(readArticle(writer.doc).blocks).toEqual([
    paragraph('a', 'một'),
    { ...figure, id: ids[0], alt: 'Hồ Núi Cốc', credit: 'Ảnh: A' },
  ])
  writer.binding.undo()
  expect(readArticle(writer.doc).blocks).toEqual([paragraph('a', 'một')])
  expect(writer.binding.canUndo()).toBe(false)
  writer.binding.redo()
  expect(readArticle(writer.doc).blocks[1]).toMatchObject({ alt: 'Hồ Núi Cốc', credit: 'Ảnh: A' })
  expect(writer.binding.agrees()).toBe(true)
})

test('words put into a block leave the alternative text it has', () => {
  const writer = open({ ...paragraph('a', 'một'), kind: 'figure', alt: 'Hồ' })
  const blocks = [{ kind: 'paragraph' as const, runs: [{ text: 'hai', marks: {} }] }]
  writer.binding.insert({ blocks, opens: false, closes: false })
  expect(readArticle(writer.doc).blocks).toMatchObject([{ runs: [{ text: 'mộthai' }], alt: 'Hồ' }])
})

test('what a person settled can be undone', () => {
  const one = open(paragraph('a', 'một'), paragraph('b', 'hai'))
  const other = createWriter(2, articleUpdate({ metadata: emptyMetadata, blocks: [] }))
  exchange(one, other)
  changeArticle(one.doc, { metadata: emptyMetadata, blocks: [paragraph('a', 'một')] })
  typeAtEnd(other, '!')
  exchange(one, other)
  const [oddity] = readOddities(one.doc)
  one.doc.transact(() => settleOddity(one.doc, oddity?.id ?? '', 'drop'), one.origin)
  expect(texts(one)).toEqual(['một'])
  one.binding.undo()
  expect(texts(one)).toEqual(['một', '!'])
  expect(readOddities(one.doc)).toEqual([oddity])
  expect(one.binding.agrees()).toBe(true)
})

test('a binding that is destroyed shows and undoes nothing of its document any more (SEC1)', () => {
  const writer = open(paragraph('a', 'một'))
  typeAtEnd(writer, ' hai')
  writer.binding.destroy()
  expect(writer.binding.canUndo()).toBe(false)
  writer.binding.undo()
  changeArticle(writer.doc, { metadata: emptyMetadata, blocks: [paragraph('a', 'ba')] })
  expect(texts(writer)).toEqual(['ba'])
  expect(writer.editor.read(() => $getRoot().getTextContent())).toBe('một hai')
})
