import { setImmediate as breathe } from 'node:timers/promises'
import type { Verdict } from '#contract/packages.ts'
import { loadDocument } from '../documents/cache.ts'
import { allDocuments } from '../documents/log.ts'
import { revisionHash } from '../documents/revisions.ts'
import type { ReadHandle } from '../store/database.ts'

type Problem = Verdict['problems'][number]

/** Every document loads whole from its rows, every row has its author, every revision is what its hash says. */
export async function verifyLog(db: ReadHandle): Promise<readonly Problem[]> {
  return [...(await brokenDocuments(db)), ...rowsWithoutAuthor(db), ...(await brokenRevisions(db))]
}

async function brokenDocuments(db: ReadHandle): Promise<readonly Problem[]> {
  const problems: Problem[] = []
  for (const document of allDocuments(db)) {
    const loaded = loadDocument(db, document)
    if (loaded.ok) loaded.value.doc.destroy()
    else problems.push({ code: 'document-damaged', file: document, detail: detailOf(loaded.failure.facts) })
    await breathe()
  }
  return problems
}

function rowsWithoutAuthor(db: ReadHandle): readonly Problem[] {
  return db
    .prepare<[], { document: string; sequence: number }>(
      `SELECT document, device_sequence AS sequence FROM updates AS row WHERE profile <> '' AND NOT EXISTS (
         SELECT 1 FROM contributions AS range
         WHERE range.document = row.document AND range.device = row.device AND range.profile = row.profile
           AND row.device_sequence BETWEEN range.first_sequence AND range.last_sequence)`,
    )
    .all()
    .map(({ document, sequence }) => ({ code: 'author-missing', file: document, detail: String(sequence) }))
}

async function brokenRevisions(db: ReadHandle): Promise<readonly Problem[]> {
  const hashes = db.prepare<[], { hash: string }>('SELECT hash FROM revisions').all()
  const body = db.prepare<[string], { document: string; body: string }>(
    'SELECT document, body FROM revisions WHERE hash = ?',
  )
  const problems: Problem[] = []
  for (const { hash } of hashes) {
    const row = body.get(hash)
    if (row && revisionHash(row.body) !== hash) {
      problems.push({ code: 'revision-damaged', file: row.document, detail: hash })
    }
    await breathe()
  }
  return problems
}

function detailOf(facts: object): string {
  return 'detail' in facts ? String(facts.detail) : ''
}
