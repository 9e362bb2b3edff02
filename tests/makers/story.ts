import { createHash } from 'node:crypto'
import * as Y from 'yjs'
import { articleUpdate, changeArticle, readArticle } from '#documents/article.ts'
import { translationUpdate } from '#documents/translation/edit-translation.ts'
import { readTranslation, targetHash } from '#documents/translation/read-translation.ts'
import { confirmRow, type Editor, noteStanding, rowRuns, writeRow } from '#documents/translation/row-edits.ts'
import { type Article, emptyMetadata } from '#domain/article.ts'
import { type Block, blockText, type Run } from '#domain/blocks.ts'
import { plainText } from '#domain/segments/coded-text.ts'
import type { AlignedRow, SentenceRow } from '#domain/translation/aligned-rows.ts'
import { type TranslationView, viewTranslation } from '#domain/translation/view.ts'

export const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex')

export function plain(text: string): readonly Run[] {
  return text === '' ? [] : [{ text, marks: {} }]
}

/** One machine with an article and its English translation. */
export type Side = Readonly<{
  name: string
  article: Y.Doc
  translation: Y.Doc
  view(): TranslationView
  /** Changes the source: block id → text; blocks not named go, new ones come. */
  rewrite(blocks: readonly Readonly<{ id: string; text: string }>[]): void
  blocks(): readonly Readonly<{ id: string; text: string }>[]
  row(source: string): SentenceRow
  write(source: string, target: string): void
  confirm(source: string, target?: string): void
  edit(change: (doc: Y.Doc, view: TranslationView, editor: Editor) => void): void
  /** `state: source → target` per row. */
  shown(): readonly string[]
}>

/** `ids` makes fresh ids: two sides never make the same. */
export function makeSide(
  name: string,
  state: Readonly<{ article: Uint8Array; translation: Uint8Array }>,
): Side {
  const article = new Y.Doc()
  const translation = new Y.Doc()
  Y.applyUpdate(article, state.article)
  Y.applyUpdate(translation, state.translation)
  let made = 0
  const editor: Editor = {
    by: name,
    at: 0,
    fresh: () => {
      made += 1
      return `${name}${String(made).padStart(4, '0')}`
    },
  }
  const view = () => viewTranslation(readArticle(article), readTranslation(translation, sha256), sha256)
  function row(source: string): SentenceRow {
    const found = view().rows.find((each) => each.kind === 'sentence' && sourceOf(each) === source)
    if (found?.kind !== 'sentence') throw new Error(`No row ${source} in ${JSON.stringify(shown())}`)
    return found
  }
  function edit(change: (doc: Y.Doc, view: TranslationView, editor: Editor) => void): void {
    const now = view()
    translation.transact(() => {
      noteStanding(translation, now)
      change(translation, now, editor)
    })
  }
  function put(source: string, target: string, confirm: boolean): void {
    const at = row(source)
    edit((doc, now) => {
      const text = writeRow(doc, now, at, { before: plain(targetOf(at)), target: plain(target) }, editor)
      if (confirm) confirmRow(doc, text, targetHash(rowRuns(doc, text), sha256), editor)
    })
  }
  const shown = () => view().rows.map((each) => `${each.state}: ${sourceOf(each)} → ${targetOf(each)}`)
  return {
    name,
    article,
    translation,
    view,
    row,
    edit,
    shown,
    rewrite: (blocks) => changeArticle(article, storyOf(blocks)),
    blocks: () => readArticle(article).blocks.map((block) => ({ id: block.id, text: blockText(block) })),
    write: (source, target) => put(source, target, false),
    confirm: (source, target) => put(source, target ?? targetOf(row(source)), true),
  }
}

export function storyOf(blocks: readonly Readonly<{ id: string; text: string }>[]): Article {
  return {
    metadata: emptyMetadata,
    blocks: blocks.map(({ id, text }): Block => ({ id, kind: 'paragraph', runs: plain(text) })),
  }
}

/** Two machines that hold the same story. */
export function makeSides(...texts: readonly string[]): readonly [Side, Side] {
  const state = {
    article: articleUpdate(storyOf(texts.map((text, index) => ({ id: `p${index + 1}`, text })))),
    translation: translationUpdate({ article: 'a', language: 'en' }),
  }
  return [makeSide('an', state), makeSide('binh', state)]
}

/** Both get what the other has. */
export function exchange(left: Side, right: Side): void {
  for (const [one, other] of [
    [left.article, right.article],
    [left.translation, right.translation],
  ] as const) {
    Y.applyUpdate(other, Y.encodeStateAsUpdate(one))
    Y.applyUpdate(one, Y.encodeStateAsUpdate(other))
  }
}

export function sourceOf(row: AlignedRow): string {
  return row.kind === 'added' ? '' : plainText(row.source.segment.source)
}

/** What a row shows. */
export function targetOf(row: AlignedRow): string {
  if (row.kind === 'added') return blockText(row.text)
  if (row.variants.length > 0) return row.variants.map((text) => blockText(text)).join(' / ')
  const text = row.text ?? row.offers[0]?.text
  return text ? blockText(text) : ''
}
