import { SaxesParser } from 'saxes'
import type { ReadFailure } from '#domain/imported-text.ts'
import { fail, type Result, succeed } from '#domain/result.ts'
import { readSegment, type SegmentReading } from './segment-reading.ts'
import {
  emptyFacts,
  type TmxAttributes,
  type TmxFacts,
  type TmxHeader,
  type TmxSkip,
  type TmxText,
  type TmxUnit,
} from './tmx.ts'

export type TmxListener = Readonly<{
  header(header: TmxHeader): void
  /** A unit with two languages or more; `line` is where it ends. */
  unit(unit: TmxUnit, line: number): void
  skipped(skip: TmxSkip): void
}>

/**
 * Reads a TMX file piece by piece: a million units need no more memory than one. A document type is passed over,
 * and no entity but XML's own five is known. What is not well-formed, or no TMX, fails with its line; units that were
 * told before it are to be taken back by the caller (SAFE3).
 */
export type TmxReader = Readonly<{
  write(text: string): Result<null, ReadFailure>
  end(): Result<null, ReadFailure>
}>

const deepest = 60
/** UTF-16 units of one segment with its codes. */
const longestSegment = 50_000
const mostFacts = 1000

class TmxRefused extends Error {}

type OpenFacts = {
  attributes: TmxAttributes
  properties: TmxFacts['properties'][number][]
  notes: TmxFacts['notes'][number][]
}
type OpenText = OpenFacts & { language: string | null; content: TmxText['content'] | null; line: number }
type OpenUnit = OpenFacts & { texts: TmxText[]; line: number }

export function createTmxReader(listener: TmxListener): TmxReader {
  const parser = new SaxesParser<{ xmlns: false; position: true }>({ xmlns: false, position: true })
  const path: string[] = []
  let failure: ReadFailure | undefined
  let header: OpenFacts | undefined
  let unit: OpenUnit | undefined
  let text: OpenText | undefined
  let segment: SegmentReading | undefined
  let segmentDepth = 0
  let segmentLength = 0
  /** The property or note that is being read. */
  let gathered: { text: string; attributes: TmxAttributes } | undefined

  parser.on('error', (error) => {
    throw new TmxRefused(error.message)
  })
  parser.on('opentag', ({ name, attributes }) => {
    path.push(name)
    if (path.length > deepest) throw new TmxRefused('too deep')
    if (path.length === 1 && name !== 'tmx') throw new TmxRefused(`<${name}> is no TMX`)
    if (segment) segment.open(name, attributes)
    else openElement(name, attributes)
  })
  parser.on('closetag', ({ name }) => {
    if (segment && path.length > segmentDepth) segment.close(name)
    else closeElement(name)
    path.pop()
  })
  const take = (written: string) => {
    if (!segment) {
      if (gathered && gathered.text.length < longestSegment) gathered.text += written
      return
    }
    segmentLength += written.length
    if (segmentLength <= longestSegment) segment.text(written)
  }
  parser.on('text', take)
  parser.on('cdata', take)

  function openElement(name: string, attributes: TmxAttributes): void {
    if (name === 'header') header = facts(attributes)
    else if (name === 'tu') unit = { ...facts(attributes), texts: [], line: parser.line }
    else if (name === 'tuv' && unit) text = openText(attributes, parser.line)
    else if (name === 'seg' && text) {
      segment = readSegment()
      segmentDepth = path.length
      segmentLength = 0
    } else if (name === 'prop' || name === 'note') {
      gathered = { text: '', attributes }
    }
  }

  function closeElement(name: string): void {
    if (name === 'header' && header) listener.header(header)
    else if (name === 'seg' && text && segment) closeSegment(text, segment)
    else if (name === 'tuv' && unit && text) closeText(unit, text)
    else if (name === 'tu' && unit) closeUnit(unit)
    else if (name === 'prop' || name === 'note') closeFact(name)
    if (name === 'header') header = undefined
  }

  function closeSegment(open: OpenText, reading: SegmentReading): void {
    segment = undefined
    if (segmentLength > longestSegment) skip('too-long', open.line, String(segmentLength))
    else {
      open.content = reading.finish()
      if (open.content === null) skip('foreign-element', open.line, reading.foreign())
    }
    if (open.content === null) open.language = null
  }

  function closeText(open: OpenUnit, { language, content, line, ...rest }: OpenText): void {
    text = undefined
    if (language === null) return
    if (content === null) skip('no-segment', line, language)
    else if (open.texts.some((other) => other.language === language))
      skip('two-of-a-language', line, language)
    else open.texts.push({ ...rest, language, content })
  }

  function closeUnit({ line, ...open }: OpenUnit): void {
    unit = undefined
    if (open.texts.length >= 2) listener.unit(open, parser.line)
    else skip('one-language', line, open.texts[0]?.language ?? '')
  }

  function closeFact(name: 'prop' | 'note'): void {
    const owner = text ?? unit ?? header
    const read = gathered
    gathered = undefined
    if (!owner || !read) return
    if (owner.properties.length + owner.notes.length >= mostFacts) throw new TmxRefused('too many properties')
    const { type = '', ...attributes } = read.attributes
    if (name === 'prop') owner.properties.push({ type, text: read.text, attributes })
    else owner.notes.push(read)
  }

  function openText(attributes: TmxAttributes, line: number): OpenText {
    const { 'xml:lang': current, lang: old, ...rest } = attributes
    const written = current ?? old
    const language = written === undefined ? null : canonicalTag(written)
    if (language === null) skip(written === undefined ? 'no-language' : 'bad-language', line, written ?? '')
    return { ...facts(rest), language, content: null, line }
  }

  function skip(reason: TmxSkip['reason'], line: number, detail: string): void {
    listener.skipped({ reason, line, detail: detail.slice(0, 100) })
  }

  function attempt(work: () => void): Result<null, ReadFailure> {
    if (failure) return fail(failure)
    try {
      work()
      return succeed(null)
    } catch (error) {
      if (!(error instanceof TmxRefused)) throw error
      failure = { code: 'format-damaged', detail: error.message, line: parser.line }
      return fail(failure)
    }
  }

  return {
    write: (piece) => attempt(() => void parser.write(piece)),
    end: () => attempt(() => void parser.close()),
  }
}

function facts(attributes: TmxAttributes): OpenFacts {
  return { ...emptyFacts, attributes: { ...attributes }, properties: [], notes: [] }
}

/** `VI_vn` is `vi-VN`; null when it is no language tag at all. */
function canonicalTag(written: string): string | null {
  try {
    return Intl.getCanonicalLocales(written.trim().replaceAll('_', '-'))[0] ?? null
  } catch {
    return null
  }
}
