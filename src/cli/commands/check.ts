import { failure } from '#contract/failures.ts'
import type { TranslationRow } from '#contract/translations.ts'
import { checkTranslation } from '#domain/checks/check-translation.ts'
import { type Finding, findingId } from '#domain/checks/finding.ts'
import { findingWords } from '#domain/checks/finding-words.ts'
import { translationDocument } from '#domain/document-id.ts'
import { fail, succeed } from '#domain/result.ts'
import { plainText } from '#domain/segments/coded-text.ts'
import { termsMet } from '#domain/terms/met-terms.ts'
import { subtitleFormatOf } from '#formats/subtitles/subtitles.ts'
import { attempt } from '../attempt.ts'
import { checkSubtitles } from '../check-subtitles.ts'
import type { Command } from '../command.ts'
import type { Sentences } from '../sentences.ts'

/**
 * What checks say of a translation, or the rules of subtitles of a file; 0 only when no error is left that nobody ignored
 * with a reason.
 */
export const check: Command = {
  usage: 'check ID --lang LANG | FILE.srt | FILE.vtt [--lang LANG] [--encoding NAME] [--fps RATE]',
  options: { lang: { type: 'string' }, encoding: { type: 'string' }, fps: { type: 'string' } },
  positionals: [1, 1],
  async run({ positionals: [article = ''], values, connect, sentences }) {
    if (subtitleFormatOf(article)) return checkSubtitles(article, values, sentences)
    const { lang } = values
    if (typeof lang !== 'string') return fail(failure('not-found', { what: '--lang' }))
    const connection = await connect()
    if (!connection.ok) return connection
    const { client } = connection.value
    const document = translationDocument({ article, language: lang })
    const view = await attempt(client.translations.rows({ document }))
    if (!view.ok) return view
    const termbase = await attempt(client.terms.get())
    if (!termbase.ok) return termbase
    const { sourceLanguage, language: targetLanguage } = view.value.summary
    const terms = termsMet(termbase.value, sourceLanguage, targetLanguage)
    const told = tell(view.value.rows, (rows) =>
      checkTranslation(rows, {
        sourceLanguage,
        targetLanguage,
        termsOf: ({ source }) => terms(plainText(source)),
      }),
    )
    const counts = count(told)
    return succeed({
      data: { rows: told, counts },
      lines: [...told.flatMap((row) => rowLines(row, sentences)), sentences.say('check.total', counts)],
      failed: counts.errors > 0,
    })
  },
}

type Told = Readonly<{ id: string; finding: Finding; ignored: TranslationRow['ignored'][number] | null }>
type ToldRow = Readonly<{
  number: number
  row: string
  source: string
  target: string
  findings: readonly Told[]
}>
type Checked = Parameters<typeof checkTranslation>[0]

/** The rows that have findings; what is left out, added or not picked yet has no target to check. */
function tell(
  rows: readonly TranslationRow[],
  run: (rows: Checked) => ReturnType<typeof checkTranslation>,
): readonly ToldRow[] {
  const checked = rows.filter(
    ({ kind, state }) => kind === 'sentence' && state !== 'omitted' && state !== 'variants',
  )
  const found = run(checked.map((row) => ({ id: row.row, source: row.source, target: row.target })))
  return rows.flatMap((row, at) => {
    const findings = found.get(row.row)
    if (!findings) return []
    const [source, target] = [plainText(row.source), plainText(row.target)]
    const named = findings.map((finding) => nameFinding(finding, source, target, row))
    return [{ number: at + 1, row: row.row, source, target, findings: named }]
  })
}

function nameFinding(finding: Finding, source: string, target: string, { ignored }: TranslationRow): Told {
  const id = findingId(finding, source, target)
  return { id, finding, ignored: ignored.find((entry) => entry.finding === id) ?? null }
}

function count(rows: readonly ToldRow[]) {
  const findings = rows.flatMap((row) => row.findings)
  const open = (severity: Finding['severity']) =>
    findings.filter(({ finding, ignored }) => ignored === null && finding.severity === severity).length
  const ignored = findings.filter((each) => each.ignored !== null).length
  return { errors: open('error'), warnings: open('warning'), notices: open('notice'), ignored }
}

function rowLines({ number, source, target, findings }: ToldRow, { say }: Sentences): readonly string[] {
  return [
    say('check.row', { number, source, target }),
    ...findings.map(({ finding, ignored }) => {
      const { what, todo, values } = findingWords(finding)
      const words = `${say(`checks:${what}`, values)} ${say(`checks:${todo}`, values)}`
      if (ignored) return say('check.ignored', { words, reason: ignored.reason, name: ignored.by.name })
      return say('check.finding', { severity: say(`checks:severity.${finding.severity}`), words })
    }),
  ]
}
