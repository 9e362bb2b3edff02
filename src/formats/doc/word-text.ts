import {
  asBeside,
  bodyParagraph,
  type ImportedItem,
  type ImportedText,
  type ImportWarning,
} from '#domain/imported-text.ts'

/** What can be had of a binary Word file: characters without marks, fonts or pictures. */
export type WordText = Readonly<{
  body: string
  footnotes: string
  endnotes: string
  textBoxes: string
  leftOut: string
}>

/** Paragraphs end in line ends, table cells in tabs. */
function paragraphsOf(text: string): readonly string[] {
  return text
    .split(/\r\n|[\r\n]/)
    .map((line) => line.replace(/\t+$/, '').replace(/\t+/g, ' | '))
    .filter((line) => line.trim() !== '')
}

function readNotes(text: WordText): readonly ImportedItem[] {
  return [...paragraphsOf(text.footnotes), ...paragraphsOf(text.endnotes)].map((note, index) => ({
    kind: 'note',
    label: String(index + 1),
    runs: [{ text: note.trim() }],
  }))
}

/** Makes paragraphs of a binary Word file's text; says that its looks and pictures stayed behind. */
export function readWordText(text: WordText): ImportedText {
  const notes = readNotes(text)
  const boxes = paragraphsOf(text.textBoxes)
  const warnings: ImportWarning[] = [{ code: 'formattingLost', facts: {} }]
  if (notes.length > 0) warnings.push({ code: 'notesKept', facts: { count: notes.length } })
  if (boxes.length > 0) warnings.push({ code: 'textBoxesMoved', facts: { count: boxes.length } })
  const paragraph = (line: string) => bodyParagraph([{ text: line }])
  const beside = boxes.map((line) => asBeside(paragraph(line)))
  const items = [...paragraphsOf(text.body).map(paragraph), ...beside, ...notes]
  return { items, pictures: [], warnings, leftOut: paragraphsOf(text.leftOut) }
}
