import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { codedText } from '#contract/coded-text.ts'
import type { Failure } from '#contract/failures.ts'
import { type Result, succeed } from '#domain/result.ts'
import { plainText } from '#domain/segments/coded-text.ts'
import { attempt } from '../attempt.ts'
import type { Client } from '../client.ts'

const folder = new URL('../../../resources/sample/', import.meta.url)

export const sampleTongues = ['en', 'ko'] as const

/** A translation of the sample story: each sentence without its codes, and its target with them. */
const sampleTranslation = z.strictObject({
  language: z.string(),
  rows: z.array(z.strictObject({ source: z.string(), target: codedText })),
})

type Translated = Readonly<{ document: string; language: string; rows: number }>

/** Writes and confirms the sample's translation as a translator would, row by row. */
export async function translateSample(
  translator: Client,
  article: string,
  tongue: (typeof sampleTongues)[number],
): Promise<Result<Translated, Failure>> {
  const file = new URL(`le-hoi-tra-tan-cuong.${tongue}.json`, folder)
  const sample = sampleTranslation.parse(JSON.parse(readFileSync(file, 'utf8')))
  const targets = new Map(sample.rows.map(({ source, target }) => [source, target]))
  const { language } = sample
  const begun = await attempt(translator.translations.create({ article, language }))
  if (!begun.ok) return begun
  const { document } = begun.value
  const view = await attempt(translator.translations.rows({ document }))
  if (!view.ok) return view
  for (const { row, source, target: before } of view.value.rows) {
    const target = targets.get(plainText(source))
    if (!target) throw new Error(`The sample has no translation of: ${plainText(source)}`)
    const confirmed = await attempt(translator.translations.confirm({ document, row, before, target }))
    if (!confirmed.ok) return confirmed
  }
  return succeed({ document, language, rows: view.value.rows.length })
}
