import { type Address, findAddresses } from '#domain/numbers/addresses.ts'
import type { InlineCode } from '#domain/segments/coded-text.ts'
import type { CheckedSegment, CheckedText, PlacedCode } from './checked-segment.ts'
import type { Finding } from './finding.ts'

/** Inline codes: all of the source's, no others, and each pair opened before it is closed. */
export function checkCodes({ source, target }: CheckedSegment): readonly Finding[] {
  const wanted = new Map(source.codes.map((placed) => [codeName(placed.code), placed]))
  const found = new Map(target.codes.map((placed) => [codeName(placed.code), placed]))
  const missing = [...wanted].filter(([name]) => !found.has(name))
  const extra = [...found].filter(([name]) => !wanted.has(name))
  return [
    ...missing.map(([, { code, at }]) => {
      const source = [{ start: at, end: at }]
      return {
        kind: 'code-missing',
        severity: 'error',
        source,
        target: [],
        facts: { code: label(code) },
      } as const
    }),
    ...[...extra.map(([, placed]) => placed), ...repeated(target)].map((placed) =>
      codeFinding('code-extra', placed),
    ),
    ...brokenOrder(target).map((placed) => codeFinding('code-order', placed)),
  ]
}

function codeFinding(kind: 'code-extra' | 'code-order', { code, at }: PlacedCode): Finding {
  return {
    kind,
    severity: 'error',
    source: [],
    target: [{ start: at, end: at }],
    facts: { code: label(code) },
  }
}

function codeName({ code, number }: InlineCode): string {
  return `${code} ${number}`
}

function label({ code, number }: InlineCode): string {
  return code === 'close' ? `/${number}` : `${number}`
}

function repeated({ codes }: CheckedText): readonly PlacedCode[] {
  const names = codes.map((placed) => codeName(placed.code))
  return codes.filter((_, at) => names.indexOf(names[at] ?? '') !== at)
}

/** Codes that close what is not open, or cross another pair. */
function brokenOrder({ codes }: CheckedText): readonly PlacedCode[] {
  const open: number[] = []
  const broken: PlacedCode[] = []
  for (const placed of codes) {
    if (placed.code.code === 'open') open.push(placed.code.number)
    if (placed.code.code !== 'close') continue
    if (open.at(-1) === placed.code.number) open.pop()
    else broken.push(placed)
  }
  return broken
}

/** Web and mail addresses, hashtags and placeholders are carried over as they are. */
export function checkAddresses({ source, target }: CheckedSegment): readonly Finding[] {
  const wanted = findAddresses(source.text)
  const found = findAddresses(target.text)
  return [
    ...without(wanted, found).map(({ text, span }) => {
      const facts = { value: text }
      return { kind: 'address-missing', severity: 'error', source: [span], target: [], facts } as const
    }),
    ...without(found, wanted).map(({ text, span }) => {
      const facts = { value: text }
      return { kind: 'address-extra', severity: 'warning', source: [], target: [span], facts } as const
    }),
  ]
}

/** Hashtags are translated as often as not: only addresses and placeholders are missed. */
function without(all: readonly Address[], others: readonly Address[]): readonly Address[] {
  const left = others.map(({ text }) => text)
  return all.filter(({ kind, text }) => {
    const at = left.indexOf(text)
    if (at >= 0) left.splice(at, 1)
    return at < 0 && kind !== 'hashtag'
  })
}
