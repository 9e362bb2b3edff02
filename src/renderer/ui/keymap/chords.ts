/** A combination of keys as it is written for people: `Ctrl+Shift+P`. Ctrl also means Cmd on a Mac. */
export type Chord = string

const codes: Readonly<Record<string, string>> = {
  Backslash: '\\',
  Slash: '/',
  Comma: ',',
  Period: '.',
  Semicolon: ';',
  Quote: "'",
  BracketLeft: '[',
  BracketRight: ']',
  Minus: '-',
  Equal: '=',
  Backquote: '`',
}
const named = new Set([
  'Enter',
  'Escape',
  'Backspace',
  'Delete',
  'Tab',
  'Space',
  'ArrowUp',
  'ArrowDown',
  'ArrowLeft',
  'ArrowRight',
  'Home',
  'End',
  'PageUp',
  'PageDown',
])

type KeyPress = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>

/** The chord of a key press, or null for a lone modifier. Letters go by their place when an input method hides them. */
export function chordOf(press: KeyPress): Chord | null {
  const key = keyName(press)
  if (key === null) return null
  const modifiers = [
    press.ctrlKey || press.metaKey ? 'Ctrl' : '',
    press.altKey ? 'Alt' : '',
    press.shiftKey ? 'Shift' : '',
  ].filter((name) => name !== '')
  return [...modifiers, key].join('+')
}

function keyName({ key, code }: KeyPress): string | null {
  if (/^[a-z]$/i.test(key)) return key.toUpperCase()
  if (/^Key[A-Z]$/.test(code)) return code.slice(3)
  if (/^Digit[0-9]$/.test(code)) return code.slice(5)
  if (codes[code] !== undefined) return codes[code]
  if (named.has(code)) return code
  return /^F([1-9]|1[0-2])$/.test(key) ? key : null
}

export type ChordRefusal = 'inputMethod' | 'shell' | 'noModifier'

const inputMethodChords = new Set(['Ctrl+Space', 'Alt+Z', 'Alt+Shift', 'Shift+Space'])
const shellChords = new Set([
  'F5',
  'F11',
  'F12',
  'Ctrl+F5',
  'Ctrl+R',
  'Ctrl+W',
  'Ctrl+T',
  'Ctrl+N',
  'Ctrl+Shift+I',
  'Ctrl+Shift+N',
  'Ctrl+Shift+R',
  'Ctrl+Shift+T',
  'Ctrl+Shift+W',
  'Alt+F4',
])
const textChords = new Set(['C', 'V', 'X', 'A', 'Z', 'Y'].map((letter) => `Ctrl+${letter}`))

/** Why a chord may not be given to a command, or null when it may. */
export function chordRefusal(chord: Chord): ChordRefusal | null {
  if (inputMethodChords.has(chord)) return 'inputMethod'
  // Ctrl+Alt is how Windows reports the right Alt key, which writes letters and switches 한/영.
  if (chord.startsWith('Ctrl+Alt+')) return 'inputMethod'
  if (shellChords.has(chord) || textChords.has(chord)) return 'shell'
  if (!/^(Ctrl|Alt)\+|^F\d+$/.test(chord)) return 'noModifier'
  return null
}
