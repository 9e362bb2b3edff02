import type { Failure } from '#contract/failures.ts'
import { type Cue, plainCueText } from '#domain/cues/cue.ts'
import { cutCues } from '#domain/cues/cut-cues.ts'
import { type Result, succeed } from '#domain/result.ts'
import { convertSubtitles } from '#formats/subtitles/convert-subtitles.ts'
import type { Loss } from '#formats/subtitles/losses.ts'
import { writeSubtitles } from '#formats/subtitles/subtitles.ts'
import words from '#resources/renders/words.json' with { type: 'json' }
import type { FontService, FoundFont } from '../media/fonts.ts'
import { type BurnedLook, burnedScript, type PreviewMark, plainLook } from './burned-script.ts'
import type { SoftTrack } from './render-arguments.ts'
import type { RenderTrack, RenderWork } from './render-work.ts'

/** What a run is given beside the clip: files by the fixed names they have in its folder. */
export type PreparedSubtitles = Readonly<{
  /** What is drawn into the pictures, and the files of its typefaces; null when nothing is. */
  burned: Readonly<{ script: string; fonts: readonly string[] }> | null
  soft: readonly (SoftTrack & Readonly<{ text: string }>)[]
  losses: readonly Loss[]
}>

type Subtitled = Pick<RenderWork, 'plan' | 'tracks' | 'preview'>

/** Subtitles as the preset wants them. A typeface that lacks a character is a failure, never a box. */
export async function prepareSubtitles(
  fonts: FontService,
  work: Subtitled,
): Promise<Result<PreparedSubtitles, Failure>> {
  const { subtitles } = work.plan.preset
  const tracks = work.tracks.map((track) => ({ ...track, cues: cutToRange(track.cues, work) }))
  const burned = await burn(fonts, work, subtitles.kind === 'burned' ? tracks.slice(0, 2) : [])
  if (!burned.ok) return burned
  const soft = subtitles.kind === 'soft' ? tracks.filter(({ cues }) => cues.length > 0).map(softTrack) : []
  return succeed({ ...burned.value, soft })
}

function cutToRange(cues: readonly Cue[], { plan }: Subtitled): readonly Cue[] {
  const from = plan.range?.fromMs ?? 0
  return cutCues(cues, from, from + plan.durationMs)
}

async function burn(
  fonts: FontService,
  { plan, preview }: Subtitled,
  tracks: readonly RenderTrack[],
): Promise<Result<Omit<PreparedSubtitles, 'soft'>, Failure>> {
  const { subtitles } = plan.preset
  const look: BurnedLook = subtitles.kind === 'burned' ? subtitles : plainLook
  const { bold } = look.style
  const mark = preview ? markIn(tracks[0]?.language) : null
  const drawn = [...tracks.map(textOf), ...(mark ? [mark] : [])]
  const found: FoundFont[] = []
  for (const { text, language } of drawn) {
    const font = await fonts.find({ text, language, bold })
    if (!font.ok) return font
    found.push(font.value)
  }
  if (!mark && tracks.every(({ cues }) => cues.length === 0)) return succeed({ burned: null, losses: [] })
  const { text: script, losses } = burnedScript(
    plan.framing.size,
    look,
    tracks.map(({ cues }, at) => ({ cues, font: found[at]?.family ?? '' })),
    mark && previewMark(mark.text, found),
  )
  return succeed({ burned: { script, fonts: [...new Set(found.map(({ path }) => path))] }, losses })
}

function textOf({ cues, language }: RenderTrack): Readonly<{ text: string; language: string }> {
  return { text: cues.map(({ text }) => plainCueText(text)).join('\n'), language }
}

function markIn(language = 'vi'): Readonly<{ text: string; language: string }> {
  const primary = language.split('-')[0] ?? ''
  const known = Object.entries(words.preview).find(([tag]) => tag === primary)
  return known ? { text: known[1], language } : { text: words.preview.vi, language: 'vi' }
}

function previewMark(text: string, found: readonly FoundFont[]): PreviewMark {
  return { text, font: found.at(-1)?.family ?? '' }
}

function softTrack({ cues, language }: RenderTrack, at: number): SoftTrack & Readonly<{ text: string }> {
  return { file: `soft-${at}.srt`, language, isDefault: at === 0, text: srtOf(cues) }
}

/** Only what MP4's own subtitles know comes through; ffmpeg reads the rest as words. */
function srtOf(cues: readonly Cue[]): string {
  const entries = cues.map((cue, at) => {
    return { kind: 'cue', line: 0, cue: { ...cue, id: String(at + 1) }, settings: '', held: null } as const
  })
  return writeSubtitles(convertSubtitles({ format: 'webvtt', lineEnd: '\n', entries }, 'srt').file)
}
