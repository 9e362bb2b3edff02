import { expect, test } from 'vitest'
import type { WorkspaceEvent } from '#contract/events.ts'
import { articleDocument } from '#domain/document-id.ts'
import { createPresence } from './presence.ts'

const article = articleDocument('0199a000-0000-7000-8000-00000000000a')
const nam = { client: 'w1', profile: 'nam', trusted: false }
const ha = { client: 'w2', profile: 'ha', trusted: false }

function makePresence() {
  const told: WorkspaceEvent[] = []
  const presence = createPresence({ emit: (event) => told.push(event) })
  const seenBy = (client: string) =>
    presence.besides(article, client).map(({ context, typingIn }) => [context.profile, typingIn])
  return { presence, told, seenBy }
}

test('windows see each other while they have the same document open, and nobody sees oneself', () => {
  const { presence, told, seenBy } = makePresence()
  const leave = presence.enter(article, nam)
  presence.enter(article, ha)
  expect([seenBy('w1'), seenBy('w2')]).toEqual([[['ha', null]], [['nam', null]]])
  leave()
  expect(seenBy('w2')).toEqual([])
  expect(told).toEqual(Array.from({ length: 3 }, () => ({ kind: 'presence', document: article })))
})

test('a window that came back before its lost line was seen to be dead is still here', () => {
  const { presence, seenBy } = makePresence()
  const lost = presence.enter(article, ha)
  presence.enter(article, ha)
  lost()
  expect(seenBy('w1')).toEqual([['ha', null]])
})

test('the block a person types in is told once, and taken back', () => {
  const { presence, told, seenBy } = makePresence()
  presence.enter(article, ha)
  presence.typing(article, 'w2', 'b1')
  presence.typing(article, 'w2', 'b1')
  expect(seenBy('w1')).toEqual([['ha', 'b1']])
  presence.typing(article, 'w2', null)
  presence.typing(article, 'unknown', 'b1')
  expect(seenBy('w1')).toEqual([['ha', null]])
  expect(told).toHaveLength(3)
})

test('a program, or a window where nobody is signed in, is no colleague', () => {
  const { presence, seenBy } = makePresence()
  presence.enter(article, { client: 'cli', profile: null, trusted: true })
  expect(seenBy('w1')).toEqual([])
})
