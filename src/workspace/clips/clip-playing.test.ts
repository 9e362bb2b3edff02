import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { makeFolder, makeNewsroom, makeWorkspace } from '../workspace.test-kit.ts'
import { h264, importFile, makeAmr, makeMedia, picture, tone, untilMade } from './clip-making.test-kit.ts'

// each runs ffmpeg several times, which takes its time on a machine that does other things
vi.setConfig({ testTimeout: 120_000 })

async function open() {
  const folder = makeFolder()
  const workspace = await makeWorkspace(join(folder, 'kho'))
  const { owner } = await makeNewsroom(workspace)
  const bring = async (path: string) => {
    const job = await importFile(workspace, owner, path)
    expect(job.failure).toBeNull()
    return untilMade(owner, String(job.result))
  }
  return { folder, workspace, owner, bring }
}

function probe(path: string): string {
  const asked = 'stream=codec_name,pix_fmt,width,height,avg_frame_rate,color_transfer'
  const side = 'stream_side_data=rotation'
  return execFileSync('ffprobe', ['-v', 'error', '-show_entries', `${asked}:${side}`, '-of', 'csv', path], {
    encoding: 'utf8',
  })
}

test('a phone’s clip, turned and in HDR, is played upright and in ordinary light', async () => {
  const { folder, workspace, bring } = await open()
  const hlg = '-color_primaries bt2020 -color_trc arib-std-b67 -colorspace bt2020nc'
  const params = 'log-level=none:colorprim=bt2020:transfer=arib-std-b67:colormatrix=bt2020nc'
  const codec = `-c:v libx265 -preset ultrafast -pix_fmt yuv420p10le ${hlg} -x265-params ${params} -tag:v hvc1`
  const flat = makeMedia(folder, 'flat.mov', `${picture(1, '30', '640x360')} ${tone(1)} ${codec} -c:a aac`)
  const phone = makeMedia(folder, 'IMG_0001.MOV', `-i ${flat} -c copy -metadata:s:v:0 rotate=90`)
  const clip = await bring(phone)
  expect(clip).toMatchObject({ width: 360, height: 640, hdr: true, playback: { state: 'proxy' } })
  const played = await workspace.services.clips.playable(clip.clip)
  expect(played.ok && played.value.mediaType).toBe('video/mp4')
  const said = probe(played.ok ? played.value.path : '')
  expect(said).toContain('h264,360,640,yuv420p')
  expect(said).not.toMatch(/arib|rotation|-90|,90/)
  const shot = await workspace.services.clips.thumbnail(clip.clip, 400, 100)
  expect(probe(shot.ok ? shot.value.path : '')).toContain('mjpeg,102,180')
})

test('frames at uneven distances are played as they are until a copy at a constant rate is made', async () => {
  const { folder, workspace, owner, bring } = await open()
  const uneven = `${picture(3, '30')} -vf select='not(between(mod(n\\,7)\\,2\\,4))' -vsync vfr ${h264}`
  const clip = await bring(makeMedia(folder, 'vfr.mp4', uneven))
  expect(clip).toMatchObject({ variable: true, playback: { state: 'proxy' } })
  const played = await workspace.services.clips.playable(clip.clip)
  const { numerator, denominator } = clip.frameRate ?? { numerator: 0, denominator: 0 }
  expect(probe(played.ok ? played.value.path : '')).toContain(`${numerator}/${denominator}`)
  expect(await owner.clips.list({})).toMatchObject([{ playback: { state: 'proxy' } }])
})

test('a clip without sound has no outline, and one without a picture no size', async () => {
  const { folder, workspace, owner, bring } = await open()
  expect(await bring(makeMedia(folder, 'a.mp4', `${picture(1)} ${h264}`))).toMatchObject({
    hasAudio: false,
    peaks: { state: 'none' },
    playback: { state: 'original' },
  })
  const recording = await bring(makeAmr(folder, 'ghi âm.amr', 2))
  expect(recording.playback.state).toBe('proxy')
  expect(recording).toMatchObject({ kind: 'audio', width: 0, frameRate: null, peaks: { state: 'ready' } })
  await expect(
    owner.clips.peaks({ clip: recording.clip, level: 0, from: 0, count: 9 }),
  ).resolves.toMatchObject({
    bucketMs: 10,
    total: 200,
  })
  expect(await workspace.services.clips.thumbnail(recording.clip, 0, 90)).toMatchObject({ ok: false })
})

test('thumbnails are put on a grid and made once', async () => {
  const { folder, workspace, bring } = await open()
  const clip = await bring(makeMedia(folder, 'a.mp4', `${picture(3)} ${h264}`))
  const shots = await Promise.all(
    [
      [1000, 90],
      [1999, 60],
      [1500, 1],
    ].map(([at = 0, height = 0]) => workspace.services.clips.thumbnail(clip.clip, at, height)),
  )
  expect(new Set(shots.map((shot) => shot.ok && shot.value.path)).size).toBe(1)
  for (const at of [99_000, -5, Number.MAX_VALUE])
    expect(await workspace.services.clips.thumbnail(clip.clip, at, 90)).toMatchObject({ ok: true })
})

test('what is stopped stays stopped until it is asked for again', async () => {
  const { folder, workspace, owner } = await open()
  const long = makeMedia(folder, 'a.mkv', `${picture(60)} -c:v mpeg2video -q:v 6`)
  const job = await importFile(workspace, owner, long)
  const clip = String(job.result)
  const making = await owner.clips.get({ clip })
  expect(making.playback.state).toBe('making')
  await owner.jobs.cancel({ id: String(making.playback.job) })
  await workspace.services.jobs.ended(String(making.playback.job))
  expect((await owner.clips.get({ clip })).playback).toMatchObject({
    state: 'failed',
    failure: { code: 'cancelled' },
  })
  expect((await owner.clips.prepare({ clip })).playback.state).toBe('making')
  expect((await untilMade(owner, clip)).playback.state).toBe('proxy')
})
