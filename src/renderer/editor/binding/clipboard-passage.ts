import { canonicalRuns } from '#documents/runs.ts'
import { type Block, blockKinds, type Marks, type Run } from '#domain/blocks.ts'
import { safeLink } from '#domain/safe-link.ts'
import { deepestIndent } from './block-states.ts'
import type { NewBlock, Passage } from './insert-passage.ts'

/**
 * Reads our own clipboard form. Other programs can write to the clipboard too: whatever is not exactly a
 * passage is refused as a whole, links to anything but web, mail and telephone addresses are dropped.
 */
export function parsePassage(text: string): Passage | undefined {
  const value = parseJson(text)
  if (!isRecord(value) || !Array.isArray(value['blocks'])) return undefined
  const blocks = value['blocks'].map(parseBlock)
  if (blocks.length === 0 || !blocks.every((block) => block !== undefined)) return undefined
  return { blocks, opens: value['opens'] === true, closes: value['closes'] === true }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function parseBlock(value: unknown): NewBlock | undefined {
  if (!isRecord(value) || !Array.isArray(value['runs'])) return undefined
  const kind = blockKinds.find((known) => known === value['kind'])
  const runs = value['runs'].map(parseRun)
  if (!kind || !runs.every((run) => run !== undefined)) return undefined
  const { indent, asset, alt, credit } = value
  return {
    kind,
    runs: canonicalRuns(runs),
    ...(typeof indent === 'number' && indent > 0 && { indent: Math.min(Math.trunc(indent), deepestIndent) }),
    ...(typeof asset === 'string' && /^[0-9a-f]{64}$/.test(asset) && { asset }),
    ...textOf('alt', alt),
    ...textOf('credit', credit),
  }
}

function textOf(name: 'alt' | 'credit', value: unknown): Pick<Block, 'alt' | 'credit'> {
  return typeof value === 'string' && value !== '' ? { [name]: value } : {}
}

function parseRun(value: unknown): Run | undefined {
  if (!isRecord(value) || typeof value['text'] !== 'string') return undefined
  return { text: value['text'], marks: isRecord(value['marks']) ? parseMarks(value['marks']) : {} }
}

function parseMarks({ bold, italic, underline, link }: Readonly<Record<string, unknown>>): Marks {
  const address = typeof link === 'string' ? safeLink(link) : undefined
  return {
    ...(bold === true && { bold }),
    ...(italic === true && { italic }),
    ...(underline === true && { underline }),
    ...(address !== undefined && { link: address }),
  }
}
