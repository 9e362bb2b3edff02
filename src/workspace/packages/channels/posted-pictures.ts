import { readFile } from 'node:fs/promises'
import { type Failure, failure } from '#contract/failures.ts'
import type { ChannelRendition, EditionChannel } from '#domain/channels.ts'
import type { EditionTexts } from '#domain/editions/edition-article.ts'
import { fail, type Result, succeed } from '#domain/result.ts'
import type { AssetService } from '#workspace/services.ts'
import { writeFailure } from '#workspace/store/durable-files.ts'
import { sha256Hex } from '../../store/sha256.ts'
import type { MadePicture } from '../package-files.ts'

/** How many pictures a channel takes with one text. */
export function pictureRoom({ renditions, mediaLimits }: EditionChannel): number {
  if (renditions.length === 0) return 0
  const files = mediaLimits.filter((limit) => limit.of === 'picture' && limit.unit === 'files')
  return Math.min(...files.map(({ maximum }) => maximum), Number.POSITIVE_INFINITY)
}

/** Where the picture at a place of the posting order stands: `vi/01.jpg`. */
export function postedPath(language: string, at: number, format: ChannelRendition['format']): string {
  const ending = format === 'jpeg' ? 'jpg' : format
  return `${language}/${String(at + 1).padStart(2, '0')}.${ending}`
}

/** A text's pictures, numbered in posting order, each within the bytes that the channel takes. */
export async function makePosted(
  assets: AssetService,
  channel: EditionChannel,
  { language, pictures }: Pick<EditionTexts, 'language' | 'pictures'>,
): Promise<Result<readonly MadePicture[], Failure>> {
  const [rendition] = channel.renditions
  const made: MadePicture[] = []
  if (!rendition) return succeed(made)
  for (const [at, { asset }] of pictures.slice(0, pictureRoom(channel)).entries()) {
    const picture = await fitting(assets, channel, rendition, asset)
    if (!picture.ok) return picture
    made.push({ ...picture.value, path: postedPath(language, at, rendition.format) })
  }
  return succeed(made)
}

/** First the quality falls, then the width, in fixed steps: the same original gives the same file (SAME1). */
const qualitySteps = [0, 10, 20, 30]
const widthSteps = [1, 0.75, 0.5, 0.35]

async function fitting(
  assets: AssetService,
  { mediaLimits }: EditionChannel,
  rendition: ChannelRendition,
  original: string,
): Promise<Result<MadePicture, Failure>> {
  const limits = mediaLimits.filter((limit) => limit.of === 'picture' && limit.unit === 'bytes')
  const most = Math.min(...limits.map(({ maximum }) => maximum), Number.POSITIVE_INFINITY)
  for (const share of widthSteps) {
    for (const less of qualitySteps) {
      const width = Math.round(rendition.width * share)
      const quality = Math.max(30, rendition.quality - less)
      const made = await makeOne(assets, { ...rendition, width, quality }, original)
      if (!made.ok || made.value.bytes <= most) return made
    }
  }
  const smallest = await makeOne(assets, { ...rendition, width: 16, quality: 30 }, original)
  const count = smallest.ok ? smallest.value.bytes : 0
  return fail(failure('edition-unfit', { document: original, field: 'picture', count, maximum: most }))
}

async function makeOne(
  assets: AssetService,
  { name, width, format, quality }: ChannelRendition,
  original: string,
): Promise<Result<MadePicture, Failure>> {
  const derived = await assets.derive(original, { kind: 'picture', width, height: null, format, quality })
  if (!derived.ok) return derived
  try {
    const content = await readFile(derived.value.path)
    const sha256 = sha256Hex(content)
    if (sha256 !== derived.value.hash) return fail(failure('asset-missing', { asset: derived.value.hash }))
    const { mediaType, width: wide, height } = derived.value
    return succeed({
      original,
      content,
      sha256,
      path: '',
      rendition: name,
      bytes: content.length,
      mediaType,
      width: wide,
      height,
    })
  } catch (error) {
    return fail(writeFailure(error, derived.value.path))
  }
}
