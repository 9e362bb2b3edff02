import { rmSync } from 'node:fs'
import { type DocumentId, trackOf } from '#domain/document-id.ts'
import type { Services } from '../services.ts'
import { derivedPath } from '../store/paths.ts'

type Made = Readonly<{ recipe: string; hash: string }>

/**
 * For a purge of a track (SEC1): what was made of its clip holds its words as pictures, so films and stills go with
 * their files, and the list forgets them. What may still be shown is made again when it is asked for.
 */
export function forgetRenders(
  { store, paths }: Pick<Services, 'store' | 'paths'>,
  document: DocumentId,
): void {
  const clip = trackOf(document)?.clip
  if (clip === undefined) return
  const made = store.read
    .prepare<[string], Made>(
      `SELECT recipe, hash FROM derived_assets
       WHERE json_extract(recipe, '$.kind') = 'render' AND json_extract(recipe, '$.clip') = ?`,
    )
    .all(clip)
  for (const { hash } of made) rmSync(derivedPath(paths, hash), { force: true })
  store.write((db) => {
    const forget = db.prepare('DELETE FROM derived_assets WHERE recipe = ?')
    for (const { recipe } of made) forget.run(recipe)
    db.prepare('DELETE FROM renders WHERE clip = ?').run(clip)
  })
}
