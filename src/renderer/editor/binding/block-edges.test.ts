import {
  $createRangeSelection,
  $getRoot,
  $setSelection,
  DELETE_CHARACTER_COMMAND,
  INSERT_PARAGRAPH_COMMAND,
  type LexicalCommand,
} from 'lexical'
import { expect, test } from 'vitest'
import { articleUpdate, readArticle } from '#documents/article.ts'
import { emptyMetadata } from '#domain/article.ts'
import { type Block, type BlockKind, blockText } from '#domain/blocks.ts'
import { createWriter, type Writer } from '#tests/soak/writer.ts'
import { $isBlock } from './block-node.ts'
import { $setPoint } from './block-offset.ts'

function write(...blocks: readonly string[]): Writer {
  const made = blocks.map((block, index): Block => {
    const [kind, text = ''] = block.split(':')
    return { id: `b${index}`, kind: kind as BlockKind, runs: text ? [{ text, marks: {} }] : [] }
  })
  return createWriter(1, articleUpdate({ metadata: emptyMetadata, blocks: made }))
}

type Point = readonly [block: number, offset: number]

function press<Payload>(
  writer: Writer,
  key: LexicalCommand<Payload>,
  payload: Payload,
  at: Point,
  to = at,
): string[] {
  writer.editor.update(
    () => {
      const selection = $createRangeSelection()
      for (const [point, [block, offset]] of [
        [selection.anchor, at] as const,
        [selection.focus, to] as const,
      ]) {
        const node = $getRoot().getChildAtIndex(block)
        if ($isBlock(node)) $setPoint(point, node, offset)
      }
      $setSelection(selection)
      writer.editor.dispatchCommand(key, payload)
    },
    { discrete: true },
  )
  expect(writer.binding.agrees()).toBe(true)
  return readArticle(writer.doc).blocks.map((block) => `${block.kind}:${blockText(block)}`)
}

test('Backspace at the start of a special block makes a paragraph first and joins then', () => {
  for (const kind of ['bullet', 'number', 'heading', 'quote']) {
    const writer = write('paragraph:một', `${kind}:hai`)
    expect(press(writer, DELETE_CHARACTER_COMMAND, true, [1, 0])).toEqual(['paragraph:một', 'paragraph:hai'])
    expect(press(writer, DELETE_CHARACTER_COMMAND, true, [1, 0])).toEqual(['paragraph:mộthai'])
  }
})

test('Enter behind a title opens a lead, in a list the next item, elsewhere a paragraph', () => {
  expect(press(write('title:T'), INSERT_PARAGRAPH_COMMAND, undefined, [0, 1])).toEqual(['title:T', 'lead:'])
  expect(press(write('bullet:a'), INSERT_PARAGRAPH_COMMAND, undefined, [0, 1])).toEqual([
    'bullet:a',
    'bullet:',
  ])
  expect(press(write('heading:a'), INSERT_PARAGRAPH_COMMAND, undefined, [0, 1])).toEqual([
    'heading:a',
    'paragraph:',
  ])
})

test('Enter at the start of a text leaves the text in its block', () => {
  const writer = write('paragraph:một')
  press(writer, INSERT_PARAGRAPH_COMMAND, undefined, [0, 0])
  expect(readArticle(writer.doc).blocks.map((block) => block.id)[1]).toBe('b0')
})

test('captions and paragraphs are not poured into one another', () => {
  const blocks = ['paragraph:một', 'figure:hình', 'paragraph:hai']
  expect(press(write(...blocks), DELETE_CHARACTER_COMMAND, true, [2, 0])).toEqual(blocks)
  expect(press(write(...blocks), DELETE_CHARACTER_COMMAND, false, [0, 3])).toEqual(blocks)
  expect(press(write(...blocks), DELETE_CHARACTER_COMMAND, true, [0, 1], [1, 2])).toEqual([
    'paragraph:m',
    'figure:nh',
    'paragraph:hai',
  ])
})

test('a selection from the start of a block to the middle of another is deleted', () => {
  const writer = write('paragraph:một', 'paragraph:hai', 'paragraph:ba\nbốn')
  expect(press(writer, DELETE_CHARACTER_COMMAND, true, [0, 0], [2, 1])).toEqual(['paragraph:a\nbốn'])
})

test('Backspace behind a divider takes the divider away', () => {
  expect(
    press(write('paragraph:a', 'divider', 'paragraph:b'), DELETE_CHARACTER_COMMAND, true, [2, 0]),
  ).toEqual(['paragraph:a', 'paragraph:b'])
})
