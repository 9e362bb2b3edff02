import { z } from 'zod'
import { type Concept, conceptKinds, type Term, type TermUse } from './termbase.ts'

const forms = z.array(z.string().min(1)).default([])
const languages = ['vi', 'en', 'zh', 'ko'] as const
const forbidden = z.partialRecord(z.enum(languages), z.array(z.string().min(1))).default({})

/** The shipped file: of each language the form to write, then those that may stand; what must not is apart. */
export const starterFile = z.object({
  version: z.number().int().min(1),
  name: z.string(),
  concepts: z.array(
    z.object({
      id: z.string().regex(/^[a-z0-9-]+$/),
      kind: z.enum(conceptKinds),
      vi: forms,
      en: forms,
      zh: forms,
      ko: forms,
      forbidden,
      note: z.string().default(''),
      source: z.string().min(1),
      status: z.enum(['proposed', 'approved']),
    }),
  ),
})
export type StarterFile = z.infer<typeof starterFile>

/** The shipped entries as concepts; ids of terms follow from their place, so that every machine has the same. */
export function starterConcepts({ concepts }: StarterFile): readonly Concept[] {
  return concepts.map(({ id, kind, note, source, status, forbidden: bad, ...texts }) => ({
    id,
    kind,
    note,
    source,
    status,
    terms: languages
      .flatMap((language) => [
        ...texts[language].map((text, at) => term(language, at, text, at === 0 ? 'preferred' : 'allowed')),
        ...(bad[language] ?? []).map((text, at) => term(language, at, text, 'forbidden')),
      ])
      .sort((left, right) => (left.id < right.id ? -1 : 1)),
  }))
}

function term(language: string, at: number, text: string, use: TermUse): Term {
  return { id: `${language}-${use === 'forbidden' ? 'x' : ''}${at}`, language, text, use, note: '' }
}
