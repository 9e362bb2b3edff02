import type { ReadHandle, WriteHandle } from '../store/database.ts'
import type { HoldsWords, PurgedWords } from './purged-words.ts'

/** What belongs to no article and may hold purged words: the memory's units, and the terms. */
export type SharedWords = Readonly<{
  /** Units that were imported or written by hand lose their texts at once; they are told by the purge's id. */
  forget(db: WriteHandle, purge: string, lost: PurgedWords): void
  /** Their ids, until `drop` took them out here, after the backups. */
  forgotten(db: ReadHandle, purge: string): readonly string[]
  /** Takes these units out of this database. */
  drop(db: WriteHandle, units: readonly string[]): void
  /** Terms and people whose entries hold the words, by name: they stay, and are shown. */
  termsWith(holds: HoldsWords): readonly string[]
}>
