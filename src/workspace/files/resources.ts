import { stat } from 'node:fs/promises'
import { type Failure, failure } from '#contract/failures.ts'
import { fail, type Result, succeed } from '#domain/result.ts'
import type { Services } from '../services.ts'
import { bundleFile } from '../store/bundle-files.ts'
import { madeFile } from '../store/made-files.ts'
import { derivedPath, packageZipPath, previewPicturePath } from '../store/paths.ts'
import { isShownInline, mediaTypeOf } from './media-types.ts'

/** What serving files needs of a workspace. */
export type ServingServices = Pick<Services, 'paths' | 'clock' | 'grants' | 'assets' | 'clips'>

/** Bytes that a shell serves to the page by URL. */
export type Resource = Readonly<{
  path: string
  bytes: number
  mediaType: string
  /** The name to save it under; null when the page may show it in place. */
  download: string | null
  /** Named by its content: it can be kept for ever. */
  immutable: boolean
  /** Names the bytes (an entity tag); null when they may change under their name. */
  tag: string | null
}>

/** Pictures are scaled to these widths only, so that no page can fill the disk with derived assets. */
const widths = [160, 320, 640, 1280, 1920]

/**
 * Finds what a path below the shell's origin names: `/asset/<sha256>[?width=]`, `/preview/<preview>/<picture>`,
 * `/clip/<sha256>`, `/clip/<sha256>/thumbnail?at=&height=`, `/package/<id>/<name>.zip`, `/bundle/<id>/<name>.tramtin`,
 * `/render/<sha256>/<name>.mp4|png`, `/made/<id>/<name>.tmx|csv|xlsx`. Each is matched whole: no other character gets as far as a file's name.
 */
export async function findResource(services: ServingServices, url: URL): Promise<Result<Resource, Failure>> {
  const [, area = '', first = '', second = ''] =
    /^\/(asset|clip|preview|package|bundle|made|render)\/([0-9a-f-]{36,64})(?:\/([A-Za-z0-9_][\w.-]*))?$/.exec(
      url.pathname,
    ) ?? []
  if (area === 'asset' && /^[0-9a-f]{64}$/.test(first) && second === '')
    return findAsset(services, first, url.searchParams.get('width'))
  if (area === 'clip' && /^[0-9a-f]{64}$/.test(first))
    return findClipFile(services, first, second, url.searchParams)
  if (area === 'preview') return findPreviewPicture(services, first, second)
  if (area === 'package' && second.endsWith('.zip')) return findPackageZip(services, first, second)
  if (area === 'made' && /\.(tmx|csv|xlsx)$/.test(second)) return findMade(services, first, second)
  if (area === 'bundle' && second.endsWith('.tramtin')) return findBundle(services, first, second)
  if (area === 'render' && /^[0-9a-f]{64}$/.test(first) && /\.(mp4|png)$/.test(second))
    return fromFile(derivedPath(services.paths, first), mediaTypeOf(second), second, true)
  return notFound(url.pathname)
}

export function isResourcePath(pathname: string): boolean {
  return /^\/(asset|clip|preview|package|bundle|made|render)\//.test(pathname)
}

async function findClipFile(
  { clips }: ServingServices,
  hash: string,
  part: string,
  asked: URLSearchParams,
): Promise<Result<Resource, Failure>> {
  if (part !== '' && part !== 'thumbnail') return notFound(part)
  const found =
    part === ''
      ? await clips.playable(hash)
      : await clips.thumbnail(hash, numberIn(asked, 'at', 0), numberIn(asked, 'height', 180))
  if (!found.ok) return found
  const { path, mediaType, tag } = found.value
  return fromFile(path, mediaType, hash, true, tag)
}

function numberIn(asked: URLSearchParams, name: string, other: number): number {
  const value = Number(asked.get(name) ?? Number.NaN)
  return Number.isFinite(value) ? value : other
}

function findPreviewPicture({ paths }: ServingServices, preview: string, name: string) {
  const path = previewPicturePath(paths, preview, name)
  return path === undefined ? notFound(name) : fromFile(path, mediaTypeOf(name), name, false)
}

function findMade({ paths }: ServingServices, id: string, name: string) {
  return fromFile(madeFile(paths, id, name), mediaTypeOf(name), name, false)
}

function findBundle({ paths }: ServingServices, id: string, name: string) {
  return fromFile(bundleFile(paths, id, name), mediaTypeOf(name), name, false)
}

function findPackageZip({ paths }: ServingServices, id: string, name: string) {
  return fromFile(packageZipPath(paths, id, name), mediaTypeOf(name), name, false)
}

async function notFound(what: string): Promise<Result<never, Failure>> {
  return fail(failure('not-found', { what }))
}

async function findAsset(
  services: ServingServices,
  hash: string,
  width: string | null,
): Promise<Result<Resource, Failure>> {
  const asset = services.assets.find(hash)
  if (!asset.ok) return asset
  if (width !== null && asset.value.mediaType.startsWith('image/'))
    return findScaled(services, hash, Number(width))
  return fromFile(services.assets.pathOf(hash), asset.value.mediaType, asset.value.name, true, hash)
}

async function findScaled(
  services: ServingServices,
  hash: string,
  wanted: number,
): Promise<Result<Resource, Failure>> {
  const width = widths.find((each) => each >= wanted) ?? widths.at(-1) ?? 1920
  const made = await services.assets.derive(hash, { kind: 'picture', width, height: null, format: 'webp' })
  return made.ok
    ? fromFile(made.value.path, made.value.mediaType, `${hash}.webp`, true, made.value.hash)
    : made
}

async function fromFile(
  path: string,
  mediaType: string,
  name: string,
  immutable: boolean,
  tag: string | null = null,
): Promise<Result<Resource, Failure>> {
  try {
    const { size } = await stat(path)
    const download = isShownInline(mediaType) ? null : name
    return succeed({ path, bytes: size, mediaType, download, immutable, tag })
  } catch {
    return fail(failure('not-found', { what: name }))
  }
}
