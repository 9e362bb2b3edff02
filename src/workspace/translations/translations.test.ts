import { uuidv7 } from 'uuidv7'
import { describe, expect, it } from 'vitest'
import type { RowsEvent } from '#contract/translations.ts'
import { changeArticle, readArticle } from '#documents/article.ts'
import { translationDocument } from '#domain/document-id.ts'
import { plainText } from '#domain/segments/coded-text.ts'
import { failureOf } from '#tests/makers/desk.ts'
import type { Client } from '../workspace.test-kit.ts'

import { approve, confirm, held, makeDesk, rowOf } from './translation-desk.test-kit.ts'

describe('a translation', () => {
  it('takes what is sent again, its answer lost, as written once: nothing is doubled or unconfirmed (SAFE1)', async () => {
    const { translator, document } = await makeDesk('Cầu thông xe.')
    const { row } = await rowOf(translator, document, 'Cầu thông xe.')
    const typed = { document, row, before: [], target: ['The bridge is open'], batch: 'a' }
    const twice = await Promise.all([
      translator.translations.write(typed),
      translator.translations.write(typed),
    ])
    const confirmed = { ...typed, before: typed.target, target: ['The bridge is open today'], batch: 'b' }
    await translator.translations.confirm(confirmed)
    await translator.translations.confirm(confirmed)
    expect(twice.map((each) => each?.target)).toEqual([typed.target, typed.target])
    expect(await rowOf(translator, document, 'Cầu thông xe.')).toMatchObject({
      state: 'confirmed',
      target: confirmed.target,
    })
  })

  it('begins with all sentences of its article, and counts what is done in words', async () => {
    const { translator, document } = await makeDesk('Cầu thông xe. Dân vui mừng.')
    await confirm(translator, document, 'Cầu thông xe.', 'The bridge is open.')
    const { rows, summary } = await translator.translations.rows({ document })
    expect(rows.map((row) => [row.blockKind, plainText(row.source), row.state])).toEqual([
      ['title', 'Cầu mới', 'empty'],
      ['paragraph', 'Cầu thông xe.', 'confirmed'],
      ['paragraph', 'Dân vui mừng.', 'empty'],
    ])
    expect(summary).toMatchObject({
      language: 'en',
      sourceLanguage: 'vi',
      sourceTitle: 'Cầu mới',
      state: 'draft',
      readiness: 'notApproved',
      progress: { rows: 3, words: 8, confirmedRows: 1, confirmedWords: 3 },
    })
  })

  it('is one, however often and in whatever writing of the language it is begun', async () => {
    const { translator, article, document } = await makeDesk('Cầu thông xe.')
    await confirm(translator, document, 'Cầu thông xe.', 'The bridge is open.')
    const again = await translator.translations.create({ article, language: 'EN' })
    expect(again).toMatchObject({ document, progress: { confirmedRows: 1 } })
    expect(await failureOf(translator.translations.create({ article, language: 'vi' }))).toBe('same-language')
  })

  it('keeps what two wrote in one sentence at once, and takes no words as another’s', async () => {
    const { translator, document } = await makeDesk('Trời đẹp.')
    const { row } = await rowOf(translator, document, 'Trời đẹp.')
    await translator.translations.write({ document, row, before: [], target: ['Fine weather.'] })
    const before = ['Fine weather.']
    await translator.translations.write({ document, row, before, target: ['Very fine weather.'] })
    const words = { document, row, before, target: ['Fine weather today.'] }
    const both = held(await translator.translations.write(words))
    expect(plainText(both.target)).toBe('Very fine weather today.')
    const forged = { document, row, before, target: ['x'], profile: uuidv7() }
    expect(await failureOf(translator.translations.write(forged))).toBe('other-author')
  })

  it('keeps codes as they are numbered in the source', async () => {
    const { translator, document, workspace, source } = await makeDesk('x')
    const [author] = workspace.services.records.people()
    await workspace.services.documents.edit(source, author?.id ?? '', (doc) => {
      const article = readArticle(doc)
      const runs = [
        { text: 'Xem ', marks: {} },
        { text: 'đây', marks: { bold: true as const } },
      ]
      changeArticle(doc, { ...article, blocks: [{ id: 'p0', kind: 'paragraph', runs }] })
    })
    const { row, source: coded } = await rowOf(translator, document, 'Xem đây')
    expect(coded[1]).toEqual({ code: 'open', number: 1, mark: 'bold', value: '' })
    const target = [
      { code: 'open' as const, number: 1, mark: 'bold' as const, value: '' },
      'Here',
      { code: 'close' as const, number: 1, mark: 'bold' as const, value: '' },
      ' it is',
    ]
    const written = held(await translator.translations.write({ document, row, before: [], target }))
    expect(written.target).toEqual(target)
    const { text } = await translator.translations.preview({ document })
    expect(text.blocks.at(-1)?.runs).toEqual([
      { text: 'Here', marks: { bold: true } },
      { text: ' it is', marks: {} },
    ])
  })

  it('keeps what was typed in a sentence that has changed meanwhile, and shows it where its successor is', async () => {
    const { translator, document, rewrite } = await makeDesk('Có 5 xã trong vùng.')
    const { row, source } = await rowOf(translator, document, 'Có 5 xã trong vùng.')
    await rewrite(['Có 6 xã trong vùng.'])
    const writing = { document, row, source, before: [], target: ['There are 5 communes here.'] }
    const written = held(await translator.translations.write(writing))
    expect([plainText(written.source), written.state, plainText(written.target)]).toEqual([
      'Có 6 xã trong vùng.',
      'stale',
      'There are 5 communes here.',
    ])
    await rewrite(['Chuyện khác hẳn rồi, không liên quan gì nữa.'])
    const more = { ...writing, before: writing.target, target: ['There are 5 communes here!'] }
    expect(await translator.translations.write(more)).toBeNull()
    const { orphans } = await translator.translations.rows({ document })
    expect(orphans.map((text) => plainText(text.target))).toEqual(['There are 5 communes here!'])
  })

  it('gets an earlier text back where the source says the same', async () => {
    const { translator, document, rewrite } = await makeDesk('Có 5 xã. Dân vui.')
    await confirm(translator, document, 'Có 5 xã.', 'There are 5 communes.')
    await confirm(translator, document, 'Dân vui.', 'People are glad.')
    const { revision } = await translator.revisions.keep({ id: uuidv7(), document, name: 'Bản đầu' })
    await confirm(translator, document, 'Dân vui.', 'They like it.')
    await rewrite(['Có 6 xã. Dân vui.'])
    await translator.revisions.restore({ id: uuidv7(), document, revision })
    const { rows } = await translator.translations.rows({ document })
    expect(rows.map((row) => [plainText(row.target), row.state])).toEqual([
      ['', 'empty'],
      ['There are 5 communes.', 'stale'],
      ['People are glad.', 'confirmed'],
    ])
  })

  it('has a byline of its own', async () => {
    const { translator, document } = await makeDesk('Có 5 xã.')
    await translator.translations.setMetadata({ document, name: 'byline', value: 'Nguyen An' })
    const { text } = await translator.translations.preview({ document })
    expect(text.metadata).toMatchObject({ language: 'en', byline: 'Nguyen An' })
  })

  it('refuses what cannot be done, and says why', async () => {
    const { translator, document } = await makeDesk('Một câu. Hai câu.')
    const { row } = await rowOf(translator, document, 'Một câu.')
    const last = await rowOf(translator, document, 'Hai câu.')
    expect(
      await failureOf(translator.translations.confirm({ document, row, before: [], target: [' '] })),
    ).toBe('row-refuses')
    expect(await failureOf(translator.translations.separate({ document, row }))).toBe('row-refuses')
    expect(await failureOf(translator.translations.merge({ document, row: last.row }))).toBe('row-refuses')
    expect(await failureOf(translator.translations.unmerge({ document, row }))).toBe('row-refuses')
    expect(await failureOf(translator.translations.omit({ document, row: 'gone', omitted: true }))).toBe(
      'row-unknown',
    )
  })

  it('is told of a change of the source within a second (FLOW1)', async () => {
    const { translator, article, document, rewrite } = await makeDesk('Có 5 xã. Dân vui.')
    await confirm(translator, document, 'Có 5 xã.', 'There are 5 communes.')
    const { version } = await translator.translations.rows({ document })
    // Another version than the present one is answered at once: from then on it is heard of every change.
    const events = await translator.translations.follow({ document, after: version - 1 })
    await events.next()
    const next = events.next()
    const began = performance.now()
    await rewrite(['Có 6 xã. Dân vui.'])
    const { value } = (await next) as IteratorYieldResult<RowsEvent>
    expect(performance.now() - began).toBeLessThan(1000)
    expect(value.changed.map((row) => [plainText(row.source), row.state, plainText(row.target)])).toEqual([
      ['Có 6 xã.', 'stale', 'There are 5 communes.'],
    ])
    await events.return?.(undefined)
    await expect.poll(() => staleRows(translator, article), { timeout: 1000 }).toBe(1)
  })
})

async function staleRows(client: Client, article: string): Promise<number | undefined> {
  return (await client.translations.list({ article }))[0]?.progress.staleRows
}

describe('comments', () => {
  it('stay with their sentence, and make no author of who comments (TRUST6)', async () => {
    const desk = await makeDesk('Có 5 xã.')
    const { translator, approver, document, rewrite } = desk
    await confirm(translator, document, 'Cầu mới', 'A new bridge')
    await confirm(translator, document, 'Có 5 xã.', 'There are 5 communes.')
    const { row } = await rowOf(translator, document, 'Có 5 xã.')
    const comment = { document, row, id: uuidv7(), text: 'Rural communes?' }
    await approver.translations.comment(comment)
    expect((await rowOf(translator, document, 'Có 5 xã.')).comments).toBe(1)
    await rewrite(['Có 6 xã.'])
    expect((await rowOf(translator, document, 'Có 6 xã.')).comments).toBe(1)
    await translator.translations.resolveComment({ document, comment: comment.id, resolved: true })
    expect((await rowOf(translator, document, 'Có 6 xã.')).comments).toBe(0)
    await confirm(translator, document, 'Có 6 xã.', 'There are 6 communes.')
    await approve(desk, translator, document)
    expect(await translator.translations.get({ document })).toMatchObject({ state: 'approved' })
  })
})

describe('how translations stand', () => {
  it('is made again from documents and records', async () => {
    const { workspace, translator, article, document } = await makeDesk('Có 5 xã.')
    await confirm(translator, document, 'Có 5 xã.', 'There are 5 communes.')
    const before = await translator.translations.list({ article })
    const rows = () => workspace.services.store.read.prepare('SELECT * FROM translation_rows').all()
    const projected = rows()
    expect(projected.length).toBe(2)
    await translator.maintenance.rebuild()
    expect(await translator.translations.list({ article })).toEqual(before)
    expect(rows()).toEqual(projected)
  })

  it('survives compaction: targets, confirmations, and what no row shows', async () => {
    const { workspace, translator, document, rewrite } = await makeDesk('Có 5 xã. Hai câu hẳn khác.')
    const { documents } = workspace.services
    await confirm(translator, document, 'Hai câu hẳn khác.', 'Quite another.')
    for (let count = 0; count < 70; count += 1) {
      const { row, target } = await rowOf(translator, document, 'Có 5 xã.')
      await translator.translations.write({ document, row, before: target, target: [`There are ${count}.`] })
    }
    await rewrite(['Có 5 xã.'])
    documents.close(translationDocument({ article: document.split(':')[1] ?? '', language: 'en' }))
    const { rows, orphans } = await translator.translations.rows({ document })
    expect(rows.map((row) => plainText(row.target))).toEqual(['', 'There are 69.'])
    expect(orphans.map((text) => [plainText(text.target), text.confirmed])).toEqual([
      ['Quite another.', true],
    ])
    const [version] = await translator.revisions.list({ document })
    const kept = documents.revision(version?.revision ?? '')
    expect(kept.ok && kept.value.translation?.others.map(({ target }) => plainText(target))).toEqual([
      'Quite another.',
    ])
  })
})

describe('what a check says', () => {
  it('is ignored with a reason that the reviewer sees, until the sentence changes; the text stays as approved', async () => {
    const desk = await makeDesk('Có 5 xã.')
    const { translator, approver, document } = desk
    const { row } = await confirm(translator, document, 'Có 5 xã.', 'There are some communes.')
    const finding = 'value-missing:0a'
    const before = await translator.workflow.status({ document })
    await translator.translations.ignoreFinding({ document, row, finding, reason: 'bài nói chung' })
    expect((await rowOf(approver, document, 'Có 5 xã.')).ignored).toMatchObject([
      { finding, reason: 'bài nói chung', by: { name: 'Biên dịch' } },
    ])
    expect((await translator.workflow.status({ document })).changedSinceApproval).toBe(
      before.changedSinceApproval,
    )
    await desk.rewrite(['Có 6 xã.'])
    expect((await rowOf(approver, document, 'Có 6 xã.')).ignored).toEqual([])
    await desk.rewrite(['Có 5 xã.'])
    const again = await translator.translations.ignoreFinding({ document, row, finding, reason: null })
    expect(again.ignored).toEqual([])
  })

  it('is not ignored with a secret stamp as the reason (SEC1)', async () => {
    const { translator, document } = await makeDesk('Có 5 xã.')
    const { row } = await rowOf(translator, document, 'Có 5 xã.')
    const reason = 'TUYỆT MẬT'
    const asked = translator.translations.ignoreFinding({
      document,
      row,
      finding: 'value-missing:0a',
      reason,
    })
    expect(await failureOf(asked)).toBe('secret-stamp')
  })
})
