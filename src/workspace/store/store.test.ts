import { expect, test } from 'vitest'
import { makeStore } from '#tests/workspace/make-store.ts'

function set(store: ReturnType<typeof makeStore>, profile: string) {
  return (db: Parameters<Parameters<typeof store.write>[0]>[0]) =>
    db.prepare("INSERT INTO preferences VALUES (?, '{}')").run(profile)
}

function profiles({ read }: ReturnType<typeof makeStore>): readonly string[] {
  return read
    .prepare<[], { profile: string }>('SELECT profile FROM preferences ORDER BY profile')
    .all()
    .map(({ profile }) => profile)
}

test('a transaction that returns a promise throws and stores nothing', async () => {
  const store = makeStore()
  const work = async (db: Parameters<Parameters<typeof store.write>[0]>[0]) => {
    set(store, 'a')(db)
  }
  expect(() => store.write(work)).toThrow('promise')
  await expect(store.writeGrouped(work)).rejects.toThrow('promise')
  expect(profiles(store)).toEqual([])
})

test('writes join one commit, and listeners are told once, with no transaction open', async () => {
  const store = makeStore()
  const told: boolean[] = []
  store.afterCommit(() => told.push(store.write((db) => db.inTransaction)))
  await Promise.all(['a', 'b', 'c'].map((profile) => store.writeGrouped(set(store, profile))))
  expect(profiles(store)).toEqual(['a', 'b', 'c'])
  expect(told).toEqual([true])
})

test('a group is committed within 100 ms, also while writes keep coming', async () => {
  const store = makeStore()
  const waits: number[] = []
  for (let n = 0; n < 12; n += 1) {
    const asked = performance.now()
    await store.writeGrouped(set(store, `${n}`))
    waits.push(performance.now() - asked)
  }
  const typical = waits.toSorted((a, b) => a - b)[6] ?? 0
  expect(typical).toBeLessThan(100)
})

test('one work that throws is undone alone; the others of its group are stored', async () => {
  const store = makeStore()
  const outcomes = await Promise.allSettled([
    store.writeGrouped(set(store, 'a')),
    store.writeGrouped((db) => {
      set(store, 'b')(db)
      throw new Error('a bug')
    }),
    store.writeGrouped(set(store, 'c')),
  ])
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
  expect(profiles(store)).toEqual(['a', 'c'])
})

test('a single write commits what waits before it, in order', async () => {
  const store = makeStore()
  const grouped = store.writeGrouped(set(store, 'a'))
  expect(store.write(() => profiles(store))).toEqual(['a'])
  await grouped
})

test('a write inside a write is part of it', () => {
  const store = makeStore()
  const outer = () =>
    store.write((db) => {
      store.write(set(store, 'inner'))
      set(store, 'outer')(db)
      throw new Error('taken back')
    })
  expect(outer).toThrow('taken back')
  expect(profiles(store)).toEqual([])
})

test('a listener with a bug is reported, and makes no durable write look failed', async () => {
  const reported: unknown[] = []
  const heard: string[] = []
  const store = makeStore({ reportBug: (error) => reported.push(error) })
  store.afterCommit(() => {
    throw new Error('a bug in a projection')
  })
  store.afterCommit(() => heard.push('the next one'))
  expect(await store.writeGrouped(set(store, 'a'))).toMatchObject({ changes: 1 })
  expect(reported).toMatchObject([{ message: 'a bug in a projection' }])
  expect(heard).toEqual(['the next one'])
})

test('closing commits what waits', async () => {
  const store = makeStore()
  const grouped = store.writeGrouped(set(store, 'a'))
  store.close()
  expect(await grouped).toMatchObject({ changes: 1 })
})
