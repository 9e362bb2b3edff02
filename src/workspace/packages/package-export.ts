import { existsSync } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { type Failure, failure } from '#contract/failures.ts'
import { takesEdition } from '#domain/channels.ts'
import { editionTexts } from '#domain/editions/edition-article.ts'
import { fail, type Result, succeed } from '#domain/result.ts'
import type { JobControl } from '#workspace/services.ts'
import type { WriteHandle } from '#workspace/store/database.ts'
import { writeFailure } from '#workspace/store/durable-files.ts'
import { packageFolder } from '../store/paths.ts'
import { makePosted } from './channels/posted-pictures.ts'
import type { PackageContext } from './package-context.ts'
import { type MadeFile, type MadePicture, manifestFile, packageFiles } from './package-files.ts'
import { makePictures, pictureHashes } from './package-pictures.ts'
import type { PackagePlan } from './package-plan.ts'
import { signPackage } from './package-record.ts'
import { insertPackageRow } from './package-rows.ts'
import { deliverPackage, placePackage, writePackage } from './package-writing.ts'

/**
 * Makes a planned package: pictures first, then all files in memory, then written aside, flushed and renamed,
 * and only then listed and signed for. Whatever stops it leaves no half package (SAFE3). Answers its id.
 */
export async function makePackage(
  context: PackageContext,
  plan: PackagePlan,
  profile: string | null,
  control: JobControl,
): Promise<Result<string, Failure>> {
  const taken = targets(plan).find((path) => existsSync(path))
  if (taken !== undefined) return fail(failure('target-exists', { path: taken }))
  const pictures = await picturesOf(context, plan, control)
  if (!pictures.ok) return pictures
  const contents = packageFiles(plan, pictures.value)
  const manifest = manifestFile(plan, contents)
  const placed: string[] = []
  const made = await publish({ ...context, placed }, plan, [manifest, ...contents], profile, control)
  if (!made.ok) for (const path of placed) await rm(path, { recursive: true, force: true })
  return made
}

/** A portal's pictures in all its sizes, each once; an edition's in its own order, language by language. */
async function picturesOf(
  { assets }: PackageContext,
  { channel, texts }: PackagePlan,
  control: JobControl,
): Promise<Result<readonly MadePicture[], Failure>> {
  if (!takesEdition(channel)) {
    return makePictures(assets, channel, pictureHashes(texts.map(({ text }) => text.article)), control)
  }
  const made: MadePicture[] = []
  for (const [at, { text }] of texts.entries()) {
    if (control.signal.aborted) return fail(failure('cancelled', {}))
    const edition = editionTexts(text.article)
    const pictures = edition ? await makePosted(assets, channel, edition) : succeed([])
    if (!pictures.ok) return pictures
    made.push(...pictures.value)
    control.progress((0.8 * (at + 1)) / texts.length)
  }
  return succeed(made)
}

/** Where a package goes that was asked for in a folder: as a folder and as a zip. */
function targets({ order, name }: PackagePlan): readonly string[] {
  return order.directory === null ? [] : [join(order.directory, name), join(order.directory, `${name}.zip`)]
}

/** A failed export leaves everything as it was: it takes back what it put in `placed`, and nothing else. */
type Publishing = PackageContext & Readonly<{ placed: string[] }>

async function publish(
  context: Publishing,
  plan: PackagePlan,
  files: readonly MadeFile[],
  profile: string | null,
  control: JobControl,
): Promise<Result<string, Failure>> {
  const { order, name } = plan
  const aside = join(context.paths.temporary, `package-${order.id}`)
  const place = packageFolder(context.paths, order.id)
  try {
    await rm(aside, { recursive: true, force: true })
    await mkdir(aside, { recursive: true })
    const bytes = await writePackage(aside, name, files, control.signal)
    await placePackage(aside, place)
    context.placed.push(place)
    control.signal.throwIfAborted()
    control.progress(0.95)
    const path = order.directory === null ? null : await deliverPackage(place, name, order.directory)
    context.placed.push(...targets(plan))
    control.signal.throwIfAborted()
    const manifest = files[0]?.sha256 ?? ''
    const listed = await control.conclude((db) =>
      list(db, context, plan, profile, { bytes, path, manifest, files: files.length }),
    )
    if (listed.ok) context.events.emit({ kind: 'packages' })
    return listed
  } catch (error) {
    return fail(writeFailure(error, order.directory ?? context.paths.packages))
  } finally {
    await rm(aside, { recursive: true, force: true })
  }
}

type Made = Readonly<{ bytes: number; path: string | null; manifest: string; files: number }>

/** The list's row and the signed record are one transaction: neither stands without the other. */
function list(
  db: WriteHandle,
  context: PackageContext,
  plan: PackagePlan,
  profile: string | null,
  made: Made,
): Result<string, Failure> {
  const signed = signPackage(context, plan, made.manifest, profile)
  if (!signed.ok) return signed
  insertPackageRow(db, {
    ...made,
    id: plan.order.id,
    article: plan.order.article,
    title: plan.title,
    channel: plan.channel.id,
    languages: plan.texts.map(({ text }) => text.language),
    preview: plan.order.preview,
    at: context.clock.now(),
    by: profile ?? '',
    zipName: `${plan.name}.zip`,
    warnings: plan.warnings.map(({ code, facts }) => ({ code, facts: { ...facts } })),
  })
  return succeed(plan.order.id)
}
