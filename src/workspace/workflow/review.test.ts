import { join } from 'node:path'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import type * as Y from 'yjs'
import { articleUpdate } from '#documents/article.ts'
import { emptyMetadata } from '#domain/article.ts'
import { articleDocument } from '#domain/document-id.ts'
import type { Role } from '#domain/roles.ts'
import type { SignedSubmission } from '#domain/workflow-standing.ts'
import { failureOf, makeDesk } from '#tests/makers/desk.ts'
import { makeHash, makeId } from '#tests/makers/newsroom.ts'
import { verifyRecordSet } from '../records/verify-records.ts'
import { verifyWorkspaceRecords } from '../records/verify-workspace-records.ts'
import { approvedRevision } from './approval.ts'
import { basisOf } from './basis.ts'

const lan = makeId('Lan, owner')
const minh = makeId('Minh, reporter')
const hoa = makeId('Hoa, approver')
const tu = makeId('Tú, head')
const pin = '7294'
const article = makeId('article')
const document = articleDocument(article)

/** A newsroom with a reporter, an approver and a head, each signed in, and an article of the reporter's. */
async function openNewsroom() {
  const desk = makeDesk()
  const owner = desk.connect()
  const founded = await owner.call.people.createNewsroom({
    id: lan,
    newsroom: 'Báo Thái Nguyên',
    owner: 'Lan',
    pin,
  })
  await owner.call.people.confirmRecovery({ recoveryFile: founded.recoveryFile })
  const join = async (id: string, name: string, roles: Role[]) => {
    await owner.call.people.addMember({ id, name, roles, pin })
    const client = desk.connect()
    await client.call.session.signIn({ profile: id, pin })
    return client.call
  }
  const reporter = await join(minh, 'Minh', ['reporter'])
  const approver = await join(hoa, 'Hoa', ['approver'])
  const head = await join(tu, 'Tú', ['head', 'reporter'])
  await desk.documents.create(document, 'vi', articleUpdate(firstText), minh)
  let sent = 0
  const fresh = () => {
    sent += 1
    return makeId(`request ${sent}`)
  }
  const submit = (client = reporter, note = '') => client.workflow.submit({ id: fresh(), document, note })
  const write = (profile: string, text: string) =>
    desk.documents.edit(document, profile, (doc: Y.Doc) => {
      const body = doc.getText('body')
      body.insert(body.length - 1, text)
    })
  return { desk, owner: owner.call, reporter, approver, head, submit, write, fresh, join }
}

const firstText = {
  metadata: emptyMetadata,
  blocks: [
    { id: 'title', kind: 'title' as const, runs: [{ text: 'Mưa lớn ở Định Hóa', marks: {} }] },
    { id: 'p0', kind: 'paragraph' as const, runs: [{ text: 'Nước suối dâng nhanh.', marks: {} }] },
  ],
}

/** The list's row, as the projection of articles writes it. */
function listRow(desk: ReturnType<typeof makeDesk>, state: string, deadline = '') {
  desk.store.write((db) =>
    db.exec(`INSERT INTO article_rows (document, article, number, title, title_key, excerpt, language, section, genre,
      byline, state, words, created_at, updated_at, deadline, embargo, internal)
      VALUES ('${document}', '${article}', 1, 'Mưa lớn', '', '', 'vi', 'society', '', '', '${state}', 7, 0, 0, '${deadline}', '', 0)`),
  )
}

describe('sending for review', () => {
  it('signs the text, how far the log went and who wrote it', async () => {
    const { desk, submit, write } = await openNewsroom()
    await write(tu, ' Đường bị chia cắt.')
    const view = await submit(undefined, 'Gấp cho bản tin tối')
    expect(view.state).toBe('inReview')
    expect(view.authors.map((person) => person.name).sort()).toEqual(['Minh', 'Tú'])
    const { record } = desk.records.byHash(view.submission?.record ?? '') ?? {}
    expect(record).toMatchObject({
      kind: 'submission',
      note: 'Gấp cho bản tin tối',
      reached: desk.documents.reached(document),
      authors: [minh, tu].sort(),
    })
    expect(desk.documents.revision(view.submission?.revision ?? '').ok).toBe(true)
  })

  it('sends nothing twice: neither on a repeat nor without a change', async () => {
    const { desk, reporter, fresh, submit } = await openNewsroom()
    const id = fresh()
    await reporter.workflow.submit({ id, document })
    const before = desk.records.all().length
    await reporter.workflow.submit({ id, document })
    expect(desk.records.all()).toHaveLength(before)
    expect(await failureOf(submit())).toBe('nothing-to-submit')
  })

  it('is refused to nobody in particular, for an unknown document and for an empty one', async () => {
    const { desk, reporter, fresh } = await openNewsroom()
    expect(await failureOf(desk.connect().call.workflow.submit({ id: fresh(), document }))).toBe(
      'not-signed-in',
    )
    const unknown = articleDocument(makeId('nowhere'))
    expect(await failureOf(reporter.workflow.submit({ id: fresh(), document: unknown }))).toBe(
      'document-unknown',
    )
    const empty = articleDocument(makeId('empty'))
    const blocks = [{ id: 'title', kind: 'title' as const, runs: [] }]
    await desk.documents.create(empty, 'vi', articleUpdate({ metadata: emptyMetadata, blocks }), minh)
    expect(await failureOf(reporter.workflow.submit({ id: fresh(), document: empty }))).toBe(
      'nothing-to-submit',
    )
  })
})

describe('deciding', () => {
  it('approves exactly what was sent, and newer text is shown as changed', async () => {
    const { desk, approver, fresh, submit, write } = await openNewsroom()
    const { submission } = await submit()
    await write(minh, ' Thêm một câu.')
    const id = fresh()
    const view = await approver.workflow.approve({ id, submission: submission?.record ?? '' })
    expect(view).toMatchObject({ state: 'approved', changedSinceApproval: true })
    expect(view.approvedRevision).toBe(submission?.revision)
    expect(await approver.workflow.approve({ id, submission: submission?.record ?? '' })).toEqual(view)
    expect(desk.records.workflowStateOf(document)).toEqual({
      state: 'approved',
      approvedRevision: submission?.revision,
    })
  })

  it('takes the id of one decision for no other: neither another kind, nor another note or text', async () => {
    const { desk, approver, reporter, fresh, submit } = await openNewsroom()
    const submission = (await submit()).submission?.record ?? ''
    const id = fresh()
    await approver.workflow.approve({ id, submission })
    const before = desk.records.all().length
    expect(await failureOf(approver.workflow.return({ id, submission, note: 'Sửa tít' }))).toBe('id-taken')
    expect(await failureOf(approver.workflow.approve({ id, submission, note: 'Được' }))).toBe('id-taken')
    expect(await failureOf(reporter.workflow.submit({ id, document }))).toBe('id-taken')
    expect(desk.records.all()).toHaveLength(before)
  })

  it('says that a text is approved already to who presses Return after the answer was lost', async () => {
    const { approver, fresh, submit } = await openNewsroom()
    const submission = (await submit()).submission?.record ?? ''
    await approver.workflow.approve({ id: fresh(), submission })
    const back = approver.workflow.return({ id: fresh(), submission, note: 'Sửa tít' })
    expect(await failureOf(back)).toBe('state-refuses')
  })

  it('is for approvers, never for an author or for who sent it', async () => {
    const { owner, reporter, head, approver, fresh, submit, write } = await openNewsroom()
    await write(tu, ' Tú viết thêm.')
    const submission = (await submit()).submission?.record ?? ''
    expect(await failureOf(reporter.workflow.approve({ id: fresh(), submission }))).toBe('role-missing')
    expect(await failureOf(head.workflow.approve({ id: fresh(), submission }))).toBe('self-approval')
    await owner.people.setRoles({ id: makeId('more roles'), member: minh, roles: ['reporter', 'approver'] })
    expect(await failureOf(reporter.workflow.approve({ id: fresh(), submission }))).toBe('self-approval')
    const status = await reporter.workflow.status({ document })
    expect(status.may).toEqual({ submit: 'nothing-to-submit', approve: 'self-approval', return: null })
    expect((await approver.workflow.approve({ id: fresh(), submission })).state).toBe('approved')
  })

  it('lets who wrote nothing since the last approval approve again', async () => {
    const { approver, head, fresh, submit, write } = await openNewsroom()
    await write(tu, ' Tú viết thêm.')
    const first = (await submit()).submission?.record ?? ''
    await approver.workflow.approve({ id: fresh(), submission: first })
    await write(minh, ' Minh viết tiếp.')
    const second = (await submit()).submission?.record ?? ''
    expect((await head.workflow.approve({ id: fresh(), submission: second })).state).toBe('approved')
  })

  it('returns with a note; what is sent again is a new submission, and the old one takes no answer', async () => {
    const { approver, fresh, submit, write } = await openNewsroom()
    const first = (await submit()).submission?.record ?? ''
    const returned = await approver.workflow.return({
      id: fresh(),
      submission: first,
      note: 'Thiếu nguồn tin',
    })
    expect(returned).toMatchObject({ state: 'returned', submission: null })
    expect(returned.timeline.at(-1)).toMatchObject({
      kind: 'return',
      note: 'Thiếu nguồn tin',
      verdict: 'valid',
    })
    await write(minh, ' Theo UBND xã.')
    const second = (await submit()).submission?.record ?? ''
    expect(await failureOf(approver.workflow.approve({ id: fresh(), submission: first }))).toBe(
      'state-refuses',
    )
    expect((await approver.workflow.approve({ id: fresh(), submission: second })).state).toBe('approved')
  })

  it('lets an author take a submission back, and nobody else', async () => {
    const { approver, reporter, fresh, submit } = await openNewsroom()
    const submission = (await submit()).submission?.record ?? ''
    expect(await failureOf(approver.workflow.recall({ id: fresh(), submission }))).toBe('role-missing')
    const view = await reporter.workflow.recall({ id: fresh(), submission })
    expect(view).toMatchObject({ state: 'draft', submission: null })
    expect(view.may.submit).toBeNull()
  })

  it('keeps the scan of an approval on paper', async () => {
    const { desk, approver, fresh, submit } = await openNewsroom()
    const submission = (await submit()).submission?.record ?? ''
    const onPaper = { submission, approver: 'Phó Chủ tịch xã', note: '' }
    const missing = approver.workflow.approveOnPaper({
      id: fresh(),
      scan: makeHash('no such scan'),
      ...onPaper,
    })
    expect(await failureOf(missing)).toBe('asset-missing')
    const path = join(desk.folder, 'scan.png')
    await sharp({ create: { width: 8, height: 8, channels: 3, background: 'white' } })
      .png()
      .toFile(path)
    const scan = await desk.assets.add({ path, name: 'scan.png' })
    if (!scan.ok) throw new Error(scan.failure.code)
    const view = await approver.workflow.approveOnPaper({ id: fresh(), scan: scan.value.hash, ...onPaper })
    expect(view.state).toBe('approved')
  })
})

describe('the review queue', () => {
  it('shows what waits, and why I may not decide', async () => {
    const { desk, approver, reporter, submit } = await openNewsroom()
    const { submission } = await submit(undefined, 'Xem giúp')
    listRow(desk, 'inReview', '2026-11-24T18:00:00+07:00')
    const { items, waitingForMe } = await approver.workflow.queue()
    expect(waitingForMe).toBe(1)
    expect(items).toMatchObject([
      { submission: submission?.record, note: 'Xem giúp', blocked: null, firstTime: true, words: 7 },
    ])
    expect((await reporter.workflow.queue()).items[0]?.blocked).toBe('role-missing')
  })

  it('shows what changed since the last approved text, and all of it the first time', async () => {
    const { approver, fresh, submit, write } = await openNewsroom()
    const first = (await submit()).submission?.record ?? ''
    const all = await approver.workflow.changes({ submission: first })
    expect(all.blocks.map((block) => block.change)).toEqual(['added', 'added'])
    await approver.workflow.approve({ id: fresh(), submission: first })
    await write(minh, ' Đã có cứu hộ.')
    const second = (await submit()).submission?.record ?? ''
    const changes = await approver.workflow.changes({ submission: second })
    expect(changes.blocks.map((block) => block.change)).toEqual(['same', 'changed'])
  })

  it('compares a text that was returned and sent again with the one returned', async () => {
    const { desk, approver, fresh, submit, write } = await openNewsroom()
    const first = (await submit()).submission?.record ?? ''
    await approver.workflow.return({ id: fresh(), submission: first, note: 'Bổ sung số liệu' })
    await write(minh, ' Thêm số liệu.')
    const second = (await submit()).submission?.record ?? ''
    const sent = desk.records.byHash(second) as SignedSubmission
    expect(basisOf(desk.records, sent)).toMatchObject({ kind: 'returned', round: 2 })
    const changes = await approver.workflow.changes({ submission: second })
    expect(changes.blocks.map((block) => block.change)).toEqual(['same', 'changed'])
  })
})

describe('the proof of an approval', () => {
  it('goes with a package and holds offline against the root alone', async () => {
    const { desk, approver, fresh, submit } = await openNewsroom()
    const { submission } = await submit()
    await approver.workflow.approve({ id: fresh(), submission: submission?.record ?? '' })
    const proof = approvedRevision(desk.records, document)
    expect(proof?.revision).toBe(submission?.revision)
    const sent = JSON.parse(JSON.stringify(proof?.approvalRecords))
    const verdict = verifyRecordSet(sent, desk.records.newsroom()?.rootKey ?? null)
    expect(verdict.ok).toBe(true)
    expect(verdict.documents.get(document)?.standing.approved?.submission.record.revision).toBe(
      proof?.revision,
    )
    expect(verifyRecordSet(sent, null).ok).toBe(false)
  })

  it('is none before an approval', async () => {
    const { desk, submit } = await openNewsroom()
    await submit()
    expect(approvedRevision(desk.records, document)).toBeNull()
  })

  it('is checked for the whole workspace, and a changed byte is named', async () => {
    const { desk, approver, fresh, submit } = await openNewsroom()
    const { submission } = await submit()
    await approver.workflow.approve({ id: fresh(), submission: submission?.record ?? '' })
    const verify = () => verifyWorkspaceRecords(desk.store.read, desk.documents.contributions)
    expect(verify()).toMatchObject({ outcome: 'valid', newsroom: 'Báo Thái Nguyên', problems: [] })
    desk.store.write((db) => db.exec(`UPDATE records SET body = replace(body, '"approver"', '"owner"')`))
    expect(verify().outcome).toBe('damaged')
    expect(verify().problems.some((problem) => problem.code === 'malformed')).toBe(true)
  })
})

describe('records from another machine', () => {
  it('are taken in whatever order they come, and only from members', async () => {
    const here = await openNewsroom()
    const { submission } = await here.submit()
    await here.approver.workflow.approve({ id: here.fresh(), submission: submission?.record ?? '' })
    const records = here.desk.records.all().map(({ hash, body, signature }) => ({ hash, body, signature }))
    const there = makeDesk()
    expect(there.records.receive(records)).toMatchObject({ value: { stored: [] } })
    const newsroom = here.desk.records.newsroom()
    if (!newsroom) throw new Error('There must be a newsroom')
    there.records.trustNewsroom(newsroom, [])
    const stored = [...records].reverse().map((record) => there.records.receive([record]))
    expect(stored.flatMap((item) => (item.ok ? item.value.refused : []))).toEqual([])
    expect(there.records.workflowStateOf(document)).toEqual(here.desk.records.workflowStateOf(document))
    const again = there.records.receive(records)
    expect(again).toMatchObject({ ok: true, value: { stored: [], refused: [] } })
    const forged = { ...records[1], signature: '0'.repeat(128) }
    expect(there.records.receive([forged, 'noise'])).toMatchObject({
      value: { stored: [], refused: [{ problem: 'signature-wrong' }, { problem: 'malformed' }] },
    })
  })
})
