import words from '#resources/portal/words.json' with { type: 'json' }

/** The few words a page adds to the article, in the article's language. */
export type PortalWords = Readonly<(typeof words)['vi']>

const known: Readonly<Record<string, PortalWords>> = words

/** By full tag or its language; English for a language without words of its own. */
export function portalWords(language: string): PortalWords {
  return known[language] ?? known[language.split('-')[0] ?? ''] ?? words.en
}

/** Puts values in the places named `{…}`. */
export function fillWords(pattern: string, values: Readonly<Record<string, string>>): string {
  return pattern.replace(/\{(\w+)\}/g, (place, name: string) => values[name] ?? place)
}

const rightToLeft = new Set(['ar', 'ckb', 'dv', 'fa', 'he', 'ps', 'sd', 'ug', 'ur', 'yi'])

export function textDirection(language: string): 'ltr' | 'rtl' {
  return rightToLeft.has(language.split('-')[0]?.toLowerCase() ?? '') ? 'rtl' : 'ltr'
}
