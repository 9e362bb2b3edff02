import { readFontNames } from './font-names.ts'
import { type ListFormat, readListFormats } from './lists.ts'
import { type Piece, readPieces } from './pieces.ts'
import {
  applyCharacters,
  applyParagraphs,
  type CharacterLook,
  type ParagraphLook,
  readModifiers,
} from './properties.ts'
import { type PropertyRun, readCharacterRuns, readParagraphRuns, runAt } from './property-pages.ts'
import { cutStretch, type Stretch } from './stretches.ts'
import { readStyleSheet, type WordStyle } from './style-sheet.ts'
import { tables, type WordFile } from './word-header.ts'

/** The tables of a binary Word file, ready to be asked. */
export type WordSources = Readonly<{
  file: WordFile
  pieces: readonly Piece[]
  fonts: readonly string[]
  listFormat: (override: number, level: number) => ListFormat
  characterRuns: readonly PropertyRun[]
  paragraphRuns: readonly PropertyRun[]
  styleOf: (style: number) => WordStyle
}>

export function gatherSources(file: WordFile): WordSources {
  return {
    file,
    pieces: readPieces(file),
    fonts: readFontNames(file.part(tables.fonts)),
    listFormat: readListFormats(file),
    characterRuns: readCharacterRuns(file, tables.characterPages),
    paragraphRuns: readParagraphRuns(file, tables.paragraphPages),
    styleOf: readStyleSheet(file.part(tables.styles)),
  }
}

/** Style and own properties of the paragraph whose mark lies at `mark`. */
export function paragraphAt(
  sources: WordSources,
  mark: number,
): Readonly<{ style: WordStyle; look: ParagraphLook }> {
  const run = runAt(sources.paragraphRuns, mark)
  const style = sources.styleOf(run?.style ?? 0)
  return { style, look: applyParagraphs(style.paragraph, run ? readModifiers(run.bytes) : []) }
}

function lookOf(sources: WordSources, run: PropertyRun | undefined, paragraph: CharacterLook): CharacterLook {
  if (!run) return paragraph
  const modifiers = readModifiers(run.bytes)
  const named = applyCharacters(paragraph, modifiers).style
  if (named === undefined) return applyCharacters(paragraph, modifiers)
  const { characters } = sources.styleOf(named)
  const base = {
    ...paragraph,
    bold: paragraph.bold || characters.bold,
    italic: paragraph.italic || characters.italic,
    font: characters.font ?? paragraph.font,
  }
  return applyCharacters(base, modifiers)
}

export type LookedStretch = Readonly<{ stretch: Stretch; look: CharacterLook }>

/** Cuts a stretch where its look changes. */
export function splitByLook(
  sources: WordSources,
  stretch: Stretch,
  paragraph: CharacterLook,
): readonly LookedStretch[] {
  const parts: LookedStretch[] = []
  for (let start = 0; start < stretch.text.length; ) {
    const place = stretch.place + start * stretch.width
    const run = runAt(sources.characterRuns, place)
    const length = run ? Math.max(1, Math.ceil((run.to - place) / stretch.width)) : stretch.text.length
    parts.push({
      stretch: cutStretch(stretch, start, start + length),
      look: lookOf(sources, run, paragraph),
    })
    start += length
  }
  return parts
}
