import { readFileSync, statSync } from 'node:fs'
import { type Failure, failure } from '#contract/failures.ts'
import { type CueFinding, checkCues } from '#domain/cues/check-cues.ts'
import { plainCueText } from '#domain/cues/cue.ts'
import type { FrameRate } from '#domain/cues/frame-rate.ts'
import { cueEntries, type SubtitleProblem } from '#domain/cues/subtitle-file.ts'
import { rulesFor } from '#domain/cues/subtitle-rules.ts'
import { guessLanguage } from '#domain/language-guess.ts'
import { fail, type Result, succeed } from '#domain/result.ts'
import { subtitleEncodings } from '#formats/subtitles/subtitle-encodings.ts'
import { readSubtitles } from '#formats/subtitles/subtitles.ts'
import type { Report } from './command.ts'
import { existingFile } from './existing-file.ts'
import type { Sentences } from './sentences.ts'

const mostBytes = 64 * 1024 * 1024
/** What no program reads as it was meant; all else is odd, and said. */
const damage: readonly SubtitleProblem['code'][] = ['bytes-unreadable', 'times-unreadable', 'text-unplaced']

type Values = Readonly<Record<string, string | boolean | undefined>>
type Told = Readonly<{ line: number; finding: CueFinding }>

/** Rules of the language and oddities of a subtitle file, by line. It needs no workspace. */
export function checkSubtitles(name: string, values: Values, { say }: Sentences): Result<Report, Failure> {
  const asked = subtitleEncodings.find((encoding) => encoding === String(values['encoding']).toLowerCase())
  if (values['encoding'] !== undefined && !asked)
    return fail(failure('not-found', { what: `--encoding ${values['encoding']}` }))
  const rate = rateOf(values['fps'])
  if (rate === undefined) return fail(failure('not-found', { what: `--fps ${values['fps']}` }))
  const bytes = bytesOf(name)
  if (!bytes.ok) return bytes
  const { file, problems, decoded } = readSubtitles(bytes.value, name, asked)
  const entries = cueEntries(file)
  if (entries.length === 0) return fail(failure('no-subtitles', { name }))
  const words = entries.map(({ cue }) => plainCueText(cue.text))
  const language =
    typeof values['lang'] === 'string' ? values['lang'] : (named(name) ?? guessLanguage(words.join('\n')))
  const rules = rulesFor(language)
  const cues = entries.map(({ cue: { start, end }, line }, at) => ({
    id: String(line),
    start,
    end,
    words: words[at] ?? '',
  }))
  const found = checkCues(
    cues.toSorted((left, right) => left.start - right.start),
    rules,
    rate,
  )
  const told = [...found].flatMap(([line, all]) =>
    all.map((finding): Told => ({ line: Number(line), finding })),
  )
  const findings = told.sort((left, right) => left.line - right.line)
  const errors = findings.filter(({ finding }) => finding.severity === 'error').length
  const counts = { cues: cues.length, errors, warnings: findings.length - errors, problems: problems.length }
  const damaged = problems.some(({ code }) => damage.includes(code))
  return succeed({
    data: {
      language,
      rules,
      encoding: decoded.encoding,
      certain: decoded.certain,
      findings,
      problems,
      counts,
    },
    lines: [
      ...(decoded.certain
        ? []
        : [say('convert.unsure', { encoding: decoded.encoding, known: subtitleEncodings.join(', ') })]),
      ...problems.map(({ line, code }) =>
        say('convert.problemLine', { line, what: say(`convert.problem.${code}`) }),
      ),
      ...findings.map(({ line, finding }) =>
        say('convert.problemLine', { line, what: findingText(finding, say) }),
      ),
      say('check.subtitles', { language, ...counts }),
    ],
    failed: errors > 0 || damaged || !decoded.certain,
  })
}

function bytesOf(name: string): Result<Uint8Array, Failure> {
  const found = existingFile(name)
  if (!found.ok) return found
  try {
    const { size: bytes } = statSync(found.value)
    if (bytes === 0) return fail(failure('file-empty', { name }))
    if (bytes > mostBytes) return fail(failure('file-too-large', { name, bytes, limit: mostBytes }))
    return succeed(readFileSync(found.value))
  } catch (error) {
    return fail(failure('file-unreadable', { name, detail: String(error) }))
  }
}

/** The language that a name says: `tin.en.srt`, `tin.vi_VN.srt`. */
function named(name: string): string | undefined {
  return /\.([a-z]{2,3})(?:[_-][A-Za-z]{2,4})?\.\w+$/.exec(name)?.[1]
}

/** `25`, `24000/1001`; undefined for what is none. */
function rateOf(value: string | boolean | undefined): FrameRate | null | undefined {
  if (value === undefined) return null
  const [, numerator, denominator = '1'] = /^([1-9]\d{0,6})(?:\/([1-9]\d{0,6}))?$/.exec(String(value)) ?? []
  return numerator ? { numerator: Number(numerator), denominator: Number(denominator) } : undefined
}

function findingText({ kind, found, limit }: CueFinding, say: Sentences['say']): string {
  const isTime = kind === 'tooShort' || kind === 'tooLong' || kind === 'gap' || kind === 'overlap'
  const shown = (value: number) => (isTime ? Math.round(value / 10) / 100 : value)
  return say(`video:finding.${kind}`, { found: shown(found), limit: shown(limit) })
}
