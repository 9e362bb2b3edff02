import type { TranslationSummary } from '#contract/translations.ts'
import type { ReadHandle } from '../store/database.ts'
import { heldSummary } from './summary.ts'

export type TranslationQuery = Readonly<{ article: string | null; language: string | null; limit: number }>

/** Translations as they were last brought in: those with open rows first, the newest change first. */
export function listTranslations(db: ReadHandle, query: TranslationQuery): TranslationSummary[] {
  return db
    .prepare<[TranslationQuery], string>(
      `SELECT summary FROM translation_status
       WHERE (@article IS NULL OR article = @article) AND (@language IS NULL OR language = @language)
       ORDER BY open_rows = 0, updated_at DESC, document LIMIT @limit`,
    )
    .pluck()
    .all(query)
    .map((text) => heldSummary(db, JSON.parse(String(text))))
}
