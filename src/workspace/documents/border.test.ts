import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { articleUpdate } from '#documents/article.ts'
import { createRandom } from '#tests/soak/random.ts'
import {
  createArticle,
  documentOne,
  makeArticle,
  makeDocuments,
  typeText,
} from '#tests/workspace/make-documents.ts'
import { loadDocument } from './cache.ts'

const trials = Number(process.env['TRAMTIN_SEEDS'] ?? 300)

/** Changes some bytes, cuts, or repeats: what a broken cable, disk or hand makes of an update. */
function spoil(bytes: Uint8Array, random: ReturnType<typeof createRandom>): Uint8Array {
  const spoiled = Uint8Array.from(bytes)
  for (let hit = 0; hit <= random.below(4); hit += 1)
    spoiled[random.below(spoiled.length)] = random.below(256)
  if (random.chance(0.2)) return spoiled.slice(0, random.below(spoiled.length))
  return random.chance(0.1) ? Uint8Array.from([...spoiled, ...spoiled]) : spoiled
}

test(`${trials} spoiled updates are refused or harmless: the document stays whole and takes good ones`, async () => {
  const { documents, store } = makeDocuments()
  await createArticle(documents, documentOne, makeArticle(['Một.', 'Hai.']))
  const state = documents.state(documentOne)
  const client = new Y.Doc()
  if (state.ok) Y.applyUpdate(client, state.value.update)
  let refused = 0
  for (let seed = 1; seed <= trials; seed += 1) {
    const random = createRandom(seed)
    const fresh = random.chance(0.3) ? articleUpdate(makeArticle(['Lạ.'])) : typed(client)
    const request = { document: documentOne, profile: 'lan', client: 'c', typingIn: null }
    const answer = await documents.append({
      ...request,
      batch: `bad${seed}`,
      updates: [spoil(fresh, random)],
    })
    if (!answer.ok) refused += 1
    const read = documents.read(documentOne)
    const loaded = loadDocument(store.read, documentOne)
    if (!read.ok || !loaded.ok) throw new Error(`seed ${seed}: ${JSON.stringify({ read, loaded })}`)
  }
  expect(refused).toBeGreaterThan(trials / 4)
})

/** A key of a client whose copy is thrown away: the next one builds on the same state. */
function typed(client: Y.Doc): Uint8Array {
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(client))
  const before = Y.encodeStateVector(copy)
  typeText(copy, 'gõ')
  return Y.encodeStateAsUpdate(copy, before)
}
