import { foundation } from './migrations/0001-foundation.ts'
import { followers } from './migrations/0002-followers.ts'
import { pictureTexts } from './migrations/0003-picture-texts.ts'
import { facetIndex } from './migrations/0004-facet-index.ts'
import { exchanges } from './migrations/0005-exchanges.ts'
import { translations } from './migrations/0006-translations.ts'
import { memory } from './migrations/0007-memory.ts'
import { clips } from './migrations/0008-clips.ts'
import { tracks } from './migrations/0009-tracks.ts'
import { renders } from './migrations/0010-renders.ts'
import { editions } from './migrations/0011-editions.ts'

export type Migration = Readonly<{ number: number; name: string; sql: string }>

/** In order, without gaps. A migration that was shipped is never changed. */
export const migrations: readonly Migration[] = [
  foundation,
  followers,
  pictureTexts,
  facetIndex,
  exchanges,
  translations,
  memory,
  clips,
  tracks,
  renders,
  editions,
]
export const newestSchema = migrations.length
