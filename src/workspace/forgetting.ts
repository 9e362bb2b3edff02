import { articleDocument, storyOf } from '#domain/document-id.ts'
import { forgetArticle } from './articles/projection.ts'
import { forgetEditions } from './editions/edition-index.ts'
import { forgetStory } from './memory/confirmed.ts'
import { dropUnits } from './memory/purged-units.ts'
import type { Forgetting } from './secrets/database-cleaning.ts'
import type { WriteHandle } from './store/database.ts'
import { forgetTracks } from './tracks/track-rows.ts'
import { forgetTranslations } from './translations/projection.ts'

/** What each capability takes out of a database for a purge. */
export const forgetting: Forgetting = {
  forgetListed(db, document) {
    const story = storyOf(document)
    forgetArticle(db, articleDocument(story))
    // backups of a program before translations have none of it
    if (hasTable(db, 'translation_rows')) forgetTranslations(db, story)
    if (hasTable(db, 'edition_status')) forgetEditions(db, story)
    if (hasTable(db, 'tm_learnt')) forgetStory(db, story)
    if (hasTable(db, 'track_status')) forgetTracks(db, story)
  },
  dropUnits(db, units) {
    // backups of a program before the memory have none of it
    if (hasTable(db, 'tm_units')) dropUnits(db, units)
  },
}

function hasTable(db: WriteHandle, name: string): boolean {
  return db.prepare('SELECT 1 FROM sqlite_schema WHERE name = ?').get(name) !== undefined
}
