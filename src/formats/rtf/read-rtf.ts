import type {
  Alignment,
  ImportedItem,
  ImportedParagraph,
  ImportedPicture,
  ImportedRun,
  ImportedText,
  ReadFailure,
} from '#domain/imported-text.ts'
import { fail, type Result, succeed } from '#domain/result.ts'
import { pictureName, pictureType } from '../picture-type.ts'
import { decodeBytes, encodingOf } from './code-pages.ts'
import { bytesOfHex, hasText, linkOf } from './rtf-values.ts'
import { aligns, asides, nowhere, type Place, signs, transparent } from './rtf-words.ts'
import { type RtfToken, readTokens } from './tokens.ts'

type State = {
  place: Place
  bold: boolean
  italic: boolean
  underline: boolean
  hidden: boolean
  /** The address that the field's result leads to. */
  link: string | undefined
  font: number
  size: number
  /** How many characters stand in for the one that `\u` names. */
  fallback: number
  starred: boolean
}
type Font = { charset: number | undefined; name: string }

const first: State = {
  place: 'text',
  bold: false,
  italic: false,
  underline: false,
  hidden: false,
  link: undefined,
  font: -1,
  size: 12,
  fallback: 1,
  starred: false,
}

/** Groups within groups; Word writes some twenty. */
const deepest = 1000

/** Reads a rich text file. Looks, lists, footnotes and pictures are kept; tables become lines. Never throws. */
export function readRtf(bytes: Uint8Array): Result<ImportedText, ReadFailure> {
  const source = new TextDecoder('latin1').decode(bytes)
  if (!source.startsWith('{\\rtf')) return fail({ code: 'format-damaged', detail: 'rtf', line: 1 })
  const reading = new RtfReading()
  for (const token of readTokens(source)) {
    reading.take(token)
    if (reading.depth > deepest) return fail({ code: 'format-damaged', detail: 'rtf', line: null })
  }
  return succeed(reading.end())
}

class RtfReading {
  private state: State = { ...first }
  private readonly above: State[] = []
  private readonly fonts = new Map<number, Font>()
  private codePage = 1252
  private standingIn = 0
  private pending: number[] = []
  private runs: ImportedRun[] = []
  private noteRuns: ImportedRun[] = []
  private boxRuns: ImportedRun[] = []
  /** Paragraphs of text boxes, until the paragraph ends that they are tied to. */
  private readonly boxes: ImportedItem[] = []
  private instruction = ''
  private align: Alignment = 'start'
  private level = 0
  private marker: string | undefined
  private hex = ''
  private cells = 0
  private tables = 0
  private inTable = false
  private boxCount = 0
  private comments = 0
  private changes = 0
  private unreadable = 0
  private hiddenParts = 0
  private aside = ''
  private readonly items: ImportedItem[] = []
  private readonly notes: ImportedItem[] = []
  private readonly pictures: ImportedPicture[] = []
  private readonly leftOut: string[] = []

  get depth(): number {
    return this.above.length
  }

  take(token: RtfToken): void {
    if (token.kind === 'byte') {
      if (this.standingIn > 0) this.standingIn -= 1
      else this.pending.push(token.byte)
      return
    }
    this.flush()
    if (token.kind === 'open') this.above.push({ ...this.state })
    else if (token.kind === 'close') this.close()
    else if (token.kind === 'symbol') this.symbol(token.symbol)
    else this.word(token.word, token.value)
  }

  end(): ImportedText {
    this.flush()
    this.endParagraph()
    this.endAside()
    const warnings = (
      [
        ['trackedChangesAccepted', this.changes],
        ['commentsDropped', this.comments],
        ['tablesFlattened', this.tables],
        ['textBoxesMoved', this.boxCount],
        ['picturesUnreadable', this.unreadable],
        ['hiddenTextDropped', this.hiddenParts],
        ['notesKept', this.notes.length],
      ] as const
    ).flatMap(([code, count]) => (count > 0 ? [{ code, facts: { count } }] : []))
    return {
      items: [...this.items, ...this.notes],
      pictures: this.pictures,
      warnings,
      leftOut: this.leftOut,
    }
  }

  private flush(): void {
    if (this.pending.length === 0) return
    const font = this.fonts.get(this.state.font)
    const text = decodeBytes(this.pending, encodingOf(font?.charset, this.codePage))
    this.pending = []
    this.text(text)
  }

  private text(text: string): void {
    const { state } = this
    switch (state.place) {
      case 'text':
      case 'note':
      case 'box':
        if (state.hidden) {
          this.aside += text
          this.hiddenParts += 1
        } else this.runsHere().push(this.run(text))
        return
      case 'aside':
        this.aside += text
        return
      case 'fonts': {
        const font = this.fonts.get(state.font)
        if (font) font.name += text
        return
      }
      case 'marker':
        this.marker = (this.marker ?? '') + text
        return
      case 'picture':
        this.hex += text
        return
      case 'instruction':
        this.instruction += text
        return
      case 'property':
      case 'nowhere':
    }
  }

  private runsHere(): ImportedRun[] {
    const { place } = this.state
    if (place === 'box') return this.boxRuns
    return place === 'note' ? this.noteRuns : this.runs
  }

  private run(text: string): ImportedRun {
    const { bold, italic, underline, link, size, font } = this.state
    const name = this.fonts.get(font)?.name.replace(/;.*$/s, '').trim() ?? ''
    return {
      text,
      size,
      ...(bold && { bold }),
      ...(italic && { italic }),
      ...(link === undefined ? underline && { underline } : { link }),
      ...(name !== '' && { font: name }),
    }
  }

  private symbol(symbol: string): void {
    if (this.standingIn > 0) {
      this.standingIn -= 1
      return
    }
    if (symbol === '*') this.state.starred = true
    else if (symbol === '~') this.text('\u00a0')
    else if (symbol === '_') this.text('-')
    else if (symbol === '\n' || symbol === '\r') this.endParagraph()
    else if ('{}\\'.includes(symbol)) this.text(symbol)
  }

  private word(word: string, value: number | undefined): void {
    const { state } = this
    const starred = state.starred
    state.starred = false
    if (word === 'u' && value !== undefined) {
      this.text(String.fromCharCode(value < 0 ? value + 65_536 : value))
      this.standingIn = state.fallback
      return
    }
    if (this.enters(word)) return
    if (starred) state.place = 'nowhere'
    else if (signs[word] !== undefined) this.text(signs[word])
    else if (aligns[word] !== undefined) this.align = aligns[word]
    else this.look(word, value)
  }

  /** A word that says where the group's text goes. */
  private enters(word: string): boolean {
    const { state } = this
    if (state.place === 'nowhere') return true
    if (word === 'fonttbl') state.place = 'fonts'
    else if (word === 'listtext' || word === 'pntext') state.place = 'marker'
    else if (word === 'pict') {
      state.place = 'picture'
      this.hex = ''
    } else if (word === 'sp') state.place = 'property'
    else if (word === 'fldinst') this.enterField()
    else if (word === 'fldrslt') state.link = linkOf(this.instruction)
    else if (word === 'footnote') this.enterNote()
    else if (word === 'shptxt') this.enterBox()
    else if (asides.has(word)) this.enterAside(word)
    else if (nowhere.has(word)) state.place = 'nowhere'
    else return transparent.has(word)
    return true
  }

  private enterField(): void {
    this.state.place = 'instruction'
    this.instruction = ''
  }

  private enterBox(): void {
    if (this.state.place !== 'text') return
    this.state.place = 'box'
    this.boxCount += 1
  }

  private enterAside(word: string): void {
    this.state.place = 'aside'
    // One thing said is one line, or a stamp would be lost among its neighbours (SEC1).
    this.aside += '\n'
    if (word === 'annotation') this.comments += 1
    if (word === 'deleted') this.changes += 1
  }

  private enterNote(): void {
    if (this.state.place === 'text') this.runs.push(this.run(`[${this.notes.length + 1}]`))
    this.state.place = 'note'
    this.noteRuns = []
  }

  private look(word: string, value: number | undefined): void {
    const { state } = this
    const on = value !== 0
    switch (word) {
      case 'b':
        state.bold = on
        return
      case 'i':
        state.italic = on
        return
      case 'ul':
        state.underline = on
        return
      case 'ulnone':
        state.underline = false
        return
      case 'v':
        state.hidden = on
        return
      case 'plain':
        Object.assign(state, { bold: false, italic: false, underline: false, hidden: false, size: 12 })
        return
      case 'f':
        state.font = value ?? 0
        if (state.place === 'fonts') this.fonts.set(state.font, { charset: undefined, name: '' })
        return
      case 'fcharset': {
        const font = this.fonts.get(state.font)
        if (font && state.place === 'fonts') font.charset = value
        return
      }
      case 'fs':
        state.size = (value ?? 24) / 2
        return
      case 'uc':
        state.fallback = Math.max(0, value ?? 1)
        return
      case 'ansicpg':
        this.codePage = value ?? 1252
        return
      case 'ilvl':
        this.level = Math.min(8, Math.max(0, value ?? 0))
        return
      default:
        this.layout(word)
    }
  }

  private layout(word: string): void {
    switch (word) {
      case 'par':
      case 'sect':
      case 'page':
        if (this.state.place === 'text') this.endParagraph()
        else if (this.state.place === 'box') this.endBoxed()
        else this.text('\n')
        return
      case 'pard':
        if (this.state.place === 'text') Object.assign(this, { align: 'start', level: 0, marker: undefined })
        return
      case 'cell':
        this.cells += 1
        this.text(' | ')
        return
      case 'row':
        this.endRow()
    }
  }

  private endRow(): void {
    if (this.cells > 1 && !this.inTable) this.tables += 1
    this.cells = 0
    const last = this.runs.at(-1)
    if (last?.text === ' | ') this.runs.pop()
    this.endParagraph()
    this.inTable = true
  }

  private endParagraph(): void {
    const { runs, marker } = this
    this.runs = []
    this.inTable = false
    if (this.aside !== '') this.aside += '\n'
    if (hasText(runs)) {
      const list: ImportedParagraph['list'] =
        marker === undefined ? null : { ordered: /[\da-z][.)]/i.test(marker), level: this.level }
      this.items.push({ kind: 'paragraph', runs, role: 'body', align: this.align, list })
    }
    this.items.push(...this.boxes.splice(0))
  }

  private endBoxed(): void {
    const runs = this.boxRuns
    this.boxRuns = []
    if (hasText(runs)) this.boxes.push({ kind: 'paragraph', runs, role: 'body', align: 'start', list: null })
  }

  private endAside(): void {
    const lines = this.aside.split('\n').filter((line) => line.trim() !== '')
    this.leftOut.push(...lines)
    this.aside = ''
  }

  private close(): void {
    const { place } = this.state
    const outer = this.above.pop()
    if (!outer) return
    this.state = outer
    this.standingIn = 0
    if (place === outer.place) return
    if (place === 'picture') this.endPicture()
    else if (place === 'aside') this.endAside()
    else if (place === 'box') this.endBoxed()
    else if (place === 'note') {
      this.notes.push({ kind: 'note', label: String(this.notes.length + 1), runs: this.noteRuns })
      this.noteRuns = []
    }
  }

  private endPicture(): void {
    const bytes = bytesOfHex(this.hex)
    this.hex = ''
    const mediaType = pictureType(bytes)
    if (mediaType === undefined) {
      this.unreadable += 1
      return
    }
    const name = pictureName(this.pictures.length + 1, mediaType)
    this.pictures.push({ name, mediaType, bytes })
    const { runs } = this
    if (runs.length > 0) this.endParagraph()
    this.items.push({ kind: 'picture', picture: name, alt: '' })
  }
}
