import type { RenderOrder } from '#contract/renders.ts'
import type { OutputFacts } from '#domain/renders/output-check.ts'
import type { Loss } from '#formats/subtitles/losses.ts'
import type { ReadHandle, WriteHandle } from '../store/database.ts'
import { prepared, preparedColumn } from '../store/statements.ts'
import type { UsedTrack } from './ordered-tracks.ts'

export type StoredRender = Readonly<{
  id: string
  order: RenderOrder
  tracks: readonly UsedTrack[]
  preview: boolean
  at: number
  by: string
  recipe: string | null
  facts: OutputFacts | null
  losses: readonly Loss[]
}>

type Row = Readonly<{
  id: string
  request: string
  tracks: string
  preview: number
  at: number
  by: string
  recipe: string | null
  facts: string | null
  losses: string
}>

const select = 'SELECT id, request, tracks, preview, at, by, recipe, facts, losses FROM renders'

export function insertRender(
  db: WriteHandle,
  { id, order, tracks, preview, at, by }: Omit<StoredRender, 'recipe' | 'facts' | 'losses'>,
): void {
  prepared(
    db,
    `INSERT OR IGNORE INTO renders (id, clip, request, tracks, preview, at, by) VALUES (?, ?, ?, ?, ?, ?, ?)`,
  ).run(id, order.clip, JSON.stringify(order), JSON.stringify(tracks), preview ? 1 : 0, at, by)
}

/** What came out. `tracks` may have newer words than when it was ordered: a preview that began again. */
export function finishRender(
  db: WriteHandle,
  id: string,
  made: Readonly<{
    recipe: string
    facts: OutputFacts
    losses: readonly Loss[]
    tracks: readonly UsedTrack[]
    preview: boolean
  }>,
): void {
  const { recipe, facts, losses, tracks, preview } = made
  prepared(
    db,
    'UPDATE renders SET recipe = ?, facts = ?, losses = ?, tracks = ?, preview = ? WHERE id = ?',
  ).run(recipe, JSON.stringify(facts), JSON.stringify(losses), JSON.stringify(tracks), preview ? 1 : 0, id)
}

export function keepLog(db: WriteHandle, id: string, log: string): void {
  prepared(db, 'UPDATE renders SET log = ? WHERE id = ?').run(log, id)
}

export function findRender(db: ReadHandle, id: string): StoredRender | undefined {
  const row = prepared<[string], Row>(db, `${select} WHERE id = ?`).get(id)
  return row && renderOf(row)
}

export function rendersOf(db: ReadHandle, clip: string, limit: number): readonly StoredRender[] {
  return prepared<[string, number], Row>(db, `${select} WHERE clip = ? ORDER BY at DESC, id DESC LIMIT ?`)
    .all(clip, limit)
    .map(renderOf)
}

export function logOf(db: ReadHandle, id: string): string | undefined {
  return preparedColumn<[string], string>(db, 'SELECT log FROM renders WHERE id = ?').get(id)
}

/** What a file of this recipe was found to be when it was made. */
export function factsOf(db: ReadHandle, recipe: string): OutputFacts | undefined {
  const found = preparedColumn<[string], string>(
    db,
    'SELECT facts FROM renders WHERE recipe = ? AND facts IS NOT NULL LIMIT 1',
  ).get(recipe)
  return found === undefined ? undefined : (JSON.parse(found) as OutputFacts)
}

function renderOf({ request, tracks, preview, facts, losses, ...row }: Row): StoredRender {
  return {
    ...row,
    order: JSON.parse(request) as RenderOrder,
    tracks: JSON.parse(tracks) as readonly UsedTrack[],
    preview: preview === 1,
    facts: facts === null ? null : (JSON.parse(facts) as OutputFacts),
    losses: JSON.parse(losses) as readonly Loss[],
  }
}
