import type { ImportedRun } from '#domain/imported-text.ts'
import { takePicture } from './pictures.ts'
import { count, type OpenParagraph, type Reading } from './reading.ts'
import { type RunProperties, readRunProperties } from './run-properties.ts'
import { childElements, childNamed, elementText, type XmlElement } from './xml-tree.ts'

/** Marks, font and size of a run: document defaults, paragraph style, character style, then its own. */
function propertiesOf(reading: Reading, run: XmlElement, inherited: RunProperties): RunProperties {
  const written = childNamed(run, 'rPr')
  const style = childNamed(written, 'rStyle')?.attributes['val']
  const named = style === undefined ? {} : (reading.sources.styles.byId.get(style)?.run ?? {})
  return { ...inherited, ...named, ...readRunProperties(written) }
}

/** A symbol-font character lies in the private area, at its byte. */
function symbolText(symbol: XmlElement): string {
  const code = Number.parseInt(symbol.attributes['char'] ?? '', 16)
  if (Number.isNaN(code) || code > 0xffff) return ''
  return String.fromCharCode(code)
}

/** Squares and cubes of units keep their meaning without superscript: m2 → m². */
function raise(text: string, before: string): string {
  if (!/m$/.test(before)) return text
  return text.replace(/^2$/, '²').replace(/^3$/, '³')
}

function endsOf(paragraph: OpenParagraph): string {
  return paragraph.runs.at(-1)?.text ?? ''
}

function fieldLink(reading: Reading): string | undefined {
  const field = reading.fields.findLast(({ inResult }) => inResult)
  return field && /HYPERLINK\s+"([^"]+)"/i.exec(field.instruction)?.[1]
}

function addText(
  reading: Reading,
  paragraph: OpenParagraph,
  text: string,
  properties: RunProperties,
  link: string | undefined,
): void {
  if (text === '') return
  if (properties.hidden) {
    count(reading, 'hiddenTextDropped')
    return
  }
  const target = link ?? fieldLink(reading)
  const run: ImportedRun = {
    text: properties.superscript ? raise(text, endsOf(paragraph)) : text,
    ...(properties.bold && { bold: true }),
    ...(properties.italic && { italic: true }),
    ...(properties.underline && target === undefined && { underline: true }),
    ...(target !== undefined && { link: target }),
    ...(properties.font !== undefined && { font: properties.font }),
    ...(properties.size !== undefined && { size: properties.size }),
  }
  paragraph.runs.push(run)
}

function stepField(reading: Reading, type: string | undefined): void {
  const field = reading.fields.at(-1)
  if (type === 'begin') reading.fields.push({ instruction: '', inResult: false })
  else if (type === 'separate' && field) field.inResult = true
  else if (type === 'end') reading.fields.pop()
}

function addNoteMarker(reading: Reading, paragraph: OpenParagraph, key: string): void {
  if (!reading.sources.notes.has(key)) return
  if (!reading.noteKeys.includes(key)) reading.noteKeys.push(key)
  paragraph.runs.push({ text: `[${reading.noteKeys.indexOf(key) + 1}]` })
}

/** Text boxes of a drawing, outermost only. */
function textBoxes(element: XmlElement): readonly XmlElement[] {
  return childElements(element).flatMap((child) =>
    child.name === 'txbxContent' ? [child] : textBoxes(child),
  )
}

function addDrawing(
  reading: Reading,
  paragraph: OpenParagraph,
  drawing: XmlElement,
  flush: () => void,
): void {
  const boxes = textBoxes(drawing)
  paragraph.after.push(...boxes)
  if (boxes.length > 0) {
    count(reading, 'textBoxesMoved')
    return
  }
  const picture = takePicture(reading, drawing)
  if (!picture) {
    if (drawing.name === 'object') count(reading, 'objectsDropped')
    return
  }
  const floating = childNamed(drawing, 'anchor') !== undefined
  if (!floating) flush()
  reading.items.push({ kind: 'picture', ...picture })
}

/** What a run is read with: its look, its link, and how to close the paragraph so far. */
type RunPlace = Readonly<{
  reading: Reading
  paragraph: OpenParagraph
  add: (text: string) => void
  flush: () => void
}>

function readMarker({ reading, paragraph }: RunPlace, piece: XmlElement): void {
  const kind = piece.name === 'footnoteReference' ? 'footnote' : 'endnote'
  addNoteMarker(reading, paragraph, `${kind}:${piece.attributes['id']}`)
}

function readField({ reading }: RunPlace, piece: XmlElement): void {
  const field = reading.fields.at(-1)
  if (piece.name === 'fldChar') stepField(reading, piece.attributes['fldCharType'])
  else if (field) field.instruction += elementText(piece)
}

/** The office versions of a drawing: the newest is read, the one for old programs is the same again. */
function readAlternative(place: RunPlace, piece: XmlElement): void {
  const choice = childNamed(piece, 'Choice') ?? childNamed(piece, 'Fallback')
  for (const child of choice ? childElements(choice) : []) readPiece(place, child)
}

const pieceReaders: Readonly<Record<string, (place: RunPlace, piece: XmlElement) => void>> = {
  fldChar: readField,
  instrText: readField,
  t: ({ add }, piece) => add(elementText(piece)),
  tab: ({ add }) => add(' '),
  ptab: ({ add }) => add(' '),
  noBreakHyphen: ({ add }) => add('-'),
  br: readBreak,
  cr: readBreak,
  sym: ({ add }, piece) => add(symbolText(piece)),
  footnoteReference: readMarker,
  endnoteReference: readMarker,
  commentReference: ({ reading }) => count(reading, 'commentsDropped'),
  drawing: readDrawing,
  pict: readDrawing,
  object: readDrawing,
  AlternateContent: readAlternative,
}

function readBreak({ add }: RunPlace, piece: XmlElement): void {
  const type = piece.attributes['type']
  if (type !== 'page' && type !== 'column') add('\n')
}

function readDrawing({ reading, paragraph, flush }: RunPlace, piece: XmlElement): void {
  addDrawing(reading, paragraph, piece, flush)
}

function readPiece(place: RunPlace, piece: XmlElement): void {
  if (Object.hasOwn(pieceReaders, piece.name)) pieceReaders[piece.name]?.(place, piece)
}

/** Reads one `r` element into the open paragraph; `flush` closes what was read so far (inline pictures). */
export function readRun(
  reading: Reading,
  paragraph: OpenParagraph,
  run: XmlElement,
  inherited: RunProperties,
  link: string | undefined,
  flush: () => void,
): void {
  const properties = propertiesOf(reading, run, inherited)
  const add = (text: string) => addText(reading, paragraph, text, properties, link)
  for (const piece of childElements(run)) readPiece({ reading, paragraph, add, flush }, piece)
}
