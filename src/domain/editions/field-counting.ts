import type { EditionChannel, EditionField, FieldLimit, TextUnit } from '../channels.ts'
import { countChu, countGraphemes, countUtf8Bytes, countUtf16 } from '../counting.ts'
import { countSms } from '../sms.ts'

/** A field's length against one limit. */
export type FieldCount = Readonly<{
  field: EditionField
  unit: TextUnit
  count: number
  maximum: number
  warnAt: number | null
  level: 'fits' | 'warns' | 'tooLong'
  source: string
  date: string
}>

const counting: Readonly<Record<TextUnit, (text: string) => number>> = {
  chars: countGraphemes,
  utf16: countUtf16,
  bytes: countUtf8Bytes,
  words: countChu,
  parts: (text) => countSms(text).parts,
}

/** The length of a text as it would be posted, in NFC (TEXT1). */
export function countIn(unit: TextUnit, text: string): number {
  return counting[unit](text.normalize('NFC'))
}

/** A field against every limit that its channel sets for it. */
export function countField(
  channel: EditionChannel,
  field: EditionField,
  text: string,
): readonly FieldCount[] {
  return channel.limits
    .filter((limit) => limit.field === field)
    .map((limit) => countAgainst(limit, measured(channel, field, text)))
}

function countAgainst(limit: FieldLimit, text: string): FieldCount {
  const { field, unit, maximum, warnAt = null, source, date } = limit
  const count = countIn(unit, text)
  const warns = warnAt !== null && count >= warnAt
  const level = count > maximum ? 'tooLong' : warns ? 'warns' : 'fits'
  return { field, unit, count, maximum, warnAt, level, source, date }
}

/**
 * YouTube counts its tags with the commas between them and with quotes around those that hold a space (API reference,
 * `snippet.tags[]`).
 */
function measured({ kind }: EditionChannel, field: EditionField, text: string): string {
  if (kind !== 'youtube' || field !== 'tags') return text
  return tagsIn(text)
    .map((tag) => (tag.includes(' ') ? `"${tag}"` : tag))
    .join(',')
}

/** Tags as they are written: between commas or lines, with or without #. */
export function tagsIn(text: string): readonly string[] {
  return text
    .split(/[,\n]/u)
    .map((tag) => tag.trim().replace(/^#/u, ''))
    .filter((tag) => tag !== '')
}
