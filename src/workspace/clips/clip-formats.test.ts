import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { canPlay } from '#domain/clips/playability.ts'
import { createMedia } from '../media/media-service.ts'
import { makeFolder } from '../workspace.test-kit.ts'
import { h264, makeAmr, makeMedia, picture, tone } from './clip-making.test-kit.ts'
import { looksLikeMedia } from './clip-sniffing.ts'
import { examine } from './importing.ts'

vi.setConfig({ testTimeout: 120_000 })
const media = createMedia()

/** Name, what makes it, whether Chromium plays it as it is. */
const formats = [
  ['a.mp4', `${picture(1)} ${tone(1)} ${h264} -c:a aac`, true],
  ['a.mov', `${picture(1)} ${tone(1)} ${h264} -c:a pcm_s16le`, false],
  ['hevc.mp4', `${picture(1)} -c:v libx265 -preset ultrafast -x265-params log-level=none`, false],
  ['ten-bit.mp4', `${picture(1)} -c:v libx264 -preset ultrafast -pix_fmt yuv420p10le`, false],
  ['prores.mov', `${picture(1)} -c:v prores`, false],
  ['a.mkv', `${picture(1)} ${tone(1)} ${h264} -c:a ac3`, false],
  ['a.avi', `${picture(1)} ${tone(1)} -c:v mpeg4 -c:a mp2`, false],
  ['a.mts', `${picture(1)} ${tone(1)} ${h264} -c:a ac3 -f mpegts -mpegts_m2ts_mode 1`, false],
  ['a.mxf', `${picture(1)} -c:v mpeg2video`, false],
  ['a.webm', `${picture(1)} ${tone(1)} -c:v libvpx -deadline realtime -c:a libopus`, true],
  ['a.3gp', `${picture(1, '15', '176x144')} -c:v h263`, false],
  ['a.mp3', tone(1), true],
  ['a.m4a', `${tone(1)} -c:a aac`, true],
  ['a.wav', tone(1), true],
  ['a.flac', tone(1), true],
  ['a.ogg', `${tone(1)} -c:a libvorbis`, true],
  ['a.aac', `${tone(1)} -c:a aac -f adts`, true],
] as const

test.each(formats)('%s is known by its bytes under any name', async (name, made, plays) => {
  const folder = makeFolder()
  const path = join(folder, 'không-tên')
  writeFileSync(path, readFileSync(makeMedia(folder, name, made)))
  expect(await looksLikeMedia(path)).toBe(true)
  const facts = await examine({ media }, { path, name })
  expect(facts).toMatchObject({ ok: true })
  if (!facts.ok) return
  expect(canPlay(facts.value)).toBe(plays)
  expect(Math.abs(facts.value.durationMs - 1000)).toBeLessThan(150)
})

test('a voice recording of a phone is known and needs a copy', async () => {
  const path = makeAmr(makeFolder(), 'a.bin', 2)
  expect(await looksLikeMedia(path)).toBe(true)
  const facts = await examine({ media }, { path, name: 'a.bin' })
  expect(facts).toMatchObject({ ok: true, value: { video: null } })
  // the length is guessed from the bit rate
  expect(Math.abs((facts.ok ? facts.value.durationMs : 0) - 2000)).toBeLessThan(100)
  expect(facts.ok && canPlay(facts.value)).toBe(false)
})

test('a film that ends before its end is told from one that is whole', async () => {
  const folder = makeFolder()
  const whole = readFileSync(
    makeMedia(folder, 'a.mp4', `${picture(12)} ${tone(12)} ${h264} -c:a aac -movflags +faststart`),
  )
  const path = join(folder, 'cụt.mp4')
  writeFileSync(path, whole.subarray(0, whole.length / 2))
  expect(await examine({ media }, { path, name: 'cụt.mp4' })).toMatchObject({
    ok: false,
    failure: { code: 'media-damaged', facts: { reason: 'cut-off' } },
  })
})

test('a locked film is told as locked', async () => {
  const folder = makeFolder()
  const key =
    '-encryption_scheme cenc-aes-ctr -encryption_key 76a6c65c5ea762046bd749a2e632ccbb -encryption_kid a7e61c373e219033c21091fa607bf3b8'
  const path = makeMedia(folder, 'a.mp4', `${picture(1)} ${h264} ${key}`)
  expect(await examine({ media }, { path, name: 'a.mp4' })).toMatchObject({
    ok: false,
    failure: { code: 'media-encrypted' },
  })
})
