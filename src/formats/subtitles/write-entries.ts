import type { Cue } from '#domain/cues/cue.ts'
import type { CueEntry, HeldCue, SubtitleFile } from '#domain/cues/subtitle-file.ts'
import type { SubtitleGrammar } from './grammar.ts'

/**
 * Writes a file's text. What was read and not changed is written as it was; of a changed cue only the changed piece
 * (number, times, text) is written anew.
 */
export function writeEntries({ entries, lineEnd }: SubtitleFile, grammar: SubtitleGrammar): string {
  const last = entries.length - 1
  return entries
    .map((entry, at) => {
      if (entry.kind !== 'cue') return entry.raw
      const { held, cue } = entry
      if (held === null) return writeNew(entry, grammar, lineEnd) + (at === last ? '' : lineEnd)
      return held.cue === cue
        ? held.head + held.times + held.lead + held.text + held.rest
        : writeChanged(entry, held, grammar, lineEnd)
    })
    .join('')
}

function writeHead({ id }: Cue, lineEnd: string): string {
  return id === '' ? '' : id + lineEnd
}

function writeText(cue: Cue, grammar: SubtitleGrammar, lineEnd: string): string {
  const written = grammar.writeText(cue)
  return lineEnd === '\n' ? written : written.replaceAll('\n', lineEnd)
}

function writeNew({ cue, settings }: CueEntry, grammar: SubtitleGrammar, lineEnd: string): string {
  const text = writeText(cue, grammar, lineEnd)
  const times = grammar.writeTimes(cue, settings)
  return writeHead(cue, lineEnd) + times + lineEnd + (text === '' ? '' : text + lineEnd)
}

function writeChanged({ cue, settings }: CueEntry, held: HeldCue, grammar: SubtitleGrammar, lineEnd: string) {
  const piece = (write: (cue: Cue) => string, before: string) => {
    const written = write(cue)
    return written === write(held.cue) ? before : written
  }
  const head = piece((each) => writeHead(each, lineEnd), held.head)
  const times = piece((each) => grammar.writeTimes(each, settings) + lineEnd, held.times)
  const text = piece((each) => writeText(each, grammar, lineEnd), held.text)
  if (text === '') return head + times + held.lead + held.rest
  const open = /[\r\n]$/.test(times) ? '' : lineEnd
  // A cue that had no text has no line end behind it either.
  return head + times + open + held.lead + text + (held.text === '' ? lineEnd : '') + held.rest
}
