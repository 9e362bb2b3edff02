import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { call } from '@orpc/server'
import { uuidv7 } from 'uuidv7'
import { addCue, trackUpdate } from '#documents/track/edit-track.ts'
import { trackDocument } from '#domain/document-id.ts'
import { openWorkspace, type Workspace } from '#workspace/workspace.ts'
import type { Benchmark } from './benchmark.ts'

const seconds = 60
const rounds = 2
const pin = '280926'

/** A minute of 1080p with subtitles of every two seconds, as a job of the workspace, against ffmpeg's own command. */
export async function run(): Promise<Benchmark> {
  const folder = mkdtempSync(join(tmpdir(), 'tramtin-burn-in-'))
  const film = join(folder, 'clip.mp4')
  makeClip(film)
  const opened = await openWorkspace(join(folder, 'w'), { keyCost: 1024 })
  if (!opened.ok) throw new Error(opened.failure.code)
  const workspace = opened.value
  try {
    const ours = await prepare(workspace, film)
    writeFileSync(join(folder, 'cues.srt'), subtitles())
    const samples = { ours: [] as number[], peer: [] as number[] }
    for (let round = 0; round < rounds; round += 1) {
      samples.ours.push(await timed(() => ours(round)))
      samples.peer.push(await timed(async () => burnBare(folder, round)))
    }
    return benchmarkOf(Math.min(...samples.ours), Math.min(...samples.peer))
  } finally {
    await workspace.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

function benchmarkOf(value: number, peerValue: number): Benchmark {
  return {
    name: 'burn-in',
    work: `a ${seconds} s clip of 1080p with ${seconds / 2} subtitles burned in, as a job (the better of ${rounds})`,
    peer: 'one bare ffmpeg command: the same codec settings, subtitles=, loudnorm in one pass',
    value,
    peerValue,
    ratio: value / peerValue,
    goal: 1.03,
    notes: [
      'Ours also measures the loudness before, and afterwards probes and measures the film, hashes, flushes and lists it.',
      'The peer guesses its loudness in one pass, which needs no measuring and changes the dynamics.',
    ],
  }
}

/** Pictures that move and grain, as a camera's do: a still one would cost the encoder nothing. */
function makeClip(path: string): void {
  const picture = `testsrc2=d=${seconds}:s=1920x1080:r=25,noise=alls=12:allf=t`
  const sound = `sine=f=330:d=${seconds},tremolo=f=3:d=0.7`
  const words = ['-v', 'error', '-f', 'lavfi', '-i', picture, '-f', 'lavfi', '-i', sound]
  const coded = [
    '-c:v',
    'libx264',
    '-preset',
    'ultrafast',
    '-crf',
    '23',
    '-pix_fmt',
    'yuv420p',
    '-c:a',
    'aac',
  ]
  execFileSync('ffmpeg', [...words, ...coded, path])
}

const texts = Array.from(
  { length: seconds / 2 },
  (_, at) => `Câu phụ đề số ${at + 1}: lễ hội trà khai mạc sáng nay`,
)

function subtitles(): string {
  const clock = (second: number) => `00:00:${String(second).padStart(2, '0')},000`
  return texts
    .map(
      (text, at) =>
        `${at + 1}\n${clock(at * 2)} --> ${at * 2 + 2 < 60 ? clock(at * 2 + 2) : '00:01:00,000'}\n${text}\n`,
    )
    .join('\n')
}

function burnBare(folder: string, round: number): void {
  const filters = 'subtitles=cues.srt:force_style=FontName=Noto Sans\\,Bold=1,format=yuv420p'
  const picture = [
    '-vf',
    filters,
    '-c:v',
    'libx264',
    '-preset',
    'veryfast',
    '-crf',
    '21',
    '-profile:v',
    'high',
  ]
  const limits = ['-maxrate', '8000k', '-bufsize', '12000k', '-g', '50', '-bf', '2', '-flags:v', '+cgop']
  const sound = ['-af', 'loudnorm=I=-16:TP=-1', '-c:a', 'aac', '-b:a', '192k', '-ar', '48000', '-ac', '2']
  const words = ['-v', 'error', '-i', 'clip.mp4', ...picture, ...limits, ...sound, '-movflags', '+faststart']
  // a workspace leaves the machine to people: both run at the same low priority
  execFileSync('nice', ['-n', '10', 'ffmpeg', ...words, `bare-${round}.mp4`], { cwd: folder })
}

/** Each round says something else, so that none is found made already. */
async function prepare({ router, services, newClient }: Workspace, film: string) {
  const context = newClient('bench', true)
  const founding = { id: uuidv7(), newsroom: 'Báo Thái Nguyên', owner: 'Hoàng Nam', pin }
  const { owner, recoveryFile } = await call(router.people.createNewsroom, founding, { context })
  await call(router.people.confirmRecovery, { recoveryFile }, { context })
  await call(router.session.signIn, { profile: owner.id, pin }, { context })
  const grant = services.grants.grant({ path: film, name: 'clip.mp4', owned: false }).id
  const { job } = await call(router.clips.import, { id: uuidv7(), grant }, { context })
  const clip = (await services.jobs.ended(job)).result ?? ''
  const languages = ['vi', 'en']
  for (const [round, language] of languages.entries()) {
    const update = trackUpdate({ clip, language, frameRate: null, source: '' }, (doc) => {
      for (const [at, text] of texts.entries()) {
        const runs = [{ text: `${text} (${round})`, marks: {} }]
        addCue(doc, { id: `q${at}`, start: at * 2000, end: at * 2000 + 2000, runs })
      }
    })
    await services.documents.create(trackDocument({ clip, language }), language, update, owner.id)
  }
  // the outline of the sound and whatever else an import begins would run beside the first round
  await idle(services)
  return async (round: number) => {
    const document = trackDocument({ clip, language: languages[round] ?? 'vi' })
    const order = { id: uuidv7(), clip, preset: 'facebook', tracks: [{ document, revision: 'now' as const }] }
    await call(router.renders.start, order, { context })
    const ended = await services.jobs.ended(order.id)
    if (ended.state !== 'done') throw new Error(JSON.stringify(ended.failure))
  }
}

async function idle({ jobs }: Workspace['services']): Promise<void> {
  while (jobs.list().some(({ state }) => state === 'waiting' || state === 'running'))
    await new Promise((wake) => setTimeout(wake, 100))
}

async function timed(work: () => Promise<void>): Promise<number> {
  const started = performance.now()
  await work()
  return performance.now() - started
}
