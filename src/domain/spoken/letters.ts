import letters from '#resources/spoken/letters.json' with { type: 'json' }
import { digitWords, integerWords } from './number-words.ts'

const names: Readonly<Record<string, string>> = letters.names

/** Letters by their Vietnamese names, number by number: "H5N1" is "hát năm en-nờ một". Signs are not said. */
export function spellOut(written: string): string {
  return (written.toUpperCase().match(/\d+|\p{L}/gu) ?? [])
    .map((part) => (/\d/.test(part) ? codeDigits(part) : (names[part] ?? names[bare(part)] ?? part)))
    .join(' ')
}

function codeDigits(digits: string): string {
  return digits.length > 3 || digits.startsWith('0') ? digitWords(digits) : integerWords(digits)
}

function bare(letter: string): string {
  return letter.normalize('NFD').replace(/\p{M}/gu, '')
}
