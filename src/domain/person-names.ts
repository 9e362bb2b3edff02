import { unifyTonePlacement } from './folding.ts'

/**
 * Orders names as Vietnamese lists do: by the given name, which stands last ("Lê Thu Hà" under Hà), then by the
 * whole name.
 */
export function comparePersonNames(left: string, right: string): number {
  return givenName(left).localeCompare(givenName(right), 'vi') || left.localeCompare(right, 'vi')
}

function givenName(name: string): string {
  return name.trim().split(/\s+/u).at(-1) ?? ''
}

/**
 * True for names that nobody can tell apart in a list: case, spaces, the way letters are composed and where a tone
 * mark stands do not matter (LANG1); another tone is another name.
 */
export function isSameName(left: string, right: string): boolean {
  return comparable(left) === comparable(right)
}

function comparable(name: string): string {
  return unifyTonePlacement(name.normalize('NFC').replace(/\s+/gu, ' ').trim()).toLowerCase()
}
