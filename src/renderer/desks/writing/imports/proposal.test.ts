import { expect, test } from 'vitest'
import type { ImportPreview, ProposedBlock } from '#contract/imports.ts'
import { changeKind, countGuesses, keptBlocks, kindsFor, proposalOf, toggleDropped } from './proposal.ts'

function block(id: string, change: Partial<ProposedBlock> = {}): ProposedBlock {
  return {
    id,
    kind: 'paragraph',
    runs: [{ text: id, marks: {} }],
    indent: 0,
    picture: null,
    alt: '',
    credit: '',
    dateline: 0,
    guess: '',
    ...change,
  }
}
const preview: ImportPreview = {
  preview: 'p',
  fileName: 'tin.docx',
  format: 'docx',
  language: 'vi',
  metadata: {},
  blocks: [block('a', { kind: 'title', guess: 'firstBold' }), block('b'), block('c', { guess: 'x' })],
  pictures: [],
  encodingQuestion: null,
  warnings: [],
}

test('an article keeps one title: choosing another makes the former a paragraph', () => {
  const changed = changeKind(proposalOf(preview), 'b', 'title')
  expect(changed.blocks.map((each) => each.kind)).toEqual(['paragraph', 'title', 'paragraph'])
})

test('what a person decided is no guess any more', () => {
  expect(countGuesses(proposalOf(preview))).toBe(2)
  expect(countGuesses(changeKind(proposalOf(preview), 'c', 'quote'))).toBe(1)
})

test('a dropped block is not imported and can be taken back', () => {
  const dropped = toggleDropped(proposalOf(preview), 'b')
  expect(keptBlocks(dropped).map((each) => each.id)).toEqual(['a', 'c'])
  expect(keptBlocks(toggleDropped(dropped, 'b')).map((each) => each.id)).toEqual(['a', 'b', 'c'])
})

test('a picture stays a picture', () => {
  expect(kindsFor(block('p', { kind: 'figure', picture: 'image1.png' }))).toEqual(['figure'])
  expect(kindsFor(block('t'))).not.toContain('figure')
})
