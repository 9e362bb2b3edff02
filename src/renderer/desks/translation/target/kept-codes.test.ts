import { createHeadlessEditor } from '@lexical/headless'
import { $getRoot } from 'lexical'
import { expect, test } from 'vitest'
import type { CodedText, InlineCode } from '#domain/segments/coded-text.ts'
import { $isCodeNode, CodeNode } from './code-node.ts'
import { missingCodes } from './codes-of.ts'
import { $readTarget, $writeTarget } from './editor-text.ts'
import { registerKeptCodes } from './keep-codes.ts'

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
