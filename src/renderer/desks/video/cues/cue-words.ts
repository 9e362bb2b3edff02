import type { TFunction } from 'i18next'
import type { CueFinding } from '#domain/cues/check-cues.ts'
import { writeTimecode } from '#domain/cues/timecode.ts'
import type { Format } from '#renderer/i18n/format.ts'

/** `0:12,040` for the list: hours only where there are any. */
export function shortTime(at: number): string {
  const long = writeTimecode(Math.max(0, at), ',')
  return long.startsWith('00:') ? long.slice(3) : long
}

/** What is wrong with a cue, with what was found and what is allowed. */
export function findingText(
  { kind, found, limit }: CueFinding,
  t: TFunction<'video'>,
  format: Format,
): string {
  const isTime = kind === 'tooShort' || kind === 'tooLong' || kind === 'gap' || kind === 'overlap'
  const said = (value: number) => format.number(isTime ? Math.round(value / 10) / 100 : value)
  return t(`finding.${kind}`, { found: said(found), limit: said(limit) })
}
