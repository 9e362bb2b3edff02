import { expect, test } from 'vitest'
import { chordOf, chordRefusal } from './chords.ts'
import { type Command, commandFor, keysOf, registerCommands, rivalOf, seenCommands } from './commands.ts'

const nothing = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false }

test('a chord is written with its modifiers in one order', () => {
  expect(chordOf({ ...nothing, key: 'P', code: 'KeyP', shiftKey: true, ctrlKey: true })).toBe('Ctrl+Shift+P')
  expect(chordOf({ ...nothing, key: '|', code: 'Backslash', shiftKey: true, ctrlKey: true })).toBe(
    'Ctrl+Shift+\\',
  )
})

test('a letter keeps its place when a Hangul or pinyin input method hides it', () => {
  expect(chordOf({ ...nothing, key: 'ㅔ', code: 'KeyP', ctrlKey: true })).toBe('Ctrl+P')
  expect(chordOf({ ...nothing, key: 'Process', code: 'KeyP', ctrlKey: true })).toBe('Ctrl+P')
})

test('a modifier alone is no chord: Ctrl+Shift switches UniKey', () => {
  expect(chordOf({ ...nothing, key: 'Shift', code: 'ShiftLeft', ctrlKey: true, shiftKey: true })).toBeNull()
})

test.each([
  ['Ctrl+Space', 'inputMethod'],
  ['Alt+Z', 'inputMethod'],
  ['Ctrl+Alt+K', 'inputMethod'],
  ['F5', 'shell'],
  ['F11', 'shell'],
  ['F12', 'shell'],
  ['Ctrl+C', 'shell'],
  ['Shift+A', 'noModifier'],
  ['K', 'noModifier'],
] as const)('%s may not be given to a command', (chord, refusal) => {
  expect(chordRefusal(chord)).toBe(refusal)
})

test.each(['Ctrl+P', 'Alt+ArrowDown', 'Ctrl+Shift+Enter', 'F6'])('%s may', (chord) => {
  expect(chordRefusal(chord)).toBeNull()
})

const palette: Command = { id: 'palette', title: '', group: 'general', keys: 'Ctrl+P', run: () => undefined }
const lock: Command = { ...palette, id: 'lock', keys: 'Ctrl+Shift+L' }

test("a person's own keys come before the default, and an empty one means none", () => {
  expect(keysOf(palette, {})).toBe('Ctrl+P')
  expect(keysOf(palette, { palette: 'Ctrl+K' })).toBe('Ctrl+K')
  expect(keysOf(palette, { palette: '' })).toBeNull()
})

test('a chord finds the command that has it now', () => {
  expect(commandFor('Ctrl+P', [palette, lock], { palette: 'Ctrl+J' })).toBeUndefined()
  expect(commandFor('Ctrl+J', [palette, lock], { palette: 'Ctrl+J' })?.id).toBe('palette')
})

test('two desks may use the same keys, a desk and the whole window may not', () => {
  const approve: Command = { ...palette, id: 'approve', group: 'review', keys: 'Ctrl+Enter' }
  const makeDelivery: Command = { ...palette, id: 'export', group: 'publishing', keys: 'Ctrl+E' }
  const stop = registerCommands([palette, approve, makeDelivery])
  expect(rivalOf(makeDelivery, 'Ctrl+Enter', {})).toBeUndefined()
  expect(rivalOf(makeDelivery, 'Ctrl+P', {})?.id).toBe('palette')
  stop()
  expect(seenCommands.get().map(({ id }) => id)).toContain('approve')
})
