import { type Marks, mergeRuns, type Run } from '../blocks.ts'
import { diffTexts } from '../text-diff.ts'
import { type CueMark, type CuePart, plainCueText } from './cue.ts'

const modelled = ['bold', 'italic', 'underline'] as const

/** The words of a cue in a file with the marks that a track knows. */
export function runsOfParts(parts: readonly CuePart[]): readonly Run[] {
  return mergeRuns(
    parts.flatMap((part) => (part.kind === 'text' ? [{ text: part.text, marks: runMarks(part.marks) }] : [])),
  )
}

/** True when there is more in a cue's text than a track models. */
export function holdsMore(parts: readonly CuePart[]): boolean {
  return parts.some((part) => part.kind !== 'text' || part.marks.some((mark) => !isModelled(mark)))
}

/**
 * A track's words as pieces for a file: words that stand as they were read keep the marks and codes they had there
 * (`former`), new words have only their own.
 */
export function partsOfRuns(runs: readonly Run[], former: readonly CuePart[]): readonly CuePart[] {
  const own = runs.map(({ text, marks }): CuePart => ({ kind: 'text', text, marks: cueMarks(marks) }))
  if (!holdsMore(former)) return own
  const before = plainCueText(former)
  const places = keptPlaces(before, plainCueText(own))
  return splitAtFormer(own, former, places)
}

function runMarks(marks: readonly CueMark[]): Marks {
  const names = modelled.filter((name) => marks.some(({ kind }) => kind === name))
  return Object.fromEntries(names.map((name) => [name, true]))
}

function cueMarks(marks: Marks): readonly CueMark[] {
  return modelled.flatMap((kind) => (marks[kind] ? [{ kind }] : []))
}

function isModelled({ kind }: CueMark): boolean {
  return modelled.some((name) => name === kind)
}

/** For each letter of the text after, where it stood in the text before; -1 for a new one. */
function keptPlaces(before: string, after: string): readonly number[] {
  const places: number[] = []
  let old = 0
  for (const { change, text } of diffTexts(before, after)) {
    for (let at = 0; at < text.length; at += 1) {
      if (change === 'same') places.push(old + at)
      else if (change === 'added') places.push(-1)
    }
    if (change !== 'added') old += text.length
  }
  return places
}

type Code = Readonly<{ at: number; part: CuePart }>

function splitAtFormer(
  own: readonly CuePart[],
  former: readonly CuePart[],
  places: readonly number[],
): readonly CuePart[] {
  const marksAt: (readonly CueMark[])[] = []
  const codes: Code[] = []
  for (const part of former) {
    if (part.kind !== 'text') codes.push({ at: marksAt.length, part })
    else for (const _ of part.text.split('')) marksAt.push(part.marks)
  }
  const parts: CuePart[] = []
  let at = 0
  let placed = 0
  for (const { text, marks } of own.filter((part) => part.kind === 'text')) {
    for (const letter of text.split('')) {
      const place = places[at] ?? -1
      at += 1
      while (place >= 0 && placed < codes.length && (codes[placed]?.at ?? 0) <= place) {
        const code = codes[placed]
        if (code) parts.push(code.part)
        placed += 1
      }
      addLetter(parts, letter, dressed(marks, marksAt[place] ?? []))
    }
  }
  return [...parts, ...codes.slice(placed).map(({ part }) => part)]
}

/** The marks of a letter: those it had in the file, but bold, italic and underline as they are now. */
function dressed(own: readonly CueMark[], had: readonly CueMark[]): readonly CueMark[] {
  const kept = had.filter((mark) => !isModelled(mark) || own.some(({ kind }) => kind === mark.kind))
  const fresh = own.filter(({ kind }) => !kept.some((mark) => mark.kind === kind))
  return [...kept, ...fresh]
}

function addLetter(parts: CuePart[], letter: string, marks: readonly CueMark[]): void {
  const last = parts.at(-1)
  if (last?.kind === 'text' && JSON.stringify(last.marks) === JSON.stringify(marks)) {
    parts[parts.length - 1] = { ...last, text: last.text + letter }
  } else parts.push({ kind: 'text', text: letter, marks })
}
