import type { ArticleMetadata } from '../article.ts'
import { datelineOf } from '../article-lines.ts'
import { type ImportedText, type ImportWarning, paragraphText } from '../imported-text.ts'
import { guessLanguage } from '../language-guess.ts'
import { safeLink } from '../safe-link.ts'
import { readBody } from './body.ts'
import { readEnding } from './ending.ts'
import { type Line, readManuscript } from './lines.ts'
import { readOpening } from './opening.ts'
import type { Draft, Proposal } from './proposal.ts'

function languageOf(imported: ImportedText): string {
  const texts = imported.items.map((item) => ('runs' in item ? paragraphText(item) : ''))
  return guessLanguage(texts.join('\n'))
}

/** What the article cannot hold of the words themselves: links nobody can follow, characters lost on the way. */
function lossesOf(imported: ImportedText): readonly ImportWarning[] {
  const runs = imported.items.flatMap((item) => ('runs' in item ? item.runs : []))
  const links = new Set(
    runs.map((run) => run.link).filter((link) => link !== undefined && safeLink(link) === undefined),
  )
  const lost = runs.reduce((sum, run) => sum + run.text.split('\ufffd').length - 1, 0)
  return [
    ...(links.size > 0 ? [{ code: 'linksDropped' as const, facts: { count: links.size } }] : []),
    ...(lost > 0 ? [{ code: 'charactersLost' as const, facts: { count: lost } }] : []),
  ]
}

type Place = Readonly<{ metadata: Partial<ArticleMetadata>; taken: Line | undefined }>

/**
 * A dateline on a line of its own moves to the metadata; one that opens a paragraph stays in the text, where its
 * length is told: a person decides whether it moves.
 */
function readPlace(lines: readonly Line[]): Place {
  for (const line of lines.slice(0, 10)) {
    if (line.kind !== 'text') continue
    const found = datelineOf(line.text)
    if (!found) continue
    const place = found.place === '' ? {} : { place: found.place }
    const alone = found.length === line.text.length
    return alone
      ? { metadata: { ...place, dateline: found.dateline }, taken: line }
      : { metadata: place, taken: undefined }
  }
  return { metadata: {}, taken: undefined }
}

/** Marks the first text that opens with a dateline. */
function markDateline(drafts: readonly Draft[]): readonly Draft[] {
  const opens = (draft: Draft) =>
    (draft.kind === 'lead' || draft.kind === 'paragraph') && datelineOf(textOf(draft)) !== undefined
  const at = drafts.slice(0, 10).findIndex(opens)
  return drafts.map((draft, index) => {
    if (index !== at) return draft
    const text = textOf(draft)
    const { length } = datelineOf(text) ?? { length: 0 }
    const spaces = /^\s*/.exec(text.slice(length))?.[0].length ?? 0
    return length === text.length ? draft : { ...draft, dateline: length + spaces }
  })
}

function textOf({ runs }: Draft): string {
  return runs.map(({ text }) => text).join('')
}

/**
 * Proposes an article from an imported text. Newsroom files have no styles: title, lead, captions, credits,
 * byline and headings are guessed from looks and place, and every guess says so. All text is NFC (LANG1).
 */
export function proposeArticle(imported: ImportedText): Proposal {
  const language = languageOf(imported)
  const lines = readManuscript(imported.items, language === 'vi')
  const place = readPlace(lines)
  const ending = readEnding(lines)
  const rest = lines.filter((line) => line !== place.taken && !ending.taken.has(line))
  const opening = readOpening(rest)
  const drafts = [...readBody(opening.before), ...opening.drafts, ...readBody(opening.after)]
  return {
    language,
    metadata: {
      ...place.metadata,
      ...(ending.byline !== '' && { byline: ending.byline }),
      ...(ending.source !== '' && { source: ending.source }),
    },
    blocks: markDateline(drafts).map((draft, index) => ({ id: `b${index + 1}`, ...draft })),
    warnings: [...imported.warnings, ...lossesOf(imported)],
  }
}
