/**
 * What a reader of a foreign file hands over: neutral paragraphs in reading order, before any guess about
 * what they mean in an article and before any change to their characters (readers never normalise text).
 */
export type ImportedRun = Readonly<{
  /** A line break inside the paragraph is `\n`. */
  text: string
  bold?: boolean
  italic?: boolean
  underline?: boolean
  /** The address as written in the file, not yet judged. */
  link?: string
  /** The font's name, when the file names one: it tells legacy encodings (.VnTime, VNI-Times). */
  font?: string
  /** Points. */
  size?: number
}>

export type Alignment = 'start' | 'centre' | 'end'
/** What the file itself says a paragraph is, by its style or element. */
export type ImportedRole = 'body' | 'title' | 'subtitle' | 'heading' | 'quote' | 'caption'

export type ImportedParagraph = Readonly<{
  kind: 'paragraph'
  runs: readonly ImportedRun[]
  role: ImportedRole
  align: Alignment
  /** Level counts from 0. */
  list: Readonly<{ ordered: boolean; level: number }> | null
  /** Stood beside the text, in a text box: it follows what it says nothing of. */
  beside?: true
}>

export type ImportedItem =
  | ImportedParagraph
  /** `picture` names a file of `ImportedText.pictures`. */
  | Readonly<{ kind: 'picture'; picture: string; alt: string }>
  /** A footnote or endnote; the text carries its marker as `[label]`. */
  | Readonly<{ kind: 'note'; label: string; runs: readonly ImportedRun[] }>
  | Readonly<{ kind: 'divider' }>

export type ImportedPicture = Readonly<{ name: string; mediaType: string; bytes: Uint8Array }>

/** What was lost, changed or must be looked at; each has its sentence in `locales/*\/import.json`. */
export const importWarningCodes = [
  'tablesFlattened',
  'trackedChangesAccepted',
  'commentsDropped',
  'hiddenTextDropped',
  'textBoxesMoved',
  'notesKept',
  'pageFurnitureDropped',
  'linesReflowed',
  'remotePicturesDropped',
  'picturesUnreadable',
  'linksDropped',
  'formattingLost',
  'legacyConverted',
  'encodingUnsure',
  'charactersLost',
  'objectsDropped',
  'extensionMisleads',
] as const
export type ImportWarningCode = (typeof importWarningCodes)[number]
export type ImportWarning = Readonly<{
  code: ImportWarningCode
  facts: Readonly<Record<string, string | number>>
}>

export type ImportedText = Readonly<{
  items: readonly ImportedItem[]
  pictures: readonly ImportedPicture[]
  warnings: readonly ImportWarning[]
  /**
   * Lines of the file that are not among the items: headers, footers, comments, hidden and deleted text. They
   * stay out of the article, yet a state-secret stamp among them refuses the file (SEC1).
   */
  leftOut: readonly string[]
}>

/** Why a reader refuses a file; the caller adds the file's name. `line` counts from 1. */
export type ReadFailure =
  | Readonly<{ code: 'format-damaged'; detail: string; line: number | null }>
  | Readonly<{ code: 'file-encrypted' }>
  | Readonly<{ code: 'file-too-large'; bytes: number; limit: number }>

/** A paragraph's text without its marks. */
export function paragraphText(paragraph: Readonly<{ runs: readonly ImportedRun[] }>): string {
  return paragraph.runs.map((run) => run.text).join('')
}

/** Builds a body paragraph; `parts` overrides what differs. */
export function bodyParagraph(
  runs: readonly ImportedRun[],
  parts: Partial<Omit<ImportedParagraph, 'kind' | 'runs'>> = {},
): ImportedParagraph {
  return { kind: 'paragraph', runs, role: 'body', align: 'start', list: null, ...parts }
}

/** Marks a paragraph as standing beside the text; other items are what they are. */
export function asBeside(item: ImportedItem): ImportedItem {
  return item.kind === 'paragraph' ? { ...item, beside: true } : item
}
