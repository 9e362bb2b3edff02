import { assertNever } from '#domain/result.ts'
import { readingPauses } from '#domain/spoken/duration.ts'
import type { SpokenPiece } from '#domain/spoken/script.ts'
import type { SpokenNote, SpokenParagraph, SpokenScript } from '#domain/spoken/spoken-script.ts'
import sheetWords from '#resources/spoken/sheet.json' with { type: 'json' }
import { escapeHtml } from '../portal-html/escape.ts'
import { type SheetLine, sheetLines } from './sheet-lines.ts'
import { sheetStyle } from './sheet-style.ts'

type SheetWords = (typeof sheetWords)['vi']

export type ReadingSheet = Readonly<{
  title: string
  script: SpokenScript
  /** Language of the sheet's own words; Vietnamese where there are none in it. */
  language: string
  /** Said on the sheet itself (FLOW2). */
  preview: boolean
}>

/** A sheet to read from, HTML for A4: large type, numbered lines, the time of each paragraph, pauses, notes. */
export function writeReadingSheet({ title, script, language, preview }: ReadingSheet): string {
  const words = wordsOf(language)
  let next = 1
  const paragraphs = script.paragraphs.map((paragraph, at) => {
    const lines = sheetLines(paragraph, next)
    next += lines.length
    return paragraphHtml(paragraph, lines, at + 1, words) + pauseHtml(at, script, words)
  })
  const pace = new Intl.NumberFormat(script.language).format(script.pace)
  return `<!doctype html>
<html lang="${escapeHtml(script.language)}">
<head>
<meta charset="utf-8">
<title>${escapeHtml(title)}</title>
<style>${sheetStyle}</style>
</head>
<body>
${preview ? `<p class="preview">${words.preview}</p>\n` : ''}<header>
<p class="kind">${words.sheet}</p>
<h1>${escapeHtml(title)}</h1>
<p>${words.duration}: <b>${showDuration(script.seconds)}</b> · ${words.pace}: ${pace} ${words.paceUnit}</p>
</header>
<main>
${paragraphs.join('\n')}
</main>
${notesHtml(script, words)}</body>
</html>
`
}

function wordsOf(language: string): SheetWords {
  const all: Readonly<Record<string, SheetWords>> = sheetWords
  return all[language.split('-')[0] ?? ''] ?? sheetWords.vi
}

/** Minutes and seconds: 3:07. */
export function showDuration(seconds: number): string {
  const whole = Math.round(seconds)
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`
}

function paragraphHtml(
  paragraph: SpokenParagraph,
  lines: readonly SheetLine[],
  number: number,
  words: SheetWords,
): string {
  const rows = lines.map((line) => {
    const said = line.pieces.map((piece) => pieceHtml(piece, paragraph.source)).join('')
    return `<p class="line"><span class="number">${line.number}</span><span>${said.trim()}</span></p>`
  })
  return `<section>
<p class="time">${words.paragraph} ${number} · ${showDuration(paragraph.seconds)}</p>
${rows.join('\n')}
</section>`
}

function pauseHtml(at: number, script: SpokenScript, words: SheetWords): string {
  if (at === script.paragraphs.length - 1) return ''
  const seconds = new Intl.NumberFormat(script.language).format(readingPauses.paragraph)
  return `\n<p class="pause">⏸ ${words.pause} ${seconds} ${words.seconds}</p>`
}

/** What is said, and small behind it what is written where that is something else. */
function pieceHtml(piece: SpokenPiece, source: string): string {
  const written = escapeHtml(source.slice(piece.source.start, piece.source.end))
  const spoken = escapeHtml(piece.spoken)
  switch (piece.kind) {
    case 'kept':
      return spoken
    case 'read':
      return `<span class="read">${spoken}<small>${written}</small></span>`
    case 'choice': {
      const kind = piece.picked ? 'read' : 'choice'
      return `<span class="${kind}">${spoken}<small>${written}</small></span>`
    }
    case 'foreign':
      return `<span class="foreign">${spoken}</span>`
    case 'dropped':
      return ''
    default:
      return assertNever(piece)
  }
}

function notesHtml({ notes }: SpokenScript, words: SheetWords): string {
  const open = notes.filter((note) => !(note.kind === 'choice' && note.picked))
  if (open.length === 0) return ''
  const items = open.map((note) => `<li>${noteHtml(note, words)}</li>`)
  return `<aside>
<h2>${words.notes}</h2>
<ul>
${items.join('\n')}
</ul>
</aside>
`
}

function noteHtml(note: SpokenNote, words: SheetWords): string {
  const written = `<q>${escapeHtml(note.written)}</q>`
  switch (note.kind) {
    case 'choice':
      return `${words.choice}: ${written} – ${note.choices.map(escapeHtml).join(' / ')}`
    case 'foreign':
      return `${words.foreign}: ${written}`
    case 'dropped':
      return `${words.dropped}: ${written}`
    case 'unread':
      return words.unread
    default:
      return assertNever(note)
  }
}
