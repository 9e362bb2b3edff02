import { expect, onTestFinished, test } from 'vitest'
import type { TranslationRow } from '#contract/translations.ts'
import type { CodedText } from '#domain/segments/coded-text.ts'
import type { Connection } from './connection.ts'
import { ConnectionLost, thrown } from './failures.ts'
import { createWatchedValue } from './stores.ts'
import { createTargetOutbox } from './target-outbox.ts'

type Sent = Readonly<{
  row: string
  source: CodedText
  before: CodedText
  target: CodedText
  confirmed: boolean
}>
type Words = Omit<Sent, 'confirmed'> & Readonly<{ batch: string }>

/** A workspace that answers as `answer` says, and tells what it was asked to write. */
function makeOutbox(answer: (row: string) => Promise<unknown> = async () => undefined) {
  const sent: Sent[] = []
  const batches: string[] = []
  const write = (confirmed: boolean) => async (words: Words) => {
    const { row, source, before, target, batch } = words
    batches.push(batch)
    sent.push({ row, source, before, target, confirmed })
    await answer(row)
    return { row, target } as unknown as TranslationRow
  }
  const state = createWatchedValue({ kind: 'connected' })
  const connection = {
    state,
    client: { translations: { write: write(false), confirm: write(true) } },
  } as unknown as Connection
  const outbox = createTargetOutbox({
    connection,
    document: 'translation:a:en',
    profile: 'p',
    answered: () => undefined,
  })
  onTestFinished(outbox.close)
  return { outbox, sent, batches }
}

test('what is typed on in one row is one write, over what the writer began with', async () => {
  const { outbox, sent } = makeOutbox()
  outbox.add({ row: '1', source: ['Trà'], before: [], target: ['A'], confirms: false })
  outbox.add({ row: '1', source: ['Trà'], before: ['A'], target: ['A tea'], confirms: true })
  expect(await outbox.flush()).toMatchObject({ kind: 'saved' })
  expect(sent).toEqual([{ row: '1', source: ['Trà'], before: [], target: ['A tea'], confirmed: true }])
})

test('it says saving until the workspace has answered (SAFE1), and gives back what is under way', async () => {
  let end: (value: unknown) => void = () => undefined
  const { outbox, sent } = makeOutbox(() => new Promise((resolve) => (end = resolve)))
  outbox.add({ row: '1', source: ['Trà'], before: [], target: ['A'], confirms: false })
  const flushed = outbox.flush()
  await expect.poll(() => sent).toHaveLength(1)
  expect(outbox.state.get()).toEqual({ kind: 'saving' })
  expect(outbox.waitingFor('1')?.target).toEqual(['A'])
  end(undefined)
  expect(await flushed).toMatchObject({ kind: 'saved' })
  expect(outbox.waitingFor('1')).toBeUndefined()
})

test('after a lost connection the same words go again under the same id, and then the next row', async () => {
  let tries = 0
  const { outbox, sent, batches } = makeOutbox(async () => {
    tries += 1
    if (tries === 1) throw new ConnectionLost()
  })
  outbox.add({ row: '1', source: ['Trà'], before: [], target: ['A'], confirms: false })
  outbox.add({ row: '2', source: ['Trà'], before: [], target: ['B'], confirms: false })
  expect(outbox.hasUnsaved()).toBe(true)
  await outbox.flush()
  await expect.poll(() => outbox.hasUnsaved()).toBe(false)
  expect(sent.map(({ row }) => row)).toEqual(['1', '1', '2'])
  expect(batches[0]).toBe(batches[1])
  expect(batches[2]).not.toBe(batches[1])
})

test('a row that is refused holds up no other, and goes when it may', async () => {
  let refuses = true
  const { outbox, sent } = makeOutbox(async (row) => {
    if (row === '1' && refuses) throw thrown({ code: 'row-refuses', facts: { row, reason: 'variants' } })
  })
  outbox.add({ row: '1', source: ['Trà'], before: [], target: ['A'], confirms: false })
  outbox.add({ row: '2', source: ['Chè'], before: [], target: ['B'], confirms: false })
  expect(await outbox.flush()).toMatchObject({ kind: 'failing' })
  await expect.poll(() => sent.map(({ row }) => row)).toEqual(['1', '2'])
  expect(outbox.waitingFor('1')?.target).toEqual(['A'])
  refuses = false
  outbox.retry()
  await expect.poll(() => outbox.hasUnsaved()).toBe(false)
  expect(sent.map(({ row }) => row)).toEqual(['1', '2', '1'])
})
