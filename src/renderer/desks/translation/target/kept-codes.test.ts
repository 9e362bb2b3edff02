import { createHeadlessEditor } from '@lexical/headless'
import { $getRoot, $getSelection, $isRangeSelection, SELECTION_CHANGE_COMMAND } from 'lexical'
import { expect, test } from 'vitest'
import type { CodedText, InlineCode } from '#domain/segments/coded-text.ts'
import { $isCodeNode, CodeNode } from './code-node.ts'
import { missingCodes, withoutEmptyPairs } from './codes-of.ts'
import { $readTarget, $writeTarget } from './editor-text.ts'
import { registerKeptCodes } from './keep-codes.ts'
import { registerPassedCodes } from './pass-codes.ts'

function makeCode(code: InlineCode['code'], number = 1, mark: InlineCode['mark'] = 'bold'): InlineCode {
  return { code, number, mark, value: '' }
}

function editorWith(text: CodedText) {
  const editor = createHeadlessEditor({ nodes: [CodeNode] })
  registerKeptCodes(editor)
  editor.update(() => $writeTarget(text), { discrete: true })
  return editor
}

const bold: CodedText = ['In ', makeCode('open'), 'Thai Nguyen', makeCode('close'), '.']

test('what is written into the editor is read back to the letter and the chip', () => {
  expect(editorWith(bold).read($readTarget)).toEqual(bold)
})

test('a merged row keeps its line breaks', () => {
  expect(editorWith(['One.\nTwo.']).read($readTarget)).toEqual(['One.\nTwo.'])
})

test('deleting one end of a pair takes the other along and leaves the words', () => {
  const editor = editorWith(bold)
  editor.update(() => $getRoot().getAllTextNodes().find($isCodeNode)?.remove(), { discrete: true })
  expect(editor.read($readTarget)).toEqual(['In Thai Nguyen.'])
})

test('a pair that was turned round by moving words is set right', () => {
  const editor = editorWith([makeCode('close'), 'words', makeCode('open')])
  expect(editor.read($readTarget)).toEqual([makeCode('open'), 'words', makeCode('close')])
})

test('a second copy of a code goes', () => {
  const editor = editorWith(bold)
  editor.update(() => $writeTarget([...bold, makeCode('open'), 'x', makeCode('close')]), { discrete: true })
  expect(editor.read($readTarget)).toEqual([...bold.slice(0, 4), '.x'])
})

test('of the codes that the target lacks a pair is offered as a pair', () => {
  expect(missingCodes(bold, ['In Thai Nguyen.'])).toEqual([[makeCode('open'), makeCode('close')]])
  expect(missingCodes(bold, bold)).toEqual([])
})

test('a pair without words is not kept, one inside of another neither; the words round it are one', () => {
  const nothing = [makeCode('open', 1), makeCode('open', 2), makeCode('close', 2), makeCode('close', 1)]
  expect(withoutEmptyPairs(['In ', ...nothing, 'Dai Tu'])).toEqual(['In Dai Tu'])
  expect(withoutEmptyPairs(bold)).toEqual(bold)
})

test.each([
  ['end', 2],
  ['start', 4],
] as const)('a caret that comes into a chip goes to its %s, on in its direction', (side, from) => {
  const editor = editorWith(bold)
  registerPassedCodes(editor)
  const nodes = () => $getRoot().getAllTextNodes()
  editor.update(() => nodes()[from]?.select(1, 1), { discrete: true })
  editor.update(
    () => {
      nodes()[3]?.select(1, 1)
      editor.dispatchCommand(SELECTION_CHANGE_COMMAND, undefined)
    },
    { discrete: true },
  )
  const caret = editor.read(() => {
    const selection = $getSelection()
    return $isRangeSelection(selection) ? selection.focus.offset : null
  })
  expect(caret).toBe(side === 'end' ? 3 : 0)
})
