import { existsSync, readFileSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import { type Failure, failure } from '#contract/failures.ts'
import { cueEntries, type SubtitleFormat } from '#domain/cues/subtitle-file.ts'
import { fail, type Result, succeed } from '#domain/result.ts'
import { convertSubtitles } from '#formats/subtitles/convert-subtitles.ts'
import { encodeSubtitles } from '#formats/subtitles/subtitle-bytes.ts'
import { type SubtitleEncoding, subtitleEncodings } from '#formats/subtitles/subtitle-encodings.ts'
import { encodingFor, readSubtitles, subtitleFormatOf, writeSubtitles } from '#formats/subtitles/subtitles.ts'
import type { Command, CommandInput } from '../command.ts'
import { type Conversion, conversionLines } from '../conversion-lines.ts'
import { existingFile } from '../existing-file.ts'
import { writeWhole } from '../write-whole.ts'

const mostBytes = 64 * 1024 * 1024

/**
 * Subtitles in another format. It needs no workspace. What could be read is written; it ends well only when the new
 * file holds every word of the old one.
 */
export const convert: Command = {
  usage: 'convert IN OUT.srt | OUT.vtt [--encoding NAME] [--force]',
  options: { encoding: { type: 'string' }, force: { type: 'boolean' } },
  positionals: [2, 2],
  async run(input) {
    const order = readOrder(input)
    if (!order.ok) return order
    const { name, output, format, asked } = order.value
    const bytes = readInput(order.value.path, name)
    if (!bytes.ok) return bytes
    const source = readSubtitles(bytes.value, name, asked)
    const cues = cueEntries(source.file).length
    const isEmptyTrack = source.file.entries.some(({ kind }) => kind === 'header')
    if (cues === 0 && !isEmptyTrack) return fail(failure('no-subtitles', { name }))
    const { file, losses } = convertSubtitles(source.file, format)
    const written = encodingFor(source.decoded, source.file.format === format)
    const failed = await writeWhole(output, encodeSubtitles(writeSubtitles(file), written))
    if (failed) return fail(failed)
    const { encoding, certain, mark, composed } = source.decoded
    const data: Conversion = {
      input: { path: name, format: source.file.format, encoding, certain, mark, composed },
      output: { path: output, format, ...written },
      cues,
      losses,
      problems: source.problems,
    }
    const lossless = !source.decoded.damagedLines.length && !losses.some(({ kind }) => kind === 'unread')
    return succeed({ data, lines: conversionLines(data, input.sentences), failed: !certain || !lossless })
  },
}

type Order = Readonly<{
  path: string
  name: string
  output: string
  format: SubtitleFormat
  asked: SubtitleEncoding | undefined
}>

/** Nothing is read before it is known that the result may be written. */
function readOrder({ positionals, values }: CommandInput): Result<Order, Failure> {
  const [name = '', wanted = ''] = positionals
  const format = subtitleFormatOf(wanted)
  if (!format) return fail(failure('subtitle-format-unknown', { name: wanted }))
  const asked = subtitleEncodings.find((encoding) => encoding === String(values['encoding']).toLowerCase())
  if (values['encoding'] !== undefined && !asked)
    return fail(failure('not-found', { what: `--encoding ${values['encoding']}` }))
  const found = existingFile(name)
  if (!found.ok) return found
  const output = resolve(wanted)
  const replaces = values['force'] === true && output !== found.value
  if (existsSync(output) && !(replaces && statSync(output).isFile()))
    return fail(failure('target-exists', { path: output }))
  return succeed({ path: found.value, name, output, format, asked })
}

function readInput(path: string, name: string): Result<Uint8Array, Failure> {
  try {
    const { size: bytes } = statSync(path)
    if (bytes > mostBytes) return fail(failure('file-too-large', { name, bytes, limit: mostBytes }))
    return bytes === 0 ? fail(failure('file-empty', { name })) : succeed(readFileSync(path))
  } catch (error) {
    return fail(failure('file-unreadable', { name, detail: String(error) }))
  }
}
