import { readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { uuidv7 } from 'uuidv7'
import type { RenderOrder } from '#contract/renders.ts'
import { addCue, trackUpdate } from '#documents/track/edit-track.ts'
import type { Cue } from '#domain/cues/cue.ts'
import { trackDocument } from '#domain/document-id.ts'
import { middle } from '#domain/renders/framing.ts'
import { presetSchema, type RenderPreset } from '#domain/renders/preset.ts'
import { importFile, untilMade } from '../clips/clip-making.test-kit.ts'
import { createMedia } from '../media/media-service.ts'
import { type Client, makeFolder, makeNewsroom, makeWorkspace } from '../workspace.test-kit.ts'
import type { Workspace } from '../workspace.ts'
import { createFontHashes } from './font-hashes.ts'
import { makeFrame, makeRender } from './making.ts'
import { prepareSubtitles } from './prepared-subtitles.ts'
import { type RenderWork, workOf } from './render-work.ts'

/** A preset that is soon made; `given` is what a test is about. */
export function makePreset(given: object = {}): RenderPreset {
  return presetSchema.parse({
    id: 'small',
    names: { vi: 'Nhỏ' },
    channels: [],
    frame: { kind: 'source', longest: 320, shortest: 180 },
    highestRate: { numerator: 30, denominator: 1 },
    subtitles: {
      kind: 'burned',
      style: { size: 0.12, bold: true, color: '#ffffff', outline: 0.05, outlineColor: '#000000', box: null },
      safeArea: { top: 0.05, right: 0.05, bottom: 0.05, left: 0.05 },
    },
    loudness: { integrated: -16, truePeak: -1 },
    video: { quality: 28, effort: 'ultrafast', highestKbps: 2000, keySeconds: 1 },
    audio: { kbps: 96, sampleRate: 48000, channels: 2 },
    maxBytes: null,
    maxMs: null,
    source: 'test',
    date: '2026-11-24',
    ...given,
  })
}

export function makeCue(text: string, start = 0, end = 2000, given: Partial<Cue> = {}): Cue {
  return { id: '', start, end, place: 2, text: [{ kind: 'text', text, marks: [] }], ...given }
}

/** A workspace with presets of its own in its folder, and people who may approve each other's work. */
export async function makeRenderDesk(
  presets: readonly RenderPreset[] = [makePreset()],
  folder = join(makeFolder(), 'kho'),
) {
  const workspace = await makeWorkspace(folder, { presetsFolder: writePresets(presets) })
  const { owner, join: admit, ownerId } = await makeNewsroom(workspace)
  const approver = await admit('Duyệt', 'approver', 'editor')
  return { workspace, folder, owner, approver, ownerId }
}

export function writePresets(presets: readonly RenderPreset[]): string {
  const folder = makeFolder()
  for (const preset of presets) writeFileSync(join(folder, `${preset.id}.json`), JSON.stringify(preset))
  return folder
}

export type RenderDesk = Awaited<ReturnType<typeof makeRenderDesk>>

export async function importClip({ workspace, owner }: RenderDesk, path: string): Promise<string> {
  const { result, failure } = await importFile(workspace, owner, path)
  if (result === null) throw new Error(JSON.stringify(failure))
  await untilMade(owner, result)
  return result
}

/** Subtitles as the video desk makes them: each text two seconds, one after the other. */
export async function addTrack(
  { workspace, ownerId }: RenderDesk,
  clip: string,
  language: string,
  texts: readonly string[],
): Promise<string> {
  const document = trackDocument({ clip, language })
  const update = trackUpdate({ clip, language, frameRate: null, source: '' }, (doc) => {
    for (const [at, text] of texts.entries()) {
      const runs = [{ text, marks: {} }]
      addCue(doc, { id: `q${at}`, start: at * 2000, end: at * 2000 + 2000, runs })
    }
  })
  const made = await workspace.services.documents.create(document, language, update, ownerId)
  if (!made.ok) throw new Error(JSON.stringify(made.failure))
  return document
}

export async function approve({ owner, approver }: RenderDesk, document: string): Promise<void> {
  const { submission } = await owner.workflow.submit({ id: uuidv7(), document })
  await approver.workflow.approve({ id: uuidv7(), submission: submission?.record ?? '' })
}

/** Orders a render and waits for its job's end. */
export async function render(
  client: Client,
  { services }: Workspace,
  order: Pick<RenderOrder, 'clip'> & Partial<RenderOrder>,
) {
  const { job } = await client.renders.start({ id: uuidv7(), preset: 'small', ...order })
  return services.jobs.ended(job)
}

const media = createMedia()

/** Work on a file as the command line does it, outside of any workspace. */
export async function makeWork(
  path: string,
  given: Partial<Parameters<typeof workOf>[0]> = {},
): Promise<RenderWork> {
  const name = basename(path)
  const facts = await media.probe({ path, name })
  if (!facts.ok) throw new Error(JSON.stringify(facts.failure))
  const work = workOf({
    clip: { hash: '', path, name },
    facts: facts.value,
    preset: makePreset(),
    tracks: [],
    preview: false,
    focus: middle,
    range: null,
    ...given,
  })
  if (!work.ok) throw new Error(JSON.stringify(work.failure))
  return work.value
}

function makeTools() {
  return { media, fontHashes: createFontHashes(), temporary: makeFolder() }
}

/** Makes a film; answers what it was found to be, or how it failed. */
export async function makeFilm(work: RenderWork, output = join(makeFolder(), 'ra.mp4')) {
  const subtitles = await prepareSubtitles(media.fonts, work)
  if (!subtitles.ok) throw new Error(JSON.stringify(subtitles.failure))
  const control = { signal: new AbortController().signal, progress: () => undefined, log: () => undefined }
  return makeRender(makeTools(), work, subtitles.value, output, control)
}

/** One picture of what a film would be, as pixels of one byte: how light they are. */
export async function makeStill(work: RenderWork) {
  const subtitles = await prepareSubtitles(media.fonts, work)
  if (!subtitles.ok) throw new Error(JSON.stringify(subtitles.failure))
  const output = join(makeFolder(), 'anh.png')
  const made = await makeFrame(makeTools(), work, subtitles.value, output, 0)
  if (!made.ok) throw new Error(JSON.stringify(made.failure))
  return readFileSync(output)
}
