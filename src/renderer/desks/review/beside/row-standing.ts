import { plainText } from '#domain/segments/coded-text.ts'
import type { BesideRow } from './checked-rows.ts'

export function isChanged({ former, target }: BesideRow): boolean {
  return former === null ? plainText(target) !== '' : plainText(former) !== plainText(target)
}

/** Nobody stands for these words yet. */
export function isOpen(state: BesideRow['state']): boolean {
  return state !== 'confirmed' && state !== 'omitted'
}
