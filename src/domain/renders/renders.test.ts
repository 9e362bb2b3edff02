import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { MediaFacts, VideoFacts } from '../clips/media-facts.ts'
import { frameFor, middle } from './framing.ts'
import { readLoudness } from './loudness.ts'
import { checkOutput, type OutputFacts } from './output-check.ts'
import { planRender, type RenderPlan } from './plan.ts'
import { presetSchema, type RenderPreset } from './preset.ts'
import { rateFor } from './rate.ts'

const folder = new URL('../../../resources/presets/', import.meta.url)
const presets = new Map(
  readdirSync(folder).map((name) => {
    const preset = presetSchema.parse(JSON.parse(readFileSync(new URL(name, folder), 'utf8')))
    return [preset.id, preset] as const
  }),
)

function preset(id: string): RenderPreset {
  return presets.get(id)!
}

function makeFacts(given: Partial<VideoFacts> = {}, durationMs = 60_000): MediaFacts {
  const video: VideoFacts = {
    codec: 'h264',
    profile: 'High',
    pixelFormat: 'yuv420p',
    width: 1920,
    height: 1080,
    rotation: 0,
    sampleAspect: { numerator: 1, denominator: 1 },
    frameRate: { numerator: 25, denominator: 1 },
    variable: false,
    transfer: 'sdr',
    interlaced: false,
    ...given,
  }
  return { container: 'mov,mp4', durationMs, video, audio: { codec: 'aac', channels: 2, sampleRate: 48000 } }
}

function planOf(id: string, facts = makeFacts(), order = { focus: middle, range: null }): RenderPlan {
  const plan = planRender(facts, preset(id), order)
  if ('kind' in plan) throw new Error(plan.kind)
  return plan
}

test('every preset that is shipped keeps the schema and the name of its file, in four languages', () => {
  expect([...presets.keys()].map((id) => `${id}.json`).sort()).toEqual(readdirSync(folder).sort())
  for (const { id, names } of presets.values())
    expect(Object.keys(names).sort(), id).toEqual(['en', 'ko', 'vi', 'zh'])
})

test('a cut follows the focus as far as the picture reaches, in even pixels', () => {
  const { frame } = preset('tiktok')
  const at = (x: number) => frameFor({ width: 1920, height: 1080 }, frame, { x, y: 0.5 })
  expect(at(0.5)).toMatchObject({ kind: 'crop', scaled: { width: 3414, height: 1920 }, left: 1166, top: 0 })
  expect(at(0)).toMatchObject({ left: 0 })
  expect(at(1)).toMatchObject({ left: 3414 - 1080 })
})

test('odd, tall and tiny pictures come out whole, even and never larger than they were', () => {
  const { frame } = preset('zalo')
  expect(frameFor({ width: 853, height: 479 }, frame, middle)).toEqual({
    kind: 'scale',
    size: { width: 854, height: 480 },
  })
  expect(frameFor({ width: 1080, height: 1920 }, frame, middle)).toMatchObject({
    size: { width: 720, height: 1280 },
  })
  expect(frameFor({ width: 1081, height: 1920 }, preset('facebook').frame, middle)).toMatchObject({
    kind: 'pad',
    scaled: { width: 608, height: 1080 },
    left: 656,
  })
})

test('MEDIA1: rates stay fractions; a variable one becomes the nearest standard, one too fast is halved', () => {
  const highest = { numerator: 30, denominator: 1 }
  const rate = (numerator: number, denominator: number, variable = false) =>
    rateFor({ frameRate: { numerator, denominator }, variable }, highest)
  expect(rate(24000, 1001)).toEqual({ numerator: 24000, denominator: 1001 })
  expect(rate(60000, 1001)).toEqual({ numerator: 30000, denominator: 1001 })
  expect(rate(50, 1)).toEqual({ numerator: 25, denominator: 1 })
  expect(rate(240, 1)).toEqual(highest)
  expect(rate(29_870, 1000, true)).toEqual({ numerator: 30000, denominator: 1001 })
})

test('a greatest size sets the bitrate, and refuses what could not be looked at', () => {
  expect(planOf('zalo').videoKbps).toBe(4000)
  const long = planOf('zalo', makeFacts({}, 600_000))
  expect(long.videoKbps).toBe(518)
  expect(((long.videoKbps + 128) * 600) / 8 / 1000).toBeLessThan(50)
  expect(planRender(makeFacts({}, 3_600_000), preset('zalo'), { focus: middle, range: null })).toMatchObject({
    kind: 'too-large',
  })
  expect(planRender(makeFacts({}, 91_000), preset('reels'), { focus: middle, range: null })).toMatchObject({
    kind: 'too-long',
  })
})

test('a range is cut at the end of the clip and refused where it holds nothing', () => {
  const ranged = (fromMs: number, toMs: number) =>
    planRender(makeFacts(), preset('portal'), { focus: middle, range: { fromMs, toMs } })
  expect(ranged(50_000, 70_000)).toMatchObject({ durationMs: 10_000 })
  expect(ranged(60_000, 70_000)).toMatchObject({ kind: 'range' })
  expect(ranged(5, 5)).toMatchObject({ kind: 'range' })
})

test('a meter is read, also where there was nothing to hear', () => {
  const log = (integrated: string, peak: string) =>
    `[Parsed_ebur128_2 @ 0x1] Summary:\n\n  Integrated loudness:\n    I:         ${integrated} LUFS\n    Threshold: -29.3 LUFS\n\n  Loudness range:\n    LRA:         1.4 LU\n    Threshold: -39.2 LUFS\n    LRA low:   -20.1 LUFS\n    LRA high:  -18.7 LUFS\n\n  True peak:\n    Peak:       ${peak} dBFS\n`
  expect(readLoudness(log('-19.2', '-3.2'))).toEqual({
    integrated: -19.2,
    truePeak: -3.2,
    range: 1.4,
    threshold: -29.3,
  })
  expect(readLoudness(log('-70.0', '-inf'))).toMatchObject({ integrated: -70, truePeak: -99 })
  expect(readLoudness('Error')).toBeUndefined()
})

const good: OutputFacts = {
  media: makeFacts({ width: 1280, height: 720 }),
  bytes: 30_000_000,
  subtitles: [],
  faststart: true,
  loudness: { integrated: -16.2, truePeak: -1.2, range: 4, threshold: -26 },
}
const measured = { integrated: -23, truePeak: -3, range: 4, threshold: -33 }

test('a finished file that is what was ordered has no fault', () => {
  expect(checkOutput({ plan: planOf('zalo'), subtitles: [], measured }, good)).toEqual([])
})

test.each<[string, Partial<OutputFacts>]>([
  ['size', { media: makeFacts() }],
  ['pixels', { media: makeFacts({ width: 1280, height: 720, pixelFormat: 'yuv422p10le' }) }],
  ['rate', { media: makeFacts({ width: 1280, height: 720, frameRate: { numerator: 30, denominator: 1 } }) }],
  ['duration', { media: makeFacts({ width: 1280, height: 720 }, 59_000) }],
  ['picture', { media: { ...good.media, video: null } }],
  ['sound', { media: { ...good.media, audio: null } }],
  ['subtitles', { subtitles: ['vie'] }],
  ['bytes', { bytes: 50_000_001 }],
  ['loudness', { loudness: { ...measured, integrated: -18 } }],
  ['peak', { loudness: { ...measured, integrated: -16, truePeak: 0 } }],
  ['faststart', { faststart: false }],
])('a finished file with a wrong %s is told by it', (what, wrong) => {
  const faults = checkOutput({ plan: planOf('zalo'), subtitles: [], measured }, { ...good, ...wrong })
  expect(faults.map((fault) => fault.what)).toEqual([what])
})
