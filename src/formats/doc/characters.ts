import type { ImportedRun } from '#domain/imported-text.ts'
import { pictureName } from '../picture-type.ts'
import type { CharacterLook } from './properties.ts'
import { count, type DocReading } from './reading.ts'
import type { LookedStretch } from './sources.ts'
import { pictureAt } from './stored-pictures.ts'

function linkOf(reading: DocReading): string | undefined {
  const field = reading.fields.findLast(({ inResult }) => inResult)
  return field && /HYPERLINK\s+"([^"]+)"/i.exec(field.instruction)?.[1]
}

function addText(reading: DocReading, text: string, look: CharacterLook): void {
  const field = reading.fields.at(-1)
  if (field && !field.inResult) {
    field.instruction += text
    return
  }
  const link = linkOf(reading)
  const font = look.font === undefined ? undefined : reading.sources.fonts[look.font]
  const run: ImportedRun = {
    text,
    ...(look.bold && { bold: true }),
    ...(look.italic && { italic: true }),
    ...(look.underline && link === undefined && { underline: true }),
    ...(link !== undefined && { link }),
    ...(font !== undefined && font !== '' && { font }),
    ...(look.size > 0 && { size: look.size }),
  }
  reading.runs.push(run)
}

function addPicture(reading: DocReading, look: CharacterLook, flush: () => void): void {
  const inInstruction = reading.fields.at(-1)?.inResult === false
  if (look.picture === undefined || inInstruction) return
  const stored = pictureAt(reading.sources.file.data, look.picture)
  if (!stored) {
    count(reading, 'picturesUnreadable')
    return
  }
  const name = pictureName(reading.pictures.length + 1, stored.mediaType)
  flush()
  reading.pictures.push({ name, ...stored })
  reading.items.push({ kind: 'picture', picture: name, alt: '' })
}

function stepField(reading: DocReading, mark: string): void {
  const field = reading.fields.at(-1)
  if (mark === '\u0013') reading.fields.push({ instruction: '', inResult: false })
  else if (mark === '\u0014' && field) field.inResult = true
  else if (mark === '\u0015') reading.fields.pop()
}

/** One of the characters below a space, each with a meaning of its own in a binary Word file. */
function addSpecial(
  reading: DocReading,
  mark: string,
  at: number,
  look: CharacterLook,
  flush: () => void,
): void {
  switch (mark) {
    case '\u0001':
      addPicture(reading, look, flush)
      break
    case '\u0002': {
      const label = reading.markers.get(at)
      if (label !== undefined) reading.runs.push({ text: `[${label}]` })
      break
    }
    case '\u0005':
      count(reading, 'commentsDropped')
      break
    case '\u0008':
      count(reading, 'objectsDropped')
      break
    case '\t':
      addText(reading, ' ', look)
      break
    case '\u000b':
      addText(reading, '\n', look)
      break
    case '\u001e':
      addText(reading, '-', look)
      break
    case '\u0013':
    case '\u0014':
    case '\u0015':
      stepField(reading, mark)
      break
  }
}

/** Squares and cubes of units keep their meaning without superscript. */
function raised(text: string, look: CharacterLook, before: string): string {
  if (!look.superscript || !before.endsWith('m')) return text
  return text.replace(/^2$/, '²').replace(/^3$/, '³')
}

/** Reads text of one look; `flush` closes what was read so far, before a picture. */
export function addStretch(reading: DocReading, { stretch, look }: LookedStretch, flush: () => void): void {
  if (look.deleted) {
    count(reading, 'trackedChangesAccepted')
    return
  }
  if (look.hidden) {
    count(reading, 'hiddenTextDropped')
    return
  }
  if (look.inserted) count(reading, 'trackedChangesAccepted')
  if (look.symbol !== undefined) {
    addText(reading, String.fromCharCode(look.symbol), look)
    return
  }
  let at = stretch.at
  for (const part of stretch.text.split(/(\p{Cc})/u)) {
    if (/^\p{Cc}$/u.test(part)) addSpecial(reading, part, at, look, flush)
    else if (part !== '') addText(reading, raised(part, look, reading.runs.at(-1)?.text ?? ''), look)
    at += part.length
  }
}
