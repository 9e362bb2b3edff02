import { uuidv7 } from 'uuidv7'
import type { Failure } from '#contract/failures.ts'
import type { RevisionRow } from '#contract/revisions.ts'
import { changeArticle } from '#documents/article.ts'
import { restoreTrack } from '#documents/track/restore-track.ts'
import { restoreTargets } from '#documents/translation/restore-targets.ts'
import { type Article, emptyMetadata } from '#domain/article.ts'
import { diffArticles } from '#domain/article-diff.ts'
import { trackOfArticle } from '#domain/cues/track-article.ts'
import { articleDocument, type DocumentId } from '#domain/document-id.ts'
import { type Result, succeed } from '#domain/result.ts'
import type { ClientContext } from '../binding/clients.ts'
import { answer, operations } from '../binding/operations.ts'
import { signedIn } from '../binding/signed-in.ts'
import { viewDocument } from '../documents/content.ts'
import { readableText } from '../documents/readable-text.ts'
import { revisionHash } from '../documents/revisions.ts'
import type { Services } from '../services.ts'
import type { ReadHandle } from '../store/database.ts'

/** Versions of a text: keep, compare, restore: `contract/revisions.ts`. */
export function revisionsRouter(services: Services) {
  const { revisions } = operations
  return {
    list: revisions.list.handler(({ input }) => listVersions(services, input.document as DocumentId)),
    keep: revisions.keep.handler(({ input, context }) =>
      answer(keepVersion(services, context, input.id, input.document as DocumentId, input.name)),
    ),
    read: revisions.read.handler(({ input }) =>
      readableText(answer(articleAt(services, input.document as DocumentId, input.revision))),
    ),
    diff: revisions.diff.handler(({ input }) => {
      const document = input.document as DocumentId
      return diffArticles(
        answer(articleAt(services, document, input.from)),
        answer(articleAt(services, document, input.to)),
      )
    }),
    restore: revisions.restore.handler(async ({ input, context }) =>
      answer(await restoreVersion(services, context, { ...input, document: input.document as DocumentId })),
    ),
  }
}

type VersionRow = Omit<RevisionRow, 'by'> & Readonly<{ profile: string }>

function listVersions(services: Services, document: DocumentId): RevisionRow[] {
  return versionRows(services.store.read, document).map(({ profile, ...row }) => ({
    ...row,
    by: { id: profile, name: services.records.person(profile)?.name ?? '' },
  }))
}

function versionRows(db: ReadHandle, document: DocumentId): readonly VersionRow[] {
  return db
    .prepare<[string], VersionRow>(
      `SELECT id, document, revision, at, by_profile AS profile, reason, name, words FROM versions
       WHERE document = ? ORDER BY at DESC, id DESC`,
    )
    .all(document)
}

function articleAt(services: Services, document: DocumentId, side: string): Result<Article, Failure> {
  if (side === 'current') return services.documents.read(document)
  if (side === 'empty') return succeed({ metadata: emptyMetadata, blocks: [] })
  return services.documents.revision(side)
}

function keepVersion(
  services: Services,
  context: ClientContext,
  id: string,
  document: DocumentId,
  name: string,
): Result<RevisionRow, Failure> {
  const profile = signedIn(services, context)
  if (!profile.ok) return profile
  const kept = services.documents.keepRevision(id, document, 'named', name, profile.value.id)
  if (kept.ok) services.events.emit({ kind: 'revisions', document })
  return kept
}

/** The text of before is kept first, so that a restore can itself be undone (SAFE2). */
async function restoreVersion(
  services: Services,
  context: ClientContext,
  input: Readonly<{ id: string; document: DocumentId; revision: string }>,
): Promise<Result<RevisionRow, Failure>> {
  const profile = signedIn(services, context)
  if (!profile.ok) return profile
  // done before, with an answer that was lost: what was written since stays
  const done = listVersions(services, input.document).find(({ id }) => id === input.id)
  if (done) return succeed(done)
  const former = services.documents.revision(input.revision)
  if (!former.ok) return former
  const kept = services.documents.keepRevision(uuidv7(), input.document, 'automatic', '', profile.value.id)
  if (!kept.ok) return kept
  const edited = await restoreText(services, input.document, profile.value.id, former.value)
  if (!edited.ok) return edited
  services.events.emit({ kind: 'revisions', document: input.document })
  return services.documents.keepRevision(input.id, input.document, 'restored', '', profile.value.id)
}

/** A translation gets its former targets back where the source still says the same; it has no text of its own. */
function restoreText(
  { documents, clock }: Services,
  document: DocumentId,
  profile: string,
  former: Article,
): Promise<Result<number, Failure>> {
  const { translation } = former
  const track = trackOfArticle(former)
  if (track) return documents.edit(document, profile, (doc) => restoreTrack(doc, track))
  if (!translation) return documents.edit(document, profile, (doc) => changeArticle(doc, former))
  const source = documents.read(articleDocument(translation.article))
  if (!source.ok) return Promise.resolve(source)
  const editor = { by: profile, at: clock.now(), fresh: uuidv7 }
  return documents.edit(document, profile, (doc) =>
    restoreTargets(doc, () => viewDocument(doc, source.value), translation, revisionHash, editor),
  )
}
