import { useEffect, useRef } from 'react'
import { createWatchedValue } from '../../client/stores.ts'
import type { Chord } from './chords.ts'

/** Something a person can do by key or from the palette. */
export type Command = Readonly<{
  /** Stable: a person's own keys are kept under it. */
  id: string
  /** What it does, in the language of the interface. */
  title: string
  group: CommandGroup
  /** The keys it has until a person gives it others; null when it has none. */
  keys: Chord | null
  /** False for commands that need their place: they stand in the sheet but not in the palette. */
  inPalette?: boolean
  run(): void
}>
export const commandGroups = [
  'general',
  'go',
  'writing',
  'translation',
  'video',
  'review',
  'publishing',
  'terms',
] as const
type CommandGroup = (typeof commandGroups)[number]

export const commands = createWatchedValue<readonly Command[]>([])

/** Every command seen so far, those of closed desks too: for the sheet of keys. */
export const seenCommands = createWatchedValue<readonly Command[]>([])

/** Puts commands in the registry; the newest of one id wins. Answers how to take them out. */
export function registerCommands(added: readonly Command[]): () => void {
  commands.set([...commands.get(), ...added])
  seenCommands.set([...withoutIds(seenCommands.get(), added), ...added])
  return () => commands.set(commands.get().filter((command) => !added.includes(command)))
}

function withoutIds(from: readonly Command[], gone: readonly Command[]): readonly Command[] {
  return from.filter(({ id }) => !gone.some((command) => command.id === id))
}

/** Forgets what closed desks called their commands: after the language changed those words are of another one. */
export function forgetClosedCommands(): void {
  seenCommands.set(commands.get())
}

/** Another command that would answer to the chord in the same place as this one. */
export function rivalOf(
  command: Command,
  chord: Chord,
  own: Readonly<Record<string, string>>,
): Command | undefined {
  const everywhere: readonly CommandGroup[] = ['general', 'go']
  return seenCommands
    .get()
    .find(
      (other) =>
        other.id !== command.id &&
        keysOf(other, own) === chord &&
        (other.group === command.group ||
          everywhere.includes(other.group) ||
          everywhere.includes(command.group)),
    )
}

/** Registers commands while the component is shown; `run` is always the one of the last render. */
export function useCommands(current: readonly Command[]): void {
  const latest = useRef(current)
  useEffect(() => {
    latest.current = current
  })
  const shape = JSON.stringify(
    current.map(({ id, title, group, keys, inPalette }) => [id, title, group, keys, inPalette]),
  )
  // biome-ignore lint/correctness/useExhaustiveDependencies: the shape stands for the commands' list
  useEffect(
    () =>
      registerCommands(
        latest.current.map((command) => ({
          ...command,
          run: () => latest.current.find(({ id }) => id === command.id)?.run(),
        })),
      ),
    [shape],
  )
}

/** The keys of a command: a person's own, else its default. An empty own chord means none. */
export function keysOf(
  command: Pick<Command, 'id' | 'keys'>,
  own: Readonly<Record<string, string>>,
): Chord | null {
  const chosen = own[command.id]
  if (chosen === undefined) return command.keys
  return chosen === '' ? null : chosen
}

/** The command that a chord means now. */
export function commandFor(
  chord: Chord,
  all: readonly Command[],
  own: Readonly<Record<string, string>>,
): Command | undefined {
  return all.findLast((command) => keysOf(command, own) === chord)
}
