import type { StoredAsset } from '#workspace/services.ts'
import type { ReadHandle, WriteHandle } from '#workspace/store/database.ts'
import { prepared } from '../store/statements.ts'

type AssetRow = Readonly<{
  hash: string
  bytes: number
  media_type: string
  name: string
  width: number | null
  height: number | null
  caption: string
  credit: string
  alt: string
  copyright: string
}>

export type DerivedRow = Readonly<{
  hash: string
  bytes: number
  media_type: string
  width: number | null
  height: number | null
}>

export function findAssetRow(db: ReadHandle, hash: string): StoredAsset | undefined {
  const row = prepared<[string], AssetRow>(
    db,
    `SELECT hash, bytes, media_type, name, width, height, caption, credit, alt, copyright
       FROM assets WHERE hash = ?`,
  ).get(hash)
  if (!row) return undefined
  const { media_type: mediaType, ...rest } = row
  return { ...rest, mediaType }
}

export function insertAssetRow(db: WriteHandle, asset: StoredAsset, at: number): void {
  prepared(
    db,
    `INSERT OR IGNORE INTO assets
       (hash, bytes, media_type, name, added_at, width, height, caption, credit, alt, copyright)
     VALUES
       (@hash, @bytes, @mediaType, @name, @at, @width, @height, @caption, @credit, @alt, @copyright)`,
  ).run({ ...asset, at })
}

export function findDerivedRow(db: ReadHandle, recipe: string): DerivedRow | undefined {
  return prepared<[string], DerivedRow>(
    db,
    'SELECT hash, bytes, media_type, width, height FROM derived_assets WHERE recipe = ?',
  ).get(recipe)
}

export function replaceDerivedRow(db: WriteHandle, recipe: string, row: DerivedRow, at: number): void {
  prepared(
    db,
    `INSERT OR REPLACE INTO derived_assets (recipe, hash, bytes, media_type, width, height, made_at)
     VALUES (@recipe, @hash, @bytes, @media_type, @width, @height, @at)`,
  ).run({ ...row, recipe, at })
}
