import { readFile } from 'node:fs/promises'
import { type Failure, failure } from '#contract/failures.ts'
import type { Article } from '#domain/article.ts'
import type { Channel, ChannelRendition } from '#domain/channels.ts'
import { fail, type Result, succeed } from '#domain/result.ts'
import type { AssetService, JobControl } from '#workspace/services.ts'
import { writeFailure } from '#workspace/store/durable-files.ts'
import { sha256Hex } from '../store/sha256.ts'
import type { MadePicture } from './package-files.ts'

const endings = { jpeg: 'jpg', webp: 'webp', png: 'png' } as const

/** The originals that an article's figures show, each once, in reading order. */
export function pictureHashes(articles: readonly Article[]): readonly string[] {
  const figures = articles.flatMap(({ blocks }) => blocks.filter(({ kind }) => kind === 'figure'))
  return [...new Set(figures.flatMap(({ asset }) => (asset === undefined || asset === '' ? [] : [asset])))]
}

/**
 * Every picture in every rendition of the channel, widest first. A small original gives fewer files: renditions
 * that would come out in the same size are made once.
 */
export async function makePictures(
  assets: AssetService,
  channel: Channel,
  originals: readonly string[],
  control: JobControl,
): Promise<Result<readonly MadePicture[], Failure>> {
  const made: MadePicture[] = []
  for (const [index, original] of originals.entries()) {
    if (control.signal.aborted) return fail(failure('cancelled', {}))
    const files = await makeRenditions(assets, channel, original)
    if (!files.ok) return files
    made.push(...files.value)
    control.progress((0.8 * (index + 1)) / originals.length)
  }
  return succeed(made)
}

async function makeRenditions(
  assets: AssetService,
  channel: Channel,
  original: string,
): Promise<Result<readonly MadePicture[], Failure>> {
  const widestFirst = [...channel.renditions].sort((left, right) => right.width - left.width)
  const made = await Promise.all(widestFirst.map((rendition) => makeRendition(assets, original, rendition)))
  const files: MadePicture[] = []
  for (const file of made) {
    if (!file.ok) return file
    const { width, mediaType } = file.value
    if (!files.some((other) => other.width === width && other.mediaType === mediaType)) files.push(file.value)
  }
  return succeed(files)
}

/** What was derived is read back and must be the bytes whose texts were checked when it was made. */
async function makeRendition(
  assets: AssetService,
  original: string,
  { name, width, format, quality }: ChannelRendition,
): Promise<Result<MadePicture, Failure>> {
  const derived = await assets.derive(original, { kind: 'picture', width, height: null, format, quality })
  if (!derived.ok) return derived
  const content = await readPicture(derived.value.path)
  if (!content.ok) return content
  const sha256 = sha256Hex(content.value)
  if (sha256 !== derived.value.hash) return fail(failure('asset-missing', { asset: derived.value.hash }))
  return succeed({
    original,
    content: content.value,
    sha256,
    path: `pictures/${original.slice(0, 16)}-${name}.${endings[format]}`,
    rendition: name,
    bytes: content.value.length,
    mediaType: derived.value.mediaType,
    width: derived.value.width,
    height: derived.value.height,
  })
}

async function readPicture(path: string): Promise<Result<Buffer, Failure>> {
  try {
    return succeed(await readFile(path))
  } catch (error) {
    return fail(writeFailure(error, path))
  }
}
