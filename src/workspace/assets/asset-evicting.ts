import type { ReadHandle } from '#workspace/store/database.ts'
import { derivedPath } from '../store/paths.ts'
import type { AssetContext } from './asset-adding.ts'
import { removeQuietly } from './asset-files.ts'

type Made = Readonly<{ recipe: string; hash: string; bytes: number; made_at: number }>

/** What was made so lately may still be on its way into a package. */
const keptAtLeast = 60 * 60 * 1000

/**
 * Deletes the oldest derived pictures until all of them take `limit` bytes at most; each is made again when it
 * is asked for. Originals are never touched. Answers how many went.
 */
export async function evictDerived(context: AssetContext, limit: number): Promise<number> {
  const { store, clock, paths } = context
  const evicted = tooMuch(store.read, limit, clock.now() - keptAtLeast)
  if (evicted.length === 0) return 0
  store.write((db) => {
    const forget = db.prepare('DELETE FROM derived_assets WHERE recipe = ?')
    for (const { recipe } of evicted) forget.run(recipe)
  })
  for (const { hash } of evicted) await removeQuietly(derivedPath(paths, hash))
  return evicted.length
}

function tooMuch(db: ReadHandle, limit: number, before: number): readonly Made[] {
  const total = db.prepare<[], number>('SELECT coalesce(sum(bytes), 0) FROM derived_assets').pluck().get()
  let over = Number(total) - limit
  if (over <= 0) return []
  const oldest = db.prepare<[number], Made>(
    'SELECT recipe, hash, bytes, made_at FROM derived_assets WHERE made_at < ? ORDER BY made_at, recipe',
  )
  return oldest.all(before).filter(({ bytes }) => {
    const goes = over > 0
    over -= goes ? bytes : 0
    return goes
  })
}
