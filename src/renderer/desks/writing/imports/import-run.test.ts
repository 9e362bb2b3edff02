import { expect, test } from 'vitest'
import { type Failure, failure } from '#contract/failures.ts'
import type { ImportPreview } from '#contract/imports.ts'
import { untilValue } from '#renderer/client/stores.ts'
import { type GivenFile, isSettled, mayReadAgain, stateOf } from './import-file.ts'
import { createImportRun, type ImportGate } from './import-run.ts'

/** A file says by its name what becomes of it. */
function given(name: string): GivenFile {
  return { name, size: 1, lastModified: 1 }
}

function makePreview(name: string): ImportPreview {
  const shape = { indent: 0, picture: null, alt: '', credit: '', dateline: 0, guess: '' } as const
  const title = { ...shape, id: 't', kind: 'title' as const, runs: [{ text: name, marks: {} }] }
  const untitled = { ...title, runs: [] }
  return {
    preview: `preview of ${name}`,
    fileName: name,
    format: 'docx',
    language: 'vi',
    metadata: {},
    blocks: [name.includes('untitled') ? untitled : title],
    pictures: [],
    encodingQuestion: name.includes('legacy') ? { samples: [{ encoding: 'tcvn3', text: 'Tết' }] } : null,
    warnings: [],
  }
}

class Refused extends Error {
  readonly failure: Failure
  constructor(refused: Failure) {
    super(refused.code)
    this.failure = refused
  }
}

function makeGate(change: Partial<ImportGate<GivenFile>> = {}) {
  const made: string[] = []
  const left: string[] = []
  const gate: ImportGate<GivenFile> = {
    send: async ({ name }) => {
      if (name.includes('broken')) throw new Refused(failure('file-unreadable', { name, detail: '' }))
      return name
    },
    read: async (name, encoding) => {
      if (name.includes('stamp')) {
        throw new Refused(failure('secret-stamp', { where: name, stamp: 'MẬT', excerpt: 'MẬT' }))
      }
      const preview = makePreview(name)
      return encoding === 'auto' ? preview : { ...preview, encodingQuestion: null }
    },
    create: async (_, { fileName }) => {
      if (fileName.includes('refused')) throw new Refused(failure('disk-full', { path: '' }))
      made.push(fileName)
    },
    discard: (preview) => left.push(preview),
    release: (grant) => left.push(grant),
    failureOf: (error) => (error instanceof Refused ? error.failure : null),
    ...change,
  }
  return { gate, made, left }
}

async function readAll(names: readonly string[], change: Partial<ImportGate<GivenFile>> = {}) {
  const { gate, made, left } = makeGate(change)
  const run = createImportRun(gate, names.map(given))
  type Files = ReturnType<typeof run.files.get>
  const isRead = (files: Files): files is Files =>
    files.every((file) => !['waiting', 'sending', 'reading'].includes(stateOf(file)))
  await untilValue(run.files, isRead)
  const states = () => run.files.get().map((file) => `${file.given.name} ${stateOf(file)}`)
  const keyOf = (name: string) => run.files.get().find((file) => file.given.name === name)?.key ?? ''
  return { run, made, left, states, keyOf }
}

test('a file that cannot be read or bears a stamp stops no other (SAFE3)', async () => {
  const { run, made, states } = await readAll(['a', 'broken', 'b', 'stamp', 'refused', 'c'])
  expect(states()).toEqual([
    'a ready',
    'broken failed',
    'b ready',
    'stamp stamped',
    'refused ready',
    'c ready',
  ])
  await run.createAll()
  expect(made).toEqual(['a', 'b', 'c'])
  expect(states()).toContain('refused failed')
})

test('what is doubtful is left until somebody has looked at it', async () => {
  const { run, made, states, keyOf } = await readAll(['a', 'untitled', 'legacy'])
  expect(states()).toEqual(['a ready', 'untitled look', 'legacy ask'])
  await run.createAll()
  expect(made).toEqual(['a'])
  run.look(keyOf('untitled'))
  const looked = run.files.get()
  run.look(keyOf('untitled'))
  expect(run.files.get()).toBe(looked)
  await run.readAs(keyOf('legacy'), 'tcvn3')
  await run.createAll()
  expect(made).toEqual(['a', 'untitled', 'legacy'])
})

test('a skipped file is let go of and can be taken again', async () => {
  const { run, made, left, states, keyOf } = await readAll(['a', 'b'])
  run.skip(keyOf('a'))
  expect(left).toEqual(['preview of a', 'a'])
  await run.createAll()
  expect(made).toEqual(['b'])
  expect(run.files.get().every(isSettled)).toBe(true)
  run.again(keyOf('a'))
  await expect.poll(states).toContain('a ready')
})

test('stopping finishes the article on its way and begins no other', async () => {
  const gate = makeGate()
  const { run, states } = await readAll(['a', 'b', 'c'], {
    create: async (article, preview, proposal) => {
      await gate.gate.create(article, preview, proposal)
      run.stop()
    },
  })
  await run.createAll()
  expect(gate.made).toEqual(['a'])
  expect(states()).toEqual(['a imported', 'b ready', 'c ready'])
})

test('what is read while articles are created is created as well', async () => {
  const { gate, made } = makeGate()
  const run = createImportRun(gate, ['a', 'broken', 'b', 'untitled', 'c'].map(given))
  await run.createAll()
  expect(made).toEqual(['a', 'b', 'c'])
  expect(run.creating.get()).toBe(false)
})

test('the same file dropped twice is taken once; more files may come at any time', async () => {
  const { run, states } = await readAll(['a'])
  run.add([given('a'), given('b')])
  await expect.poll(states).toEqual(['a ready', 'b ready'])
})

test('closing lets go of every file that became no article', async () => {
  const { run, left, keyOf } = await readAll(['a', 'b'])
  await run.createOne(keyOf('a'))
  run.close()
  expect(left).toEqual(['preview of b', 'b'])
})

test('what the person typed is kept when creating was refused', async () => {
  const { run, keyOf } = await readAll(['refused'])
  run.change(keyOf('refused'), (proposal) => ({ ...proposal, language: 'en' }))
  await run.createOne(keyOf('refused'))
  expect(run.files.get()[0]?.step).toMatchObject({
    kind: 'read',
    proposal: { language: 'en' },
    refusal: { failure: { code: 'disk-full' } },
  })
})

test('reading again is offered where it may end otherwise, never for what the file itself is', () => {
  const failed = (refused: Failure | null) => mayReadAgain({ step: { kind: 'failed', failure: refused } })
  expect(failed(null)).toBe(true)
  expect(failed(failure('file-unreadable', { name: 'a.docx', detail: 'EBUSY' }))).toBe(true)
  expect(failed(failure('disk-full', { path: 'kho' }))).toBe(true)
  expect(failed(failure('format-unknown', { name: 'anh.jpg', detected: 'jpeg' }))).toBe(false)
  expect(failed(failure('secret-stamp', { where: '1', stamp: 'MẬT', excerpt: 'MẬT' }))).toBe(false)
  expect(mayReadAgain({ step: { kind: 'skipped' } })).toBe(true)
  expect(mayReadAgain({ step: { kind: 'imported', article: 'a' } })).toBe(false)
})
