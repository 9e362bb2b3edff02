import { z } from 'zod'
import en from '#resources/subtitle-rules/en.json' with { type: 'json' }
import ko from '#resources/subtitle-rules/ko.json' with { type: 'json' }
import vi from '#resources/subtitle-rules/vi.json' with { type: 'json' }
import zh from '#resources/subtitle-rules/zh.json' with { type: 'json' }

/** What subtitles in a language must keep to so that they can be read, as data with its source. */
export const subtitleRulesSchema = z.strictObject({
  language: z.string().min(2),
  /** What is counted (TEXT1): what a reader sees as one character, or widths where half-width is 0.5 (Chinese, Korean). */
  unit: z.enum(['character', 'fullWidth']),
  charactersPerLine: z.number().positive(),
  charactersPerSecond: z.number().positive(),
  lines: z.number().int().positive(),
  shortestMs: z.number().int().positive(),
  longestMs: z.number().int().positive(),
  /** Between two cues, unless one follows the other at once. */
  gapFrames: z.number().int().nonnegative(),
  source: z.string().min(1),
  date: z.iso.date(),
})
export type SubtitleRules = Readonly<z.infer<typeof subtitleRulesSchema>>

const known: readonly SubtitleRules[] = [vi, en, zh, ko].map((rules) => subtitleRulesSchema.parse(rules))

/** The rules of a language (BCP 47); those of English for one that has none of its own. */
export function rulesFor(language: string): SubtitleRules {
  const [main = ''] = language.toLowerCase().split('-')
  const found =
    known.find((rules) => rules.language === main) ?? known.find((rules) => rules.language === 'en')
  if (!found) throw new Error('The rules of English are missing')
  return found
}
