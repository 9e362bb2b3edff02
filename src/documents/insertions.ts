import type { Run } from '#domain/blocks.ts'
import type { Body, BodyBlock } from './body.ts'
import { type RegionText, segmentAt } from './region-text.ts'
import type { Arrival, Region } from './regions.ts'
import { runsText, sameRuns, sliceRuns } from './runs.ts'
import type { TextEdit } from './text-edits.ts'

/** What is put into the body text. */
export type Item =
  | Readonly<{ kind: 'text'; runs: readonly Run[] }>
  | Readonly<{ kind: 'end' }>
  | Readonly<{ kind: 'head'; block: string; splitFrom: string | undefined; joins?: true }>

/** Items to put in at an offset of a region's text. */
export type Insertion = Readonly<{ offset: number; items: readonly Item[] }>

/**
 * Blocks that take over kept letters were split off: their markers go into the text. Those behind the last
 * kept letter are new and go behind the region's last end, where nobody else can be typing.
 */
export function sortArrivals(
  region: Region,
  text: RegionText,
  edits: readonly TextEdit[],
): Readonly<{ inline: readonly Arrival[]; behind: readonly Arrival[] }> {
  const kept = endOfKept(edits, text.segments.at(-1)?.to ?? 0)
  let at = runsText(region.content?.runs ?? []).length
  let inline = 0
  for (const [index, { content }] of region.added.entries()) {
    if (region.moved.has(content.id)) continue
    if (at < kept) inline = index + 1
    at += runsText(content.runs).length
  }
  return { inline: region.added.slice(0, inline), behind: region.added.slice(inline) }
}

/** Where the last letter that stays ends in the text after. */
function endOfKept(edits: readonly TextEdit[], length: number): number {
  let old = 0
  let fresh = 0
  let end = 0
  for (const edit of [...edits, { at: length, remove: 0, insert: '' }]) {
    const kept = edit.at - old
    if (kept > 0) end = fresh + kept
    fresh += kept + edit.insert.length
    old = edit.at + edit.remove
  }
  return end
}

/** What goes into the text of the region's kept blocks, in order. */
export function inlineInsertions(
  region: Region,
  text: RegionText,
  edits: readonly TextEdit[],
  inline: readonly Arrival[],
): readonly Insertion[] {
  const walk = walkText(edits)
  const insertions = [...walk.take(region.content?.runs ?? []).insertions]
  for (const arrival of inline) {
    const offset = walk.offset()
    const own = region.moved.has(arrival.content.id)
      ? { kept: 0, insertions: [{ offset, items: [textItem(arrival.content.runs)] }] }
      : walk.take(arrival.content.runs)
    // Only a block that takes letters along was split from where they stood.
    const splitFrom = own.kept > 0 ? segmentAt(text, offset)?.piece.marker : undefined
    insertions.push({ offset, items: [{ kind: 'end' }, headItem(arrival, splitFrom)] }, ...own.insertions)
  }
  return insertions
}

/** A new block, whole: what goes behind the end of another. */
export function wholeBlock(body: Body, arrival: Arrival): readonly Item[] {
  const { content, source } = arrival
  const isMovedAsItIs = source !== undefined && sameRuns(source.runs, content.runs)
  return isMovedAsItIs && source.pieces.length > 1
    ? movedParts(body, source)
    : [headItem(arrival, undefined), textItem(content.runs), { kind: 'end' }]
}

/** A block made of several takes their markers along: whoever moves one of them meanwhile shows as odd. */
function movedParts(body: Body, source: BodyBlock): readonly Item[] {
  let from = 0
  return source.pieces.flatMap((index, place): readonly Item[] => {
    const piece = body.pieces[index]
    if (!piece) return []
    const text = textItem(sliceRuns(source.runs, from, from + piece.length))
    from += piece.length
    const block = place === 0 ? source.block : piece.block
    const head: Item = { kind: 'head', block, splitFrom: undefined, ...(place > 0 && { joins: true }) }
    return [head, text, { kind: 'end' }]
  })
}

function textItem(runs: readonly Run[]): Item {
  return { kind: 'text', runs }
}

function headItem({ content, source }: Arrival, splitFrom: string | undefined): Item {
  return { kind: 'head', block: source?.block ?? content.id, splitFrom }
}

type Taken = Readonly<{ kept: number; insertions: readonly Insertion[] }>

/** Goes through the text before and the text after at once, block by block of the text after. */
function walkText(edits: readonly TextEdit[]): { take(runs: readonly Run[]): Taken; offset(): number } {
  const pending = [...edits]
  let old = 0
  let used = 0

  function skipFinished(): void {
    const edit = pending[0]
    if (!edit || edit.at !== old || used < edit.insert.length) return
    old += edit.remove
    used = 0
    pending.shift()
  }

  function take(runs: readonly Run[]): Taken {
    const insertions: Insertion[] = []
    const end = runsText(runs).length
    let kept = 0
    for (let at = 0; at < end; ) {
      const edit = pending[0]
      const inserting = edit && edit.at === old
      const room = edit ? (inserting ? edit.insert.length - used : edit.at - old) : end
      const step = Math.min(end - at, room)
      if (inserting) {
        if (step > 0) insertions.push({ offset: old, items: [textItem(sliceRuns(runs, at, at + step))] })
        used += step
        skipFinished()
      } else {
        old += step
        kept += step
      }
      at += step
    }
    return { kept, insertions }
  }

  return { take, offset: () => old }
}
