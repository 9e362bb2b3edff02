import { uuidv7 } from 'uuidv7'
import { expect, test } from 'vitest'
import type { DocumentId } from '#domain/document-id.ts'
import { succeed } from '#domain/result.ts'
import { plainText } from '#domain/segments/coded-text.ts'
import {
  approveStory,
  block,
  type MadeWorkspace,
  makeNewsroomWorkspace,
  makeStory,
  rewriteStory,
  translateStory,
  valued,
  writeStory,
} from '../packages/package-making.test-kit.ts'
import { submissionBeside } from './beside.ts'
import { submitDocument } from './submitting.ts'

function send({ trust, reporter }: MadeWorkspace, document: DocumentId): string {
  valued(submitDocument(trust, reporter, { id: uuidv7(), document, note: '' }, () => succeed(null)))
  return trust.records.trustOf(document).standing.waiting[0]?.hash ?? ''
}

async function makeTranslated() {
  const made = await makeNewsroomWorkspace()
  await writeStory(made, makeStory())
  approveStory(made)
  return { made, document: await translateStory(made, 'en', (source) => `EN ${source}`) }
}

test('what was signed is shown, not what was written since', async () => {
  const { made, document } = await makeTranslated()
  const submission = send(made, document)
  await translateStory(made, 'en', () => 'Later words')
  const beside = valued(submissionBeside(made.trust, submission))
  expect(beside).toMatchObject({ language: 'en', sourceLanguage: 'vi', source: 'approved' })
  expect(
    beside.rows.slice(0, 2).map((row) => [row.blockKind, plainText(row.source), plainText(row.target)]),
  ).toEqual([
    ['title', 'Khai mạc Lễ hội Trà', 'EN Khai mạc Lễ hội Trà'],
    [
      'lead',
      'Hơn 200 gian hàng góp mặt ở quảng trường Võ Nguyên Giáp.',
      expect.stringMatching(/^EN Hơn 200/),
    ],
  ])
  expect(beside.rows.every(({ former }) => former === null)).toBe(true)
})

test('the second time each row stands with what was approved before, a new one with nothing', async () => {
  const { made, document } = await makeTranslated()
  approveStory(made, document)
  await rewriteStory(made, makeStory([block('n', 'paragraph', 'Thêm một câu.')]))
  approveStory(made)
  await translateStory(made, 'en', (source) =>
    source.startsWith('Khai') ? 'Tea festival opens' : `EN ${source}`,
  )
  const { rows, source } = valued(submissionBeside(made.trust, send(made, document)))
  expect(source).toBe('approved')
  const said = rows.map((row) => [plainText(row.target), row.former && plainText(row.former)])
  expect(said[0]).toEqual(['Tea festival opens', 'EN Khai mạc Lễ hội Trà'])
  expect(said).toContainEqual(['EN Thêm một câu.', null])
})

test('a source that was approved anew since is not the one it was made from', async () => {
  const { made, document } = await makeTranslated()
  const submission = send(made, document)
  await rewriteStory(made, makeStory([block('n', 'paragraph', 'Thêm một câu.')]))
  approveStory(made)
  expect(valued(submissionBeside(made.trust, submission)).source).toBe('changed')
})
