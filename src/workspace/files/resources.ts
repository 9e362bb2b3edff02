import { stat } from 'node:fs/promises'
import { type Failure, failure } from '#contract/failures.ts'
import { fail, type Result, succeed } from '#domain/result.ts'
import type { Services } from '../services.ts'
import { isShownInline } from './media-types.ts'

/** What serving files needs of a workspace. */
export type ServingServices = Pick<Services, 'paths' | 'clock' | 'grants' | 'assets'>

/** Bytes that a shell serves to the page by URL. */
export type Resource = Readonly<{
  path: string
  bytes: number
  mediaType: string
  /** The name to save it under; null when the page may show it in place. */
  download: string | null
  /** Named by its content: it can be kept for ever. */
  immutable: boolean
}>

/** Pictures are scaled to these widths only, so that no page can fill the disk with derived assets. */
const widths = [160, 320, 640, 1280, 1920]

/** Finds what a URL below the shell's origin names: `/asset/<sha256>[?width=]`. */
export async function findResource(services: ServingServices, url: URL): Promise<Result<Resource, Failure>> {
  const asset = /^\/asset\/([0-9a-f]{64})$/.exec(url.pathname)?.[1]
  if (asset !== undefined) return findAsset(services, asset, url.searchParams.get('width'))
  return fail(failure('not-found', { what: url.pathname }))
}

export function isResourcePath(pathname: string): boolean {
  return pathname.startsWith('/asset/')
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
  return fromFile(services.assets.pathOf(hash), asset.value.mediaType, asset.value.name, true)
}

async function findScaled(
  services: ServingServices,
  hash: string,
  wanted: number,
): Promise<Result<Resource, Failure>> {
  const width = widths.find((each) => each >= wanted) ?? widths.at(-1) ?? 1920
  const made = await services.assets.derive(hash, { kind: 'picture', width, height: null, format: 'webp' })
  return made.ok ? fromFile(made.value.path, made.value.mediaType, `${hash}.webp`, true) : made
}

async function fromFile(
  path: string,
  mediaType: string,
  name: string,
  immutable: boolean,
): Promise<Result<Resource, Failure>> {
  try {
    const { size } = await stat(path)
    const download = isShownInline(mediaType) ? null : name
    return succeed({ path, bytes: size, mediaType, download, immutable })
  } catch {
    return fail(failure('not-found', { what: name }))
  }
}
