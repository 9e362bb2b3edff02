/** How a stretch of a cue's text looks, who says it, in which language it is. */
export type CueMark =
  | Readonly<{ kind: 'bold' | 'italic' | 'underline' | 'strike' | 'ruby' | 'rubyText' }>
  /** A colour as it is written: a name or `#rrggbb`. */
  | Readonly<{ kind: 'color'; color: string }>
  /** Typeface and size, as the attributes are written. */
  | Readonly<{ kind: 'font'; attributes: string }>
  | Readonly<{ kind: 'class'; names: string }>
  | Readonly<{ kind: 'voice'; name: string }>
  | Readonly<{ kind: 'language'; tag: string }>

/** A piece of a cue's text. Marks are in order of nesting, the outermost first; `\n` breaks a line. */
export type CuePart =
  | Readonly<{ kind: 'text'; text: string; marks: readonly CueMark[] }>
  /** What follows is said from here on: milliseconds of the clip. */
  | Readonly<{ kind: 'time'; at: number; marks: readonly CueMark[] }>
  /** Something of a format that we do not model, as it is written there. */
  | Readonly<{ kind: 'code'; code: string; marks: readonly CueMark[] }>

/** Where a cue stands in the picture, as on a number pad: 8 is top centre, 2 (the usual) bottom centre. */
export type CuePlace = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9

/** One subtitle. */
export type Cue = Readonly<{
  /** Its number or name in a file; empty when it has none. */
  id: string
  /** Integer milliseconds from the clip's start. A damaged file may hold an end before its start. */
  start: number
  end: number
  text: readonly CuePart[]
  place: CuePlace
}>

/** The words of a cue without marks. */
export function plainCueText(text: readonly CuePart[]): string {
  return text.map((part) => (part.kind === 'text' ? part.text : '')).join('')
}
