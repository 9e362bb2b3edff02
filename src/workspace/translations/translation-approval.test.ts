import { uuidv7 } from 'uuidv7'
import { describe, expect, it } from 'vitest'
import { failureOf } from '#tests/makers/desk.ts'

import { approve, confirm, makeDesk } from './translation-desk.test-kit.ts'

describe('the approval of a translation (FLOW2)', () => {
  it('waits until every sentence is confirmed, is no author’s, and names the source', async () => {
    const desk = await makeDesk('Có 5 xã.')
    const { translator, reporter, approver, document, source } = desk
    expect(await failureOf(translator.workflow.submit({ id: uuidv7(), document }))).toBe('nothing-to-submit')
    await confirm(translator, document, 'Cầu mới', 'A new bridge')
    expect(await failureOf(translator.workflow.submit({ id: uuidv7(), document }))).toBe(
      'translation-incomplete',
    )
    await confirm(translator, document, 'Có 5 xã.', 'There are 5 communes.')
    const sent = await translator.workflow.submit({ id: uuidv7(), document, note: 'Xin duyệt' })
    const { items } = await approver.workflow.queue()
    expect(items).toMatchObject([{ document, language: 'en', title: 'A new bridge', blocked: null }])
    const submission = sent.submission?.record ?? ''
    expect(await failureOf(translator.workflow.approve({ id: uuidv7(), submission }))).toBe('role-missing')
    await approver.workflow.approve({ id: uuidv7(), submission })
    expect(await approver.translations.get({ document })).toMatchObject({ readiness: 'sourceNotApproved' })
    await approve(desk, reporter, source)
    const summary = await approver.translations.get({ document })
    expect(summary).toMatchObject({
      readiness: 'ready',
      approvedSource: expect.stringMatching(/^[0-9a-f]{64}$/),
    })
    const made = await approver.revisions.read({ document, revision: summary.approvedRevision ?? '' })
    expect(made.metadata['language']).toBe('en')
    expect(made.blocks.map((block) => block.runs.map(({ text }) => text).join(''))).toEqual([
      'A new bridge',
      'There are 5 communes.',
    ])
  })

  it('is stale when a newer source is approved, and ready again when that is translated', async () => {
    const desk = await makeDesk('Có 5 xã.')
    const { translator, reporter, document, source, rewrite } = desk
    await confirm(translator, document, 'Cầu mới', 'A new bridge')
    await confirm(translator, document, 'Có 5 xã.', 'There are 5 communes.')
    await approve(desk, reporter, source)
    await approve(desk, translator, document)
    const readiness = async () => (await translator.translations.get({ document })).readiness
    expect(await readiness()).toBe('ready')
    await rewrite(['Có 6 xã.'])
    expect(await readiness()).toBe('ready')
    await approve(desk, reporter, source)
    expect(await readiness()).toBe('stale')
    await confirm(translator, document, 'Có 6 xã.', 'There are 6 communes.')
    await approve(desk, translator, document)
    expect(await readiness()).toBe('ready')
    await confirm(translator, document, 'Có 6 xã.', 'There are six communes.')
    expect(await readiness()).toBe('newerUnapproved')
  })

  it('is reviewed sentence by sentence against the text approved before', async () => {
    const desk = await makeDesk('Có 5 xã. Dân vui.')
    const { translator, reporter, document, source, rewrite } = desk
    await confirm(translator, document, 'Cầu mới', 'A new bridge')
    await confirm(translator, document, 'Có 5 xã.', 'There are 5 communes.')
    await confirm(translator, document, 'Dân vui.', 'People are glad.')
    await approve(desk, reporter, source)
    await approve(desk, translator, document)
    const since = (await translator.translations.get({ document })).approvedRevision
    await rewrite(['Có 6 xã. Dân vui.'])
    await confirm(translator, document, 'Có 6 xã.', 'There are 6 communes.')
    const { submission } = await translator.workflow.submit({ id: uuidv7(), document })
    const rows = await desk.approver.translations.review({
      document,
      revision: submission?.revision ?? '',
      since,
    })
    const told = rows.map((row) =>
      [row.formerSource, row.source, row.approved, row.target].map((text) => text?.join('')),
    )
    expect(told).toEqual([
      [undefined, 'Cầu mới', 'A new bridge', 'A new bridge'],
      ['Có 5 xã.', 'Có 6 xã.', 'There are 5 communes.', 'There are 6 communes.'],
      [undefined, 'Dân vui.', 'People are glad.', 'People are glad.'],
    ])
  })

  it('is no author’s own to give', async () => {
    const desk = await makeDesk('Có 5 xã.')
    const { approver, document } = desk
    await confirm(approver, document, 'Cầu mới', 'A new bridge')
    await confirm(desk.translator, document, 'Có 5 xã.', 'There are 5 communes.')
    const sent = await desk.translator.workflow.submit({ id: uuidv7(), document })
    const submission = sent.submission?.record ?? ''
    expect(await failureOf(approver.workflow.approve({ id: uuidv7(), submission }))).toBe('self-approval')
  })
})
