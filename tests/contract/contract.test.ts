import { ORPCError } from '@orpc/client'
import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { SequencedEvent } from '#contract/events.ts'
import { failureCodes } from '#contract/failures.ts'
import { protocolVersion } from '#contract/protocol.ts'
import { articleIdOf } from '#domain/document-id.ts'
import type { Connection } from '#renderer/client/connection.ts'
import { ConnectionLost, failureOf } from '#renderer/client/failures.ts'
import { pin, type Served, serve } from './served.ts'
import { transports } from './transports.ts'

describe.each(transports)('The contract over $name', (transport) => {
  let served: Served
  beforeAll(async () => {
    served = await serve(transport)
  })
  afterAll(() => served.close())

  test('A client of this protocol is greeted with the state it starts from', async () => {
    const { client } = await served.signedIn()
    const session = await client.session.hello({ protocol: protocolVersion, client: 'test' })
    expect(session).toMatchObject({ protocol: protocolVersion, newsroom: { name: 'Báo Thái Nguyên' } })
    expect(session.current?.name).toBe('Lan')
  })

  test('A client of another protocol is told both numbers', async () => {
    const { client } = served.connect()
    const refused = client.session.hello({ protocol: 999, client: 'test' })
    expect(await failureFrom(refused)).toEqual({
      code: 'protocol-mismatch',
      facts: { client: 999, server: protocolVersion },
    })
  })

  test('A typed failure arrives whole: its code and every fact', async () => {
    const { client } = await served.signedIn()
    const document = `article:${uuidv7()}`
    expect(await failureFrom(client.documents.open({ document }))).toEqual({
      code: 'document-unknown',
      facts: { document },
    })
    expect(await failureFrom(client.files.describe({ grant: 'không có grant nào' }))).toEqual({
      code: 'grant-unknown',
      facts: { grant: 'không có grant nào' },
    })
  })

  test('A typed failure of a stream arrives as one, too', async () => {
    const { client } = await served.signedIn()
    const document = `article:${uuidv7()}`
    const stream = await client.documents.follow({ document, after: 0 })
    expect((await failureFrom(stream.next()))?.code).toBe('document-unknown')
  })

  test('SEC2: input that does not parse is refused before anything runs', async () => {
    const { client } = await served.signedIn()
    const odd = { id: '../../etc/passwd', title: 'x' }
    const refused = await client.articles.create(odd).catch((error: unknown) => error)
    expect(refused).toBeInstanceOf(ORPCError)
    expect(refused).toMatchObject({ code: 'BAD_REQUEST' })
    expect(failureOf(refused)).toBeUndefined()
  })

  test('SEC2: a bug inside tells the client nothing of the inside', async () => {
    expect(failureCodes).not.toContain('INTERNAL_SERVER_ERROR')
    const { client } = served.connect()
    const unknown = await (client as never as { nothing: { here(): Promise<unknown> } }).nothing
      .here()
      .catch((error: unknown) => error)
    expect(JSON.stringify(unknown)).not.toMatch(/node_modules|\/src\/|at .*\.ts/)
  })

  test('The same id creates one article, however often it is sent', async () => {
    const { client } = await served.signedIn()
    const id = uuidv7()
    const before = (await client.articles.list({})).total
    const answers = await Promise.all([1, 2, 3].map(() => client.articles.create({ id, title: 'Một lần' })))
    expect(answers.map(({ document }) => document)).toEqual(Array(3).fill(`article:${id}`))
    expect((await client.articles.list({})).total).toBe(before + 1)
  })

  test('Each window signs in for itself; a short break signs nobody out', async () => {
    const lan = await served.signedIn('window-of-lan')
    const stranger = served.connect('window-of-nobody')
    expect((await hello(stranger)).current).toBeNull()
    served.reach.drop()
    await expect.poll(async () => (await hello(lan)).current?.name).toBe('Lan')
    await expect.poll(async () => (await hello(stranger)).current).toBeNull()
  })

  test('A call whose answer never came says that the connection is lost, not that it failed', async () => {
    const connection = await served.signedIn()
    const asked = connection.client.articles.list({}).catch((error: unknown) => error)
    served.reach.drop()
    expect(await asked).toBeInstanceOf(ConnectionLost)
    await expect.poll(() => connection.state.get().kind).toBe('connected')
  })

  test('A wrong PIN is a typed failure: it signs nobody in, and nobody out', async () => {
    const there = await served.signedIn()
    const session = await hello(there)
    const profile = session.profiles[0]?.id ?? ''
    await there.client.session.signIn({ profile, pin: `${pin}0` }).catch(() => undefined)
    expect((await hello(there)).current?.id).toBe(profile)
    const connection = served.connect()
    const refused = connection.client.session.signIn({ profile, pin: `${pin}0` })
    expect((await failureFrom(refused))?.code).toBe('pin-wrong')
    expect((await hello(connection)).current).toBeNull()
  })

  test('Events resume by number after a break: none is lost, none comes twice', async () => {
    const { client } = await served.signedIn()
    const seen: SequencedEvent[] = []
    await readEvents(client, null, seen, async () => {
      await served.makeArticle('Trước khi đứt')
      await expect.poll(() => seen.length).toBeGreaterThan(0)
    })
    const last = seen.at(-1)?.seq ?? 0
    served.reach.drop()
    const made = [await served.makeArticle('Trong lúc đứt'), await served.makeArticle('Cũng vậy')]
    const resumed: SequencedEvent[] = []
    await readEvents(client, last, resumed, async () => {
      const ids = () => resumed.flatMap(({ event }) => (event.kind === 'articles' ? event.ids : []))
      await expect.poll(ids).toEqual(expect.arrayContaining(made.map((document) => articleIdOf(document))))
    })
    const numbers = resumed.map(({ seq }) => seq)
    expect(numbers).toEqual([...new Set(numbers)].sort((left, right) => left - right))
    expect(numbers[0]).toBeGreaterThan(last)
  })

  test('Who asks for events that are no longer kept is told to read everything again', async () => {
    const { client } = await served.signedIn()
    const stream = await client.events.follow({ after: 1 })
    expect((await stream.next()).value).toMatchObject({ event: { kind: 'reset' } })
    await stream.return?.()
  })

  test('A preference that is changed leaves the others as they were', async () => {
    const { client } = await served.signedIn()
    await client.settings.set({ interfaceLanguage: 'ko' })
    await client.settings.set({ textSize: 22 })
    expect(await client.settings.get()).toMatchObject({
      interfaceLanguage: 'ko',
      textSize: 22,
      desk: 'writing',
    })
  })
})

type Client = Connection['client']

function hello({ client }: Connection) {
  return client.session.hello({ protocol: protocolVersion, client: 'test' })
}

async function failureFrom(call: Promise<unknown>) {
  const answered = await call.then(
    (value) => ({ value }),
    (error: unknown) => error,
  )
  return failureOf(answered)
}

/** Reads events into `seen` while `work` runs. */
async function readEvents(
  client: Client,
  after: number | null,
  seen: SequencedEvent[],
  work: () => Promise<void>,
): Promise<void> {
  const ended = new AbortController()
  const stream = await client.events.follow({ after }, { signal: ended.signal })
  const reading = (async () => {
    for await (const event of stream) seen.push(event)
  })().catch(() => undefined)
  await work()
  ended.abort()
  await reading
}
