import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join, resolve } from 'node:path'
import { peakLevels } from '#contract/clips.ts'
import { failure } from '#contract/failures.ts'
import { fail, succeed } from '#domain/result.ts'
import { readPeaks, writePeaks } from '#workspace/clips/peak-files.ts'
import { createMedia } from '#workspace/media/media-service.ts'
import type { Command, CommandInput } from '../command.ts'
import { existingFile } from '../existing-file.ts'
import { writeWhole } from '../write-whole.ts'

/**
 * The outline of a file's sound as JSON: `{ name, durationMs, bucketMs, total, pairs }`, where `pairs` holds the lowest
 * and the highest sample (−127 to 127) of each bucket in turn. It needs no workspace.
 */
export const peaks: Command = {
  usage: 'peaks FILE --out OUT.json [--level 0|1|2] [--force]',
  options: { out: { type: 'string' }, level: { type: 'string' }, force: { type: 'boolean' } },
  positionals: [1, 1],
  async run(input) {
    const { out, level = '0', force } = input.values
    if (typeof out !== 'string') return fail(failure('not-found', { what: '--out' }))
    if (peakLevels[Number(level)] === undefined)
      return fail(failure('not-found', { what: `--level ${level}` }))
    const found = existingFile(input.positionals[0] ?? '')
    if (!found.ok) return found
    const output = resolve(out)
    const replaces = force === true && output !== found.value
    if (existsSync(output) && !(replaces && statSync(output).isFile()))
      return fail(failure('target-exists', { path: output }))
    return outline(input, found.value, output, Number(level))
  },
}

async function outline({ sentences }: CommandInput, path: string, output: string, level: number) {
  const media = createMedia()
  const name = basename(path)
  const facts = await media.probe({ path, name })
  if (!facts.ok) return facts
  if (!facts.value.audio) return fail(failure('media-damaged', { name, reason: 'no-stream', detail: '' }))
  const folder = mkdtempSync(join(tmpdir(), 'tramtin-peaks-'))
  try {
    const file = join(folder, 'peaks')
    const control = { signal: new AbortController().signal, progress: () => undefined }
    const written = await writePeaks(media, { path, name, facts: facts.value }, file, control)
    if (!written.ok) return written
    const all = { level, from: 0, count: Number.MAX_SAFE_INTEGER }
    const { bytes, bucketMs, total } = await readPeaks(file, all)
    const { durationMs } = facts.value
    const data = { name, durationMs, bucketMs, total }
    const pairs = [...new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length)]
    const failed = await writeWhole(output, Buffer.from(`${JSON.stringify({ ...data, pairs })}\n`))
    if (failed) return fail(failed)
    return succeed({
      data: { ...data, path: output },
      lines: [sentences.say('peaks.done', { count: total, path: output })],
    })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
