import { call } from '@orpc/server'
import { uuidv7 } from 'uuidv7'
import { articleUpdate } from '#documents/article.ts'
import { createUpdateWriter } from '#workspace/documents/update-writer.ts'
import { openStore } from '#workspace/store/open-store.ts'
import { workspacePaths } from '#workspace/store/paths.ts'
import { openWorkspace } from '#workspace/workspace.ts'
import { fill } from './search.ts'

export type Person = Readonly<{ profile: string; pin: string }>

/** A newsroom of one person with fifty thousand articles, in the log as well as in the list and the full text. */
export async function makeLargeWorkspace(folder: string): Promise<Person> {
  const person = await found(folder)
  const opened = openStore(workspacePaths(folder), { now: Date.now })
  if (!opened.ok) throw new Error(opened.failure.code)
  const store = opened.value
  const { insert } = createUpdateWriter(
    store,
    { now: Date.now },
    () => undefined,
    () => undefined,
  )
  // What a start reads is the number of articles, not their length.
  fill(store, {
    paragraphs: 2,
    also(db, document, article) {
      const bytes = articleUpdate(article)
      const row = { document, profile: person.profile, client: '', batch: null, bytes, minReader: 1 }
      const { seq } = insert(db, row)
      db.prepare('INSERT INTO projected (document, seq, record_seq) VALUES (?, ?, 0)').run(document, seq)
    },
  })
  store.close()
  return person
}

export async function found(folder: string): Promise<Person> {
  const opened = await openWorkspace(folder)
  if (!opened.ok) throw new Error(opened.failure.code)
  const { router, newClient, close } = opened.value
  const context = newClient('founder', true)
  const pin = '280926'
  const founding = { id: uuidv7(), newsroom: 'Báo Thái Nguyên', owner: 'Hoàng Nam', pin }
  const { owner, recoveryFile } = await call(router.people.createNewsroom, founding, { context })
  await call(router.people.confirmRecovery, { recoveryFile }, { context })
  await close()
  return { profile: owner.id, pin }
}
