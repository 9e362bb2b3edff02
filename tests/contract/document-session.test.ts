import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import type { DocumentId } from '#domain/document-id.ts'
import type { Connection } from '#renderer/client/connection.ts'
import { type DocumentSession, openDocumentSession } from '#renderer/client/document-session.ts'
import type { SaveState } from '#renderer/client/save-state.ts'
import { flushTyped, guardWindow } from '#renderer/client/window-guard.ts'
import { pin, type Served, serve } from './served.ts'
import { transports } from './transports.ts'

describe.each(transports)('A document session over $name', (transport) => {
  let served: Served
  beforeAll(async () => {
    served = await serve(transport)
  })
  afterAll(() => served.close())

  async function openOne(document: DocumentId, name?: string) {
    const connection = await served.signedIn(name)
    const { current } = await connection.client.session.hello({ protocol: 1, client: 'test' })
    if (!current) throw new Error('Nobody is signed in')
    return {
      connection,
      person: current.id,
      session: await openDocumentSession(connection, document, current.id),
    }
  }

  test('SAFE1: "saved" is said only of what the workspace acknowledged, with its time', async () => {
    const document = await served.makeArticle()
    const { session } = await openOne(document)
    const told = record(session)
    expect(session.state.get()).toEqual({ kind: 'saved', at: null })
    type(session, 'Sáng nay')
    expect(session.state.get()).toEqual({ kind: 'saving' })
    expect(session.hasUnsaved()).toBe(true)
    expect(await session.flush()).toEqual({ kind: 'saved', at: expect.any(Number) })
    expect(stored(document)).toContain('Sáng nay')
    expect(told.map(({ kind }) => kind)).toEqual(['saving', 'saved'])
    await session.close()
  })

  test('Keystrokes are gathered into few appends, in order', async () => {
    const document = await served.makeArticle()
    const { session } = await openOne(document)
    for (const letter of 'Hội Trà Thái Nguyên') type(session, letter)
    await session.flush()
    expect(stored(document)).toContain('Hội Trà Thái Nguyên')
    expect(updatesOf(document).length).toBeLessThan(22)
    await session.close()
  })

  test('SYNC1: two windows on one document see what the other types', async () => {
    const document = await served.makeArticle()
    const [left, right] = [await openOne(document), await openOne(document)]
    type(left.session, 'bên trái ')
    type(right.session, 'bên phải ')
    await expect.poll(() => text(right.session)).toContain('bên trái')
    await expect.poll(() => text(left.session)).toContain('bên phải')
    await expect.poll(() => text(left.session)).toBe(text(right.session))
    await Promise.all([left.session.close(), right.session.close()])
  })

  test('SAFE1: what is typed while the connection is lost waits, is told as unsaved, and arrives once', async () => {
    const document = await served.makeArticle()
    const { session } = await openOne(document, 'window-with-breaks')
    const other = await openOne(document)
    const told = record(session)
    for (let round = 0; round < 30; round += 1) {
      type(session, `${round};`)
      if (round % 7 === 3) served.reach.drop()
      if (round % 5 === 0) await nextState(session)
    }
    await saved(session)
    const expected = Array.from({ length: 30 }, (_, round) => `${round};`).join('')
    expect(stored(document)).toContain(expected)
    await expect.poll(() => text(other.session)).toBe(text(session))
    expect(told.some((state) => state.kind === 'offline' && state.unsaved)).toBe(true)
    await Promise.all([session.close(), other.session.close()])
  })

  test('SAFE1: a refusal is shown with its reason, the text is kept, and goes through later', async () => {
    const document = await served.makeArticle()
    const { connection, session } = await openOne(document)
    const owner = connection.state.get()
    await connection.client.session.signOut()
    type(session, 'chưa đăng nhập')
    const state = await session.flush()
    expect(state).toMatchObject({ kind: 'failing', failure: { code: 'not-signed-in' } })
    expect(stored(document)).not.toContain('chưa đăng nhập')
    expect(session.hasUnsaved()).toBe(true)
    const profile = owner.kind === 'connected' ? owner.session.profiles[0]?.id : undefined
    await connection.client.session.signIn({ profile: profile ?? (await anyProfile()), pin })
    session.retry()
    await saved(session)
    expect(stored(document)).toContain('chưa đăng nhập')
    await session.close()
  })

  test('SEC1: what is typed before, while and after a document is replaced stays on the screen and is saved', async () => {
    const document = await served.makeArticle()
    const { connection, session } = await openOne(document)
    type(session, 'đã lưu, ')
    await session.flush()
    const before = session.doc.get()
    type(session, 'trước, ')
    replaceWith(document, stateOf(document))
    let strokes = 0
    while (session.doc.get() === before) {
      type(session, `${strokes};`)
      strokes += 1
      await answered(connection)
    }
    type(session, 'sau')
    const during = Array.from({ length: strokes }, (_, stroke) => `${stroke};`).join('')
    const typed = `đã lưu, trước, ${during}sau`
    expect(text(session)).toContain(typed)
    await saved(session)
    expect(text(session)).toContain(typed)
    expect(stored(document)).toContain(typed)
    await session.close()
  })

  test('SEC1: what is typed into the former copy, until the editor is bound to the new one, comes along', async () => {
    const document = await served.makeArticle()
    const { session } = await openOne(document)
    const before = session.doc.get()
    session.doc.subscribe(() => typeInto(before, 'lúc thay'))
    replaceWith(document, stateOf(document))
    await expect.poll(() => session.doc.get() !== before).toBe(true)
    expect(text(session)).toContain('lúc thay')
    await saved(session)
    expect(stored(document)).toContain('lúc thay')
    await session.close()
  })

  test('SEC1: an acknowledgement that crosses a replacement loses nothing on the screen', async () => {
    const document = await served.makeArticle()
    const { connection, session } = await openOne(document)
    for (let round = 0; round < 12; round += 1) {
      type(session, `${round};`)
      const sent = session.flush()
      // on its way, taken in, waiting for its commit: each round meets the append at another place
      for (let passed = 0; passed < round % 4; passed += 1) await answered(connection)
      if (round % 3 === 2) replaceWith(document, stateOf(document))
      if (round % 2 === 0) await sent
    }
    await saved(session)
    const typed = Array.from({ length: 12 }, (_, round) => `${round};`).join('')
    await expect.poll(() => text(session)).toContain(typed)
    expect(stored(document)).toContain(typed)
    await session.close()
  })

  test('SAFE1: what builds on text that a restored backup lacks is saved with that text, and the window closes', async () => {
    const document = await served.makeArticle()
    const { session } = await openOne(document)
    const backup = stateOf(document)
    type(session, 'sau bản sao lưu, ')
    await session.flush()
    const before = session.doc.get()
    type(session, 'chưa gửi, ')
    replaceWith(document, backup)
    await expect.poll(() => session.doc.get() !== before).toBe(true)
    type(session, 'sau')
    await saved(session)
    const typed = 'sau bản sao lưu, chưa gửi, sau'
    expect(text(session)).toContain(typed)
    expect(stored(document)).toContain(typed)
    expect(await session.close()).toBe(true)
  })

  test('TRUST6: what one person typed is never recorded as another’s, and is saved when its author is back', async () => {
    const document = await served.makeArticle()
    const { connection, person, session } = await openOne(document)
    const release = guardWindow(session)
    const other = await connection.client.people.addMember({
      id: uuidv7(),
      name: 'Bình',
      roles: ['approver'],
      pin,
    })
    await connection.client.session.signOut()
    type(session, 'chữ của Lan')
    await expect(flushTyped()).rejects.toMatchObject({ data: { code: 'not-signed-in' } })
    release()
    await connection.client.session.signIn({ profile: other.id, pin })
    session.retry()
    await expect
      .poll(() => session.state.get())
      .toEqual({ kind: 'failing', failure: { code: 'other-author', facts: { author: 'Lan' } } })
    // it stands in nobody's way
    await flushTyped()
    expect(stored(document)).not.toContain('chữ của Lan')
    await connection.client.session.signIn({ profile: person, pin })
    await saved(session)
    expect(stored(document)).toContain('chữ của Lan')
    const { contributions } = served.workspace.services.documents
    expect(contributions(document).map(({ profile }) => profile)).not.toContain(other.id)
  })

  test('SEC1: typed text is judged when the caret leaves its block', async () => {
    const document = await served.makeArticle()
    const { connection, session } = await openOne(document)
    session.caretIn('body')
    type(session, 'MẬT')
    session.caretIn('elsewhere')
    const hits = () => connection.client.secrets.hits({ document })
    await expect.poll(hits).toHaveLength(1)
    await session.close()
  })

  test('Closing saves first and says whether everything is safe', async () => {
    const document = await served.makeArticle()
    const { session } = await openOne(document)
    type(session, 'phút cuối')
    expect(await session.close()).toBe(true)
    expect(stored(document)).toContain('phút cuối')
  })

  async function anyProfile(): Promise<string> {
    const session = await served.connect().client.session.hello({ protocol: 1, client: 'test' })
    return session.profiles[0]?.id ?? ''
  }

  function stateOf(document: DocumentId): Uint8Array {
    const state = served.workspace.services.documents.state(document)
    if (!state.ok) throw new Error(state.failure.code)
    return state.value.update
  }

  function replaceWith(document: DocumentId, state: Uint8Array): void {
    const replaced = served.workspace.services.documents.replace(document, state)
    if (!replaced.ok) throw new Error(replaced.failure.code)
  }

  function stored(document: DocumentId): string {
    const doc = new Y.Doc()
    Y.applyUpdate(doc, stateOf(document))
    return doc.getText('body').toString()
  }

  function updatesOf(document: DocumentId): readonly unknown[] {
    return served.workspace.services.store.read
      .prepare('SELECT seq FROM updates WHERE document = ?')
      .all(document)
  }
})

/** Types at the end of the last block. */
function type(session: DocumentSession, typed: string): void {
  typeInto(session.doc.get(), typed)
}

function typeInto(doc: Y.Doc, typed: string): void {
  const body = doc.getText('body')
  body.insert(body.length, typed)
}

function text(session: DocumentSession): string {
  return session.doc.get().getText('body').toString()
}

function record(session: DocumentSession): SaveState[] {
  const told: SaveState[] = []
  session.state.subscribe(() => told.push(session.state.get()))
  return told
}

function nextState(session: DocumentSession): Promise<void> {
  const changed = Promise.withResolvers<void>()
  const stop = session.state.subscribe(changed.resolve)
  return changed.promise.finally(stop)
}

/** The time that a question and its answer take. */
async function answered({ client }: Connection): Promise<void> {
  await client.session.hello({ protocol: 1, client: 'test' })
}

/** Saved, breaks and all. */
async function saved(session: DocumentSession): Promise<void> {
  await expect.poll(() => session.state.get().kind, { timeout: 15_000 }).toBe('saved')
}
