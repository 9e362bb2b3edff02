import { readFileSync } from 'node:fs'
import { call } from '@orpc/server'
import { expect, test } from 'vitest'
import { failure } from '#contract/failures.ts'
import { fail } from '#domain/result.ts'
import { makePicture } from '#workspace/assets/picture-making.test-kit.ts'
import {
  addPicture,
  approveStory,
  articleId,
  block,
  type MadeWorkspace,
  makeNewsroomWorkspace,
  makeStory,
  rewriteStory,
  writeStory,
} from './package-making.test-kit.ts'
import { packagesRouter } from './router.ts'
import { damaging, unvouched } from './verify/problem.ts'

async function makeWritten(story = makeStory(), options: Parameters<typeof makeNewsroomWorkspace>[0] = {}) {
  const made = await makeNewsroomWorkspace(options)
  await writeStory(made, story)
  return made
}

async function readinessOf({ context, reporter }: MadeWorkspace) {
  const [first] = await call(packagesRouter(context).readiness, { article: articleId }, { context: reporter })
  if (!first) throw new Error('No channel takes it')
  return first
}

test('a draft is not approved, and says nothing of an approval', async () => {
  expect(await readinessOf(await makeWritten())).toMatchObject({
    channel: 'portal',
    language: 'vi',
    state: 'notApproved',
    approvedRevision: null,
    approvedAt: null,
  })
})

test('an approved text is ready, until someone goes on writing', async () => {
  const made = await makeWritten()
  approveStory(made)
  expect(await readinessOf(made)).toMatchObject({ state: 'ready', approvedAt: made.clock.now() })
  await rewriteStory(made, makeStory([block('m', 'paragraph', 'Thêm.')]))
  expect((await readinessOf(made)).state).toBe('newerUnapproved')
})

test('an embargo counts until its moment has come', async () => {
  const made = await makeWritten(makeStory([], { embargo: '2026-11-24T12:00+07:00' }))
  approveStory(made)
  expect((await readinessOf(made)).state).toBe('embargoed')
  made.clock.move(24 * 60 * 60 * 1000)
  expect((await readinessOf(made)).state).toBe('ready')
})

test('an embargo that is no date holds for ever and is pointed at', async () => {
  const made = await makeWritten(makeStory([], { embargo: 'sau lễ khai mạc' }))
  approveStory(made)
  const found = await readinessOf(made)
  expect(found.state).toBe('embargoed')
  expect(found.issues).toContainEqual({
    code: 'embargoUnreadable',
    block: '',
    facts: { embargo: 'sau lễ khai mạc' },
  })
})

test('internal and held texts are said to be so (SEC1)', async () => {
  expect((await readinessOf(await makeWritten(makeStory([], { internal: true })))).state).toBe('internal')
  const hit = failure('secret-stamp', { where: 'p', stamp: 'secret', excerpt: '…' })
  expect((await readinessOf(await makeWritten(makeStory(), { mayLeave: () => fail(hit) }))).state).toBe(
    'held',
  )
})

test('missing title, standfirst, picture, alt text and credit are named by block', async () => {
  const made = await makeNewsroomWorkspace()
  const picture = await addPicture(made, await makePicture())
  const blocks = [
    block('t', 'title', ' '),
    block('f1', 'figure', 'Chú thích', { asset: picture.hash }),
    block('f2', 'figure', 'Chú thích', { asset: 'a'.repeat(64), alt: 'Có', credit: 'Có' }),
  ]
  await writeStory(made, { ...makeStory(), blocks })
  const found = (await readinessOf(made)).issues.map(({ code, block: where }) => `${code} ${where}`)
  expect(found).toEqual([
    'titleMissing ',
    'leadMissing ',
    'altMissing f1',
    'creditMissing f1',
    'pictureMissing f2',
  ])
})

test('lengths are counted in the limit’s own unit (TEXT1)', async () => {
  const made = await makeWritten({
    ...makeStory(),
    blocks: [block('t', 'title', 'ế'.repeat(121)), block('l', 'lead', 'chữ '.repeat(81))],
  })
  expect((await readinessOf(made)).issues).toEqual([
    { code: 'titleTooLong', block: 't', facts: { count: 121, maximum: 120 } },
    { code: 'leadTooLong', block: 'l', facts: { count: 81, maximum: 80 } },
  ])
})

test('a language that no channel takes has no readiness', async () => {
  const made = await makeWritten(makeStory([], { language: 'fr' }))
  const router = packagesRouter(made.context)
  expect(await call(router.readiness, { article: articleId }, { context: made.reporter })).toEqual([])
})

const issueCodes = ['title', 'lead', 'caption', 'alt'].map((field) => `${field}TooLong`)
const codes = {
  problem: [...unvouched, ...damaging],
  warning: [
    'newerUnapproved',
    'stale',
    'notApproved',
    'notTranslated',
    'sourceNotApproved',
    'notTaken',
    'held',
    'internal',
    'unreadable',
    'noEdition',
    'tooLong',
    'clipStays',
    'embargo',
    'embargoPending',
  ],
  issue: [
    ...issueCodes,
    'embargoPending',
    'titleMissing',
    'leadMissing',
    'pictureMissing',
    'altMissing',
    'creditMissing',
    'embargoUnreadable',
  ],
}

for (const language of ['vi', 'en', 'zh', 'ko']) {
  test(`every problem, warning and issue has its sentence in ${language}`, () => {
    const sentences = JSON.parse(readFileSync(`locales/${language}/packages.json`, 'utf8'))
    for (const [kind, known] of Object.entries(codes)) {
      expect(Object.keys(sentences[kind]).sort()).toEqual([...known].sort())
    }
  })
}

test('the hour of an approval is told for articles that have one, and edits after it do not move it', async () => {
  const made = await makeWritten()
  const ask = () =>
    call(packagesRouter(made.context).approvals, { articles: [articleId] }, { context: made.reporter })
  expect(await ask()).toEqual([])
  approveStory(made)
  const [approval] = await ask()
  expect(approval).toEqual({ article: articleId, approvedAt: (await readinessOf(made)).approvedAt })
  await rewriteStory(made, makeStory([block('n', 'paragraph', 'Thêm một câu.')]))
  expect(await ask()).toEqual([approval])
})
