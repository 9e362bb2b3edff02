import type { ReadHandle, WriteHandle } from '../store/database.ts'
import { prepared } from '../store/statements.ts'

/** The shared folder, and from when on documents go there. */
export type MailboxChoice = Readonly<{ folder: string; since: number }>

export function readChoice(db: ReadHandle): MailboxChoice | undefined {
  return prepared<[], MailboxChoice>(db, 'SELECT folder, since FROM mailbox').get()
}

/** Another folder is another mailbox: what lies in the old one says nothing of it. */
export function writeChoice(db: WriteHandle, choice: MailboxChoice | null, at: number): void {
  const former = readChoice(db)
  if (former?.folder !== choice?.folder) prepared(db, 'DELETE FROM mailbox_posts').run()
  prepared(db, 'DELETE FROM mailbox').run()
  if (choice === null) return
  prepared<[string, number, number]>(
    db,
    'INSERT INTO mailbox (id, folder, since, set_at) VALUES (1, ?, ?, ?)',
  ).run(choice.folder, choice.since, at)
}

export type Post = Readonly<{ device: string; document: string; digest: string; bundle: string }>

export function notePosts(db: WriteHandle, posts: readonly Post[]): void {
  const put = prepared<[Post]>(
    db,
    `INSERT INTO mailbox_posts (device, document, digest, bundle) VALUES (@device, @document, @digest, @bundle)
     ON CONFLICT (device, document) DO UPDATE SET digest = excluded.digest, bundle = excluded.bundle`,
  )
  for (const post of posts) put.run(post)
}

/** True when this state of a document lies in the mailbox, whoever put it there. */
export function isPosted(db: ReadHandle, document: string, digest: string): boolean {
  return (
    prepared<[string, string]>(
      db,
      'SELECT 1 FROM mailbox_posts WHERE document = ? AND digest = ? LIMIT 1',
    ).get(document, digest) !== undefined
  )
}

/** The files of a machine that still hold the newest it put there of some document. */
export function neededFiles(db: ReadHandle, device: string): ReadonlySet<string> {
  const rows = prepared<[string], { bundle: string }>(
    db,
    'SELECT DISTINCT bundle FROM mailbox_posts WHERE device = ?',
  ).all(device)
  return new Set(rows.map(({ bundle }) => bundle))
}
