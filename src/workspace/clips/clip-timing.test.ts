import { execFileSync, spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { createMedia } from '../media/media-service.ts'
import { inputOptions } from '../media/probe.ts'
import { makeFolder } from '../workspace.test-kit.ts'
import { h264, makeMedia } from './clip-making.test-kit.ts'
import { readPeaks, writePeaks } from './peak-files.ts'
import { proxyArguments } from './proxy-arguments.ts'

// each runs ffmpeg several times, which takes its time on a machine that does other things
vi.setConfig({ testTimeout: 120_000 })

const media = createMedia()
const control = { signal: new AbortController().signal, progress: () => undefined }

/** Black with one white picture, silent with one beep, both from the start of picture `at` on. */
function plant(folder: string, rate: string, at: number, more: string, name: string): string {
  const [numerator = 1, denominator = 1] = rate.split('/').map(Number)
  const seconds = (at * denominator) / numerator
  const flash = `drawbox=color=white:t=fill:enable='eq(n\\,${at})'`
  const beep = `aevalsrc=if(between(t\\,${seconds}\\,${seconds + 0.06})\\,0.8*sin(2*PI*1000*t)\\,0):d=4:s=48000`
  const codecs = name.endsWith('.webm') ? '-c:v libvpx -deadline realtime -c:a libopus' : `${h264} -c:a aac`
  const picture = `color=black:s=128x72:r=${rate}:d=4,${flash}${more}`
  return makeMedia(folder, name, `-f lavfi -i ${picture} -f lavfi -i ${beep} -fps_mode vfr ${codecs}`)
}

/** The moment of the first bright picture, in seconds. */
function flashIn(path: string): number {
  const { stderr } = spawnSync(
    'ffmpeg',
    ['-hide_banner', '-i', path, '-vf', 'scale=16:16,showinfo', '-f', 'null', '-'],
    {
      encoding: 'utf8',
    },
  )
  const frames = [...stderr.matchAll(/pts_time:(\S+).*?mean:\[(\d+)/g)]
  const bright = frames.find(([, , mean]) => Number(mean) > 120)
  return Number(bright?.[1] ?? Number.NaN)
}

async function beepIn(folder: string, path: string): Promise<number> {
  const file = join(folder, 'peaks')
  const facts = await media.probe({ path, name: 'planted' })
  if (!facts.ok) throw new Error(facts.failure.code)
  const written = await writePeaks(media, { path, name: 'planted', facts: facts.value }, file, control)
  expect(written.ok).toBe(true)
  const { bytes, bucketMs } = await readPeaks(file, { level: 0, from: 0, count: 1000 })
  const loud = Array.from({ length: bytes.length / 2 }, (_, at) => bytes.readInt8(at * 2 + 1)).findIndex(
    (high) => high > 10,
  )
  return (loud * bucketMs) / 1000
}

const uneven = ",select='not(eq(mod(n\\,5)\\,2))+eq(n\\,61)'"
const rates = [
  ['24000/1001', 47, '', 'planted.mp4'],
  ['25', 52, '', 'planted.mov'],
  ['30000/1001', 61, '', 'planted.mp4'],
  ['60', 131, '', 'planted.mp4'],
  ['30', 61, uneven, 'planted.mp4'],
  // Opus begins before moment 0
  ['25', 52, '', 'planted.webm'],
] as const

test.each(rates)(
  'MEDIA1: at %s a planted flash and beep are found again within a frame',
  async (rate, at, more, name) => {
    const folder = makeFolder()
    const path = plant(folder, rate, at, more, name)
    const facts = await media.probe({ path, name: 'planted' })
    expect(facts).toMatchObject({ ok: true, value: { video: { variable: more !== '' } } })
    if (!facts.ok || !facts.value.video) return
    const { numerator, denominator } = facts.value.video.frameRate
    if (more === '') expect(`${numerator}/${denominator}`.replace(/\/1$/, '')).toBe(rate)
    const tools = await media.programs()
    const filters = tools.ok ? tools.value.filters : new Set<string>()
    const proxy = join(folder, 'proxy')
    const words = proxyArguments(
      facts.value,
      { input: path, output: proxy, guard: inputOptions(facts.value) },
      filters,
    )
    const { result } = await media.run({ name: 'planted', arguments: ['-v', 'error', ...words] })
    expect(result.ok).toBe(true)
    const [above = 1, below = 1] = rate.split('/').map(Number)
    const planted = (at * below) / above
    const frame = denominator / numerator
    expect(Math.abs(flashIn(proxy) - planted)).toBeLessThan(frame)
    expect(Math.abs((await beepIn(folder, path)) - planted)).toBeLessThan(frame)
    const inProxy = await beepIn(makeFolder(), proxy)
    expect(Math.abs(inProxy - planted)).toBeLessThan(frame)
  },
)

test('sound that begins later than the picture is drawn where it is heard', async () => {
  const folder = makeFolder()
  const path = makeMedia(
    folder,
    'late.mkv',
    '-f lavfi -i color=black:s=64x64:r=25:d=4 -itsoffset 1.5 -f lavfi -i sine=f=900:d=1 -c:v libx264 -preset ultrafast -c:a aac',
  )
  expect(Math.abs((await beepIn(folder, path)) - 1.5)).toBeLessThan(0.04)
})

test('three hours of sound are outlined without being held in memory', { timeout: 120_000 }, async () => {
  const folder = makeFolder()
  const path = join(folder, 'long.wav')
  execFileSync('ffmpeg', [
    '-v',
    'error',
    '-f',
    'lavfi',
    '-i',
    'sine=f=200:d=10800:r=8000',
    '-c:a',
    'pcm_u8',
    path,
  ])
  const before = process.memoryUsage.rss()
  let highest = 0
  const watch = setInterval(() => {
    highest = Math.max(highest, process.memoryUsage.rss())
  }, 50)
  const file = join(folder, 'peaks')
  const written = await writePeaks(
    media,
    { path, name: 'long', facts: { durationMs: 10_800_000 } },
    file,
    control,
  )
  clearInterval(watch)
  expect(written.ok).toBe(true)
  expect((await readPeaks(file, { level: 0, from: 0, count: 1 })).total).toBe(1_080_000)
  expect((await readPeaks(file, { level: 2, from: 16_874, count: 10 })).bytes.length).toBe(2)
  expect(highest - before).toBeLessThan(150 * 2 ** 20)
})
