import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { h264, makeMedia, picture, tone } from '../clips/clip-making.test-kit.ts'
import { makeFolder } from '../workspace.test-kit.ts'
import { makeCue, makeFilm, makePreset, makeWork } from './render-making.test-kit.ts'

// real films are made: minutes on a machine that is busy
vi.setConfig({ testTimeout: 180_000 })

const pq = '-color_trc smpte2084 -color_primaries bt2020 -colorspace bt2020nc'
const everyThird = "-vf select='lt(n,20)+not(mod(n,3))' -vsync vfr"

test.each<[string, string, string, object]>([
  [
    'odd pixels, no sound',
    'a.mkv',
    `${picture(1, '25', '321x179')} -c:v ffv1 -pix_fmt yuv444p`,
    { width: 320, audio: null },
  ],
  ['a variable rate', 'a.mp4', `${picture(3)} ${everyThird} ${h264}`, { rate: [24000, 1001] }],
  ['24000/1001 pictures a second', 'a.mp4', `${picture(2, '24000/1001')} ${h264}`, { rate: [24000, 1001] }],
  ['60000/1001 pictures a second', 'a.mp4', `${picture(2, '60000/1001')} ${h264}`, { rate: [30000, 1001] }],
  ['sound of one channel', 'a.mp4', `${picture(2)} ${tone(2)} ${h264} -ac 1 -c:a aac`, { channels: 2 }],
  ['sound of six channels', 'a.mkv', `${picture(2)} ${tone(2)} ${h264} -ac 6 -c:a ac3`, { channels: 2 }],
  ['silence', 'a.mkv', `${picture(1)} -f lavfi -i anullsrc=d=1 ${h264} -c:a aac`, { channels: 2 }],
  ['HDR of ten bits', 'a.mp4', `${picture(1)} -c:v libx264 -preset ultrafast -pix_fmt yuv420p10le ${pq}`, {}],
  ['one picture alone', 'a.mp4', `${picture(0.04)} ${h264}`, {}],
  [
    'pixels that are not square',
    'a.mkv',
    `${picture(1, '25', '180x180')} -aspect 16:9 ${h264}`,
    { width: 320 },
  ],
  ['interlaced pictures', 'a.ts', `${picture(1)} -c:v mpeg2video -flags +ilme+ildct -top 1`, {}],
])('a clip with %s becomes what was ordered', async (_, name, made, expected) => {
  const { width, rate, channels, audio } = expected as {
    width?: number
    rate?: [number, number]
    channels?: number
    audio?: null
  }
  const film = await makeFilm(await makeWork(makeMedia(makeFolder(), name, made)))
  if (!film.ok) throw new Error(JSON.stringify(film.failure))
  const { video, audio: sound } = film.value.media
  expect(video).toMatchObject({ codec: 'h264', pixelFormat: 'yuv420p', transfer: 'sdr', rotation: 0 })
  expect(video!.width * 9).toBeCloseTo(video!.height * 16, -2)
  if (width) expect(video!.width).toBe(width)
  if (rate) expect(video!.frameRate).toEqual({ numerator: rate[0], denominator: rate[1] })
  if (channels) expect(sound).toMatchObject({ codec: 'aac', channels })
  if (audio === null) expect(sound).toBeNull()
})

test('a clip that a phone turned comes out upright', async () => {
  const folder = makeFolder()
  const path = makeMedia(folder, 'a.mp4', `${picture(1)} ${h264}`)
  const turned = join(folder, 'b.mp4')
  const words = ['-v', 'error', '-i', path, '-c', 'copy', '-metadata:s:v:0', 'rotate=90', turned]
  execFileSync('ffmpeg', words)
  const work = await makeWork(turned)
  expect(work.video.rotation).not.toBe(0)
  const film = await makeFilm(work)
  expect(film).toMatchObject({
    ok: true,
    value: { media: { video: { width: 180, height: 320, rotation: 0 } } },
  })
})

test('cues that overlap, reach past the end, or are none, are all one film', async () => {
  const path = makeMedia(makeFolder(), 'a.mp4', `${picture(2)} ${tone(2)} ${h264} -c:a aac`)
  const cues = [makeCue('Một', 0, 1500), makeCue('Hai', 500, 99_000), makeCue('Ba', 98_000, 99_000)]
  const burned = await makeFilm(await makeWork(path, { tracks: [{ language: 'vi', cues }] }))
  expect(burned).toMatchObject({ ok: true, value: { media: { durationMs: expect.closeTo(2000, -2) } } })
  const soft = makePreset({ subtitles: { kind: 'soft' } })
  const withStream = await makeWork(path, { preset: soft, tracks: [{ language: 'vi', cues }] })
  expect(await makeFilm(withStream)).toMatchObject({ ok: true, value: { subtitles: ['vie'] } })
  expect(await makeFilm(await makeWork(path, { tracks: [{ language: 'vi', cues: [] }] }))).toMatchObject({
    ok: true,
  })
})

test('a stretch is cut out of a clip with its own cues at their times, in another shape', async () => {
  const path = makeMedia(makeFolder(), 'a.mp4', `${picture(6)} ${tone(6)} ${h264} -c:a aac`)
  const preset = makePreset({
    frame: { kind: 'exact', width: 180, height: 320, fit: 'pad', ground: 'blur' },
    subtitles: { kind: 'soft' },
  })
  const cues = [makeCue('Trước', 0, 1000), makeCue('Trong', 2500, 3500), makeCue('Sau', 5000, 6000)]
  const output = join(makeFolder(), 'ra.mp4')
  const work = await makeWork(path, {
    preset,
    range: { fromMs: 2000, toMs: 4000 },
    tracks: [{ language: 'vi', cues }],
  })
  expect(await makeFilm(work, output)).toMatchObject({
    ok: true,
    value: { media: { durationMs: expect.closeTo(2000, -2), video: { width: 180, height: 320 } } },
  })
  const srt = execFileSync('ffmpeg', ['-v', 'error', '-i', output, '-map', '0:s:0', '-f', 'srt', '-'], {
    encoding: 'utf8',
  })
  expect(srt.trim()).toBe('1\n00:00:00,500 --> 00:00:01,500\nTrong')
})

test('a loud and peaky sound is brought to its loudness with its peaks below the limit', async () => {
  const bursts = '-f lavfi -i aevalsrc=if(lt(mod(t\\,1)\\,0.02)\\,0.99\\,0.02)*sin(2*PI*300*t):d=8'
  const path = makeMedia(makeFolder(), 'a.mkv', `${picture(8, '5')} ${bursts} ${h264} -c:a pcm_s16le`)
  const film = await makeFilm(await makeWork(path))
  if (!film.ok) throw new Error(JSON.stringify(film.failure))
  expect(film.value.loudness!.truePeak).toBeLessThanOrEqual(-0.5)
  expect(Math.abs(film.value.loudness!.integrated + 16)).toBeLessThanOrEqual(1)
})
