import { rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { BundleExport } from '#contract/bundles.ts'
import { type Failure, failure } from '#contract/failures.ts'
import type { DocumentId } from '#domain/document-id.ts'
import { articleIdOf, storyOf, termbaseDocument, trackOf } from '#domain/document-id.ts'
import { fileSlug } from '#domain/file-slug.ts'
import { fail, type Result, succeed } from '#domain/result.ts'
import { findStamp } from '#domain/secret-stamps.ts'
import type { ClientContext } from '../binding/clients.ts'
import { signedIn } from '../binding/signed-in.ts'
import { documentsOfStory, storiesTouchedSince } from '../documents/log.ts'
import { bundleFile } from '../store/bundle-files.ts'
import type { ReadHandle } from '../store/database.ts'
import type { BundleServices } from './bundle-services.ts'
import { titleIn } from './collecting.ts'
import { type MadeBundle, makeBundle } from './making.ts'

type Scope =
  | Readonly<{ kind: 'stories'; articles: readonly string[] }>
  | Readonly<{ kind: 'since'; since: number }>
type ExportInput = Readonly<{ id: string; scope: Scope; note: string; directory: string | null }>

/** Makes a bundle of stories for a file: to be downloaded, or in a folder that the command line names. */
export async function exportStories(
  services: BundleServices,
  context: ClientContext,
  { id, scope, note, directory }: ExportInput,
): Promise<Result<BundleExport, Failure>> {
  const person = signedIn(services, context)
  if (!person.ok) return person
  if (directory !== null && !context.trusted) return fail(failure('not-found', { what: directory }))
  const stamp = findStamp(note)
  if (stamp) return fail(failure('secret-stamp', { where: 'note', ...stamp }))
  const documents = documentsIn(services, scope)
  if (!documents.ok) return documents
  const name = `${nameFor(services, documents.value)}.tramtin`
  const target = directory === null ? bundleFile(services.paths, id, name) : join(directory, name)
  // A repeat makes its file anew: what waits to be fetched is nobody's only copy.
  if (directory === null) await rm(dirname(target), { recursive: true, force: true })
  const order = {
    id,
    kind: 'stories',
    invited: null,
    holds: [],
    memory: scope.kind === 'since',
    way: 'file',
    profile: person.value.id,
  } as const
  const made = await makeBundle(services, { ...order, documents: documents.value, note, target })
  if (!made.ok) return made
  return succeed(exportView(made.value, target, directory))
}

export function fileView(target: string, id: string, bytes: number, directory: string | null) {
  const name = basename(target)
  return {
    name,
    bytes,
    url: directory === null ? `/bundle/${id}/${encodeURIComponent(name)}` : null,
    path: directory === null ? null : target,
  }
}

function exportView(
  { manifest, bytes, heldBack }: MadeBundle,
  target: string,
  directory: string | null,
): BundleExport {
  return {
    id: manifest.id,
    file: fileView(target, manifest.id, bytes, directory),
    stories: storiesIn(manifest.documents.map(({ id }) => id)).length,
    documents: manifest.documents.length,
    heldBack: heldBack.map((held) => ({ ...held })),
    missing: manifest.missing.length,
  }
}

/** The articles whose stories these documents belong to; a clip's subtitles go with the articles that hold it. */
export function storiesIn(documents: readonly string[]): readonly string[] {
  return [...new Set(documents.filter((id) => id !== termbaseDocument && !trackOf(id)).map(storyOf))]
}

function documentsIn(
  { store, documents }: BundleServices,
  scope: Scope,
): Result<readonly DocumentId[], Failure> {
  store.flush()
  if (scope.kind === 'since') {
    return succeed(withClips(documents, store.read, storiesTouchedSince(store.read, scope.since)))
  }
  const stories = scope.articles.map((article) => ({ article, of: documentsOfStory(store.read, article) }))
  const unknown = stories.find(({ of }) => of.length === 0)
  if (unknown) return fail(failure('document-unknown', { document: `article:${unknown.article}` }))
  const wanted = stories.flatMap(({ of }) => of)
  return succeed(withClips(documents, store.read, wanted))
}

/** The subtitles of the clips that the articles among some documents hold come along. */
function withClips(
  documents: BundleServices['documents'],
  db: ReadHandle,
  wanted: readonly DocumentId[],
): readonly DocumentId[] {
  const clips = wanted.filter(articleIdOf).flatMap((document) => {
    const article = documents.read(document)
    return article.ok ? article.value.blocks.filter(({ kind }) => kind === 'clip') : []
  })
  const tracks = clips.flatMap(({ asset }) => (asset ? documentsOfStory(db, asset) : []))
  return [...new Set([...wanted, ...tracks])]
}

/** A name that says what is in it and when it was made, and that every system takes. */
function nameFor(services: BundleServices, documents: readonly DocumentId[]): string {
  const stories = storiesIn(documents)
  const moment = momentOf(services.clock.now())
  const [story] = stories
  if (story === undefined || stories.length > 1) return `${stories.length}-bai-${moment}`
  const article = services.documents.read(`article:${story}`)
  const slug = fileSlug(article.ok ? titleIn(article.value) : '')
  return `${slug === '' ? 'bai' : slug}-${moment}`
}

/** Such as `20261124-1402`, by this machine's clock. */
function momentOf(at: number): string {
  const date = new Date(at)
  const two = (value: number) => String(value).padStart(2, '0')
  const day = `${date.getFullYear()}${two(date.getMonth() + 1)}${two(date.getDate())}`
  return `${day}-${two(date.getHours())}${two(date.getMinutes())}`
}
