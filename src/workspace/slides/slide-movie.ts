import { createHash } from 'node:crypto'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Failure, failure } from '#contract/failures.ts'
import { canonicalJson } from '#domain/canonical-json.ts'
import type { MediaFacts } from '#domain/clips/media-facts.ts'
import { type Screen, themeOf } from '#domain/led/screen.ts'
import { fail, type Result, succeed } from '#domain/result.ts'
import type { MediaService } from '../media/media-service.ts'
import type { MediaFileFacts } from '../services.ts'
import { type MovieSlide, movieArguments, movieRate, paddedSize } from './movie-arguments.ts'
import type { MadeSlide } from './slide-making.ts'

function framesOf({ seconds }: MadeSlide): number {
  return Math.round(seconds * movieRate)
}

function movieSlides(slides: readonly MadeSlide[]): readonly MovieSlide[] {
  return slides.map((slide, at) => ({
    file: `slide-${String(at + 1).padStart(4, '0')}.png`,
    frames: framesOf(slide),
  }))
}

/** All that decides the film's bytes: the pictures, how long they stand, and what ffmpeg is told. */
export async function movieRecipe(
  media: MediaService,
  slides: readonly MadeSlide[],
  screen: Screen,
): Promise<Result<string, Failure>> {
  const programs = await media.programs()
  if (!programs.ok) return programs
  return succeed(
    canonicalJson({
      kind: 'slideMovie',
      arguments: movieArguments(movieSlides(slides), screen, themeOf(screen).ground, 'film.mp4'),
      build: programs.value.build,
      slides: slides.map(({ png }) => createHash('sha256').update(png).digest('hex')),
    }),
  )
}

/** Makes the film at `aside` by way of a folder beside it, and looks whether it is what it should be. */
export async function makeMovie(
  media: MediaService,
  slides: readonly MadeSlide[],
  screen: Screen,
  aside: string,
  signal?: AbortSignal,
): Promise<Result<MediaFileFacts, Failure>> {
  const folder = `${aside}.slides`
  const parts = movieSlides(slides)
  await mkdir(folder, { recursive: true })
  try {
    for (const [at, { png }] of slides.entries()) await writeFile(join(folder, parts[at]?.file ?? ''), png)
    const { result } = await media.run({
      name: screen.name,
      arguments: movieArguments(parts, screen, themeOf(screen).ground, aside),
      folder,
      ...(signal ? { signal } : {}),
    })
    if (!result.ok) return result
    return await admitMovie(media, slides, screen, aside)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function admitMovie(
  media: MediaService,
  slides: readonly MadeSlide[],
  screen: Screen,
  path: string,
): Promise<Result<MediaFileFacts, Failure>> {
  const probed = await media.probe({ path, name: screen.name })
  if (!probed.ok) return probed
  const { width, height } = paddedSize(screen)
  const frames = slides.reduce((sum, slide) => sum + framesOf(slide), 0)
  const wrong = faultOf(probed.value, width, height, (frames * 1000) / movieRate)
  if (wrong !== undefined) return fail(failure('media-failed', { name: screen.name, detail: wrong }))
  return succeed({ mediaType: 'video/mp4', width, height })
}

function faultOf({ video, audio, durationMs }: MediaFacts, width: number, height: number, expected: number) {
  if (video?.codec !== 'h264' || video.pixelFormat !== 'yuv420p') return 'not H.264 in yuv420p'
  if (video.width !== width || video.height !== height) return `${video.width}×${video.height}`
  const { numerator, denominator } = video.frameRate
  if (video.variable || numerator !== movieRate * denominator)
    return `${numerator}/${denominator} frames a second`
  if (Math.abs(durationMs - expected) > 1) return `${durationMs} ms instead of ${expected} ms`
  return audio ? 'sound where none should be' : undefined
}
