import { existsSync } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { type Failure, failure } from '#contract/failures.ts'
import { fail, type Result, succeed } from '#domain/result.ts'
import { writeFailure } from '#workspace/durable-files.ts'
import type { JobControl } from '#workspace/services.ts'
import type { PackageContext } from './package-context.ts'
import { type MadeFile, manifestFile, packageFiles } from './package-files.ts'
import { packageFolder } from './package-paths.ts'
import { makePictures, pictureHashes } from './package-pictures.ts'
import type { PackagePlan } from './package-plan.ts'
import { signPackage } from './package-record.ts'
import { insertPackageRow } from './package-rows.ts'
import { deliverPackage, placePackage, type WrittenPackage, writePackage } from './package-writing.ts'

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
  const taken = takenTarget(plan)
  if (taken !== undefined) return fail(failure('target-exists', { path: taken }))
  const originals = pictureHashes(plan.texts.map(({ text }) => text.article))
  const pictures = await makePictures(context.assets, plan.channel, originals, control)
  if (!pictures.ok) return pictures
  const contents = packageFiles(plan, pictures.value)
  const manifest = manifestFile(plan, contents)
  const files = [manifest, ...contents]
  const written = await writeInPlace(context, plan, files, control)
  if (!written.ok) return written
  control.progress(0.95)
  return list(context, plan, profile, { ...written.value, manifest: manifest.sha256, files: files.length })
}

function takenTarget({ order, name }: PackagePlan): string | undefined {
  if (order.directory === null) return undefined
  return [join(order.directory, name), join(order.directory, `${name}.zip`)].find((path) => existsSync(path))
}

type Placed = Readonly<{ zipBytes: number; path: string | null }>

async function writeInPlace(
  { paths }: PackageContext,
  { order, name }: PackagePlan,
  files: readonly MadeFile[],
  control: JobControl,
): Promise<Result<Placed, Failure>> {
  const aside = join(paths.temporary, `package-${order.id}`)
  try {
    await rm(aside, { recursive: true, force: true })
    await mkdir(aside, { recursive: true })
    const written = await writePackage(aside, name, files, control.signal)
    const path = await deliver(written, name, order.directory)
    control.signal.throwIfAborted()
    await placePackage(aside, packageFolder(paths, order.id))
    return succeed({ zipBytes: written.zipBytes, path })
  } catch (error) {
    return fail(writeFailure(error, order.directory ?? paths.packages))
  } finally {
    await rm(aside, { recursive: true, force: true })
  }
}

async function deliver(
  written: WrittenPackage,
  name: string,
  directory: string | null,
): Promise<string | null> {
  return directory === null ? null : deliverPackage(written, name, directory)
}

function list(
  context: PackageContext,
  plan: PackagePlan,
  profile: string | null,
  made: Placed & Readonly<{ manifest: string; files: number }>,
): Result<string, Failure> {
  const signed = signPackage(context, plan, made.manifest, profile)
  if (!signed.ok) return signed
  context.store.write((db) =>
    insertPackageRow(db, {
      id: plan.order.id,
      article: plan.order.article,
      title: plan.title,
      channel: plan.channel.id,
      languages: plan.texts.map(({ text }) => text.language),
      preview: plan.order.preview,
      at: context.clock.now(),
      by: profile ?? '',
      manifest: made.manifest,
      bytes: made.zipBytes,
      files: made.files,
      path: made.path,
      zipName: `${plan.name}.zip`,
      warnings: plan.warnings.map(({ code, facts }) => ({ code, facts: { ...facts } })),
    }),
  )
  context.events.emit({ kind: 'packages' })
  return succeed(plan.order.id)
}
