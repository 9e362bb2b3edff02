import shipped from '#resources/spoken/abbreviations.json' with { type: 'json' }

/** An abbreviation as data: how it is said (several where only a person knows), and where that is written. */
export type Abbreviation = Readonly<{
  written: string
  spoken: readonly string[]
  source: string
  /** A full stop behind it belongs to it: "TP.", "PGS.TS." */
  dot?: boolean
}>

export type Abbreviations = ReadonlyMap<string, Abbreviation>

/** The shipped ones and a newsroom's own; its own take the place of shipped ones written alike. */
export function abbreviationTable(own: readonly Abbreviation[] = []): Abbreviations {
  const entries: readonly Abbreviation[] = [...shipped.entries, ...own]
  return new Map(entries.map((entry) => [entry.written, entry]))
}

/** Roads by the letters before their number: QL3, ĐT.261. */
export const roadNames: Readonly<Record<string, string>> = shipped.roads.names

const longest = /[\p{L}\p{M}\d]+(?:(?:[-&/.,]|\. | )[\p{L}\p{M}\d]+)*/uy
const joint = /(?:[-&/.,]|\. | )[\p{L}\p{M}\d]+$/u

export type AbbreviationFound = Readonly<{ entry: Abbreviation; length: number }>

/** The longest abbreviation that begins at `at`; "GD&ĐT" before "GD". */
export function findAbbreviation(
  text: string,
  at: number,
  table: Abbreviations,
): AbbreviationFound | undefined {
  longest.lastIndex = at
  const words = longest.exec(text)?.[0].split(/(?= )/).slice(0, 3).join('').replace(/[.,]$/, '')
  for (let candidate = words; candidate; candidate = shorter(candidate)) {
    const entry = table.get(candidate)
    if (entry) return { entry, length: candidate.length + dotLength(text, at + candidate.length, entry) }
  }
  return undefined
}

function shorter(candidate: string): string | undefined {
  const cut = candidate.replace(joint, '')
  return cut === candidate ? undefined : cut
}

/** The stop belongs to it where the sentence goes on behind it. */
function dotLength(text: string, at: number, entry: Abbreviation): number {
  if (!entry.dot || text[at] !== '.') return 0
  return /^\.\s?[\p{L}\d]/u.test(text.slice(at, at + 3)) ? 1 : 0
}
