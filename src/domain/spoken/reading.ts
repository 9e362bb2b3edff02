/** How a stretch of a text is said; `choices` are several where only a person knows, the likeliest first. */
export type Reading =
  | Readonly<{ kind: 'read'; spoken: string }>
  | Readonly<{ kind: 'choice'; choices: readonly string[] }>
  | Readonly<{ kind: 'foreign'; spoken: string }>
  | Readonly<{ kind: 'dropped'; what: Dropped }>

/** What is left out of a script, and told. */
export type Dropped = 'url' | 'email' | 'hashtag' | 'emoji' | 'sign'

/** Where a rule stands: the whole text and the place at which its shape was found. */
export type Place = Readonly<{ text: string; start: number; end: number }>

/** A shape (sticky, Unicode) and how it is said; answers nothing where it is not what it looks like. */
export type SpokenRule = Readonly<{
  shape: RegExp
  read(part: (name: string) => string, place: Place): Reading | undefined
}>

export function said(spoken: string): Reading {
  return { kind: 'read', spoken }
}

/** One reading, or a choice of those that differ. */
export function oneOf(choices: readonly string[]): Reading | undefined {
  const [first, ...more] = [...new Set(choices)]
  if (first === undefined) return undefined
  return more.length === 0 ? said(first) : { kind: 'choice', choices: [first, ...more] }
}

/** What stands before a place, lower case, at most `length` code units: for `/…$/`. */
export function before({ text, start }: Place, length = 40): string {
  return text.slice(Math.max(0, start - length), start).toLowerCase()
}

export function after({ text, end }: Place, length = 40): string {
  return text.slice(end, end + length)
}
