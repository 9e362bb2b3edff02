import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Excel from 'exceljs'
import { uuidv7 } from 'uuidv7'
import { describe, expect, it, vi } from 'vitest'
import type { TermbaseView } from '#contract/terms.ts'
import { readTermbase, writeConcept } from '#documents/termbase/termbase.ts'
import { termbaseDocument } from '#domain/document-id.ts'
import { succeed } from '#domain/result.ts'
import { madeFile } from '../store/made-files.ts'
import { makeFolder, makeNewsroom, makeWorkspace } from '../workspace.test-kit.ts'
import type { Workspace } from '../workspace.ts'
import { createTermbase } from './termbase-service.ts'

type Owner = Awaited<ReturnType<typeof makeNewsroom>>['owner']

async function open(): Promise<{ workspace: Workspace; owner: Owner }> {
  const workspace = await makeWorkspace()
  return { workspace, owner: (await makeNewsroom(workspace)).owner }
}

function grantOf(workspace: Workspace, name: string, bytes: string | Uint8Array): string {
  const path = join(makeFolder(), name)
  writeFileSync(path, bytes)
  return workspace.services.grants.grant({ path, name, owned: false }).id
}

async function importFile(
  workspace: Workspace,
  owner: Owner,
  reading: Omit<Parameters<Owner['terms']['importFile']>[0], 'id'>,
) {
  const { job } = await owner.terms.importFile({ id: uuidv7(), ...reading })
  expect(await workspace.services.jobs.ended(job)).toMatchObject({ state: 'done', failure: null })
  return owner.terms.importReport({ id: job })
}

const conceptOf = (view: TermbaseView, id: string) => view.concepts.find((concept) => concept.id === id)

describe('the termbase', () => {
  it('is full on the first day, and the document of its own that staff change begins with what was shipped', async () => {
    const { workspace, owner } = await open()
    const shipped = await owner.terms.get()
    expect(shipped.shipped).toBe(true)
    expect(shipped.concepts.length).toBeGreaterThan(40)
    const sea = conceptOf(shipped, 'bien-dong')!
    const changed = await owner.terms.saveConcept({ concept: { ...sea, note: 'đã xem' } })
    expect(changed.shipped).toBe(false)
    expect(changed.concepts).toHaveLength(shipped.concepts.length)
    expect(conceptOf(changed, 'bien-dong')).toEqual({ ...sea, note: 'đã xem' })
    expect(workspace.services.documents.exists(termbaseDocument)).toBe(true)
    const without = await owner.terms.remove({ kind: 'concept', id: 'ocop' })
    expect(conceptOf(without, 'ocop')).toBeUndefined()
  })

  it('finds terms and people in a sentence and says what to write for them', async () => {
    const { workspace, owner } = await open()
    await owner.terms.savePerson({
      person: {
        id: 'lan',
        name: 'Đặng Thị Lan',
        gender: 'female',
        titles: [{ id: 'a', text: 'Giám đốc Sở', concept: 'giam-doc-so', from: '2025-07-01', until: '' }],
        names: [{ language: 'zh', text: '邓氏兰', confirmed: true }],
        note: '',
        source: 'Sở Nội vụ',
      },
    })
    const text = 'Bà Đặng Thị Lan, Giám đốc Sở Tài chính tỉnh Thái Nguyên'
    const zh = await owner.terms.find({ text, from: 'vi', to: 'zh-CN' })
    expect(zh.map(({ term, allowed }) => [term, allowed[0]])).toEqual([
      ['Đặng Thị Lan', '邓氏兰'],
      ['Giám đốc Sở', '厅长'],
      ['tỉnh Thái Nguyên', '越南太原省'],
    ])
    expect((await owner.terms.find({ text, from: 'vi', to: 'en' }))[0]?.allowed).toEqual(['Dang Thi Lan'])
    const checks = createTermbase(workspace.services).termsOf('Trên Biển Đông', 'vi', 'en')
    expect(checks[0]).toMatchObject({
      term: 'Biển Đông',
      allowed: ['East Sea'],
      forbidden: ['South China Sea'],
    })
    expect(checks.some(({ source }) => source === undefined)).toBe(true)
  })

  it('refuses a stamp and who is not signed in (SEC1)', async () => {
    const { workspace, owner } = await open()
    const concept = {
      id: 'x',
      kind: 'other' as const,
      terms: [],
      note: 'TUYỆT MẬT',
      source: '',
      status: 'proposed' as const,
    }
    await expect(owner.terms.saveConcept({ concept })).rejects.toMatchObject({
      data: { code: 'secret-stamp' },
    })
    expect(workspace.services.documents.exists(termbaseDocument)).toBe(false)
  })

  it('shows what a CSV file holds before anything is kept, then adds and completes concepts', async () => {
    const { workspace, owner } = await open()
    const csv =
      'Tiếng Việt;Tiếng Anh;Tiếng Hàn;Ghi chú\r\nBiển Đông;Bien Dong Sea;;\r\nchè búp;tea buds;찻잎 순;trà non\r\n;;;\r\nmột mình;;;\r\n'
    const grant = grantOf(workspace, 'tu.csv', csv)
    const preview = await owner.terms.preview({ grant })
    expect(preview).toMatchObject({ separator: ';', encoding: 'utf-8', header: true, total: 2 })
    expect(preview.columns.map(({ role }) => role.role)).toEqual(['term', 'term', 'term', 'note'])
    expect(preview.skippedTotal).toBe(2)
    expect(preview.skipped).toEqual([
      { row: 4, reason: 'empty' },
      { row: 5, reason: 'one-language' },
    ])
    expect((await owner.terms.get()).shipped).toBe(true)
    const columns = preview.columns.map(({ role }) => role)
    expect(preview).toMatchObject({ added: 1, completed: 1, known: 0, knownRows: [] })
    const done = await importFile(workspace, owner, { grant, columns })
    expect(done).toMatchObject({ added: 1, completed: 1, known: 0, skipped: 2 })
    const again = await owner.terms.preview({ grant: grantOf(workspace, 'tu.csv', csv) })
    expect(again).toMatchObject({ added: 0, completed: 0, known: 2, knownRows: [2, 3] })
    const view = await owner.terms.get()
    expect(conceptOf(view, 'bien-dong')?.terms).toContainEqual(
      expect.objectContaining({ text: 'Bien Dong Sea', use: 'allowed' }),
    )
    const fresh = view.concepts.find(({ terms }) => terms.some(({ text }) => text === 'chè búp'))
    expect(fresh).toMatchObject({ note: 'trà non', status: 'proposed' })
  })

  it('reads a workbook that a spreadsheet wrote, and writes one that reads back', async () => {
    const { workspace, owner } = await open()
    const workbook = new Excel.Workbook()
    workbook.addWorksheet('Trống')
    const sheet = workbook.addWorksheet('Từ')
    sheet.addRow(['vi', 'en', 'zh'])
    sheet.addRow([
      'hội chợ',
      { richText: [{ text: 'trade ' }, { font: { bold: true }, text: 'fair' }] },
      '展览会',
    ])
    sheet.getCell('A5').value = 'số'
    sheet.getCell('B5').value = 2026
    const grant = grantOf(workspace, 'tu.xlsx', new Uint8Array(await workbook.xlsx.writeBuffer()))
    const preview = await owner.terms.preview({ grant })
    expect(preview).toMatchObject({ sheets: ['Trống', 'Từ'], sheet: 'Từ', total: 2 })
    expect(preview.rows[0]).toEqual(['hội chợ', 'trade fair', '展览会'])
    for (const format of ['xlsx', 'csv'] as const) {
      const id = uuidv7()
      const made = await owner.terms.exportFile({ id, format })
      const bytes = readFileSync(madeFile(workspace.services.paths, id, made.name))
      const again = await owner.terms.preview({ grant: grantOf(workspace, made.name, bytes) })
      expect(again.total).toBeGreaterThan(40)
      const done = await importFile(workspace, owner, { grant: grantOf(workspace, made.name, bytes) })
      expect(done).toMatchObject({ added: 0, completed: 0 })
    }
  })

  it('takes in nothing of a glossary that is stopped while it is read (SAFE3)', async () => {
    const { workspace, owner } = await open()
    const rows = Array.from({ length: 20_000 }, (_, at) => `từ ${at};word ${at}`)
    const grant = grantOf(workspace, 'tu.csv', `vi;en\n${rows.join('\n')}`)
    const { job } = await owner.terms.importFile({ id: uuidv7(), grant })
    await owner.jobs.cancel({ id: job })
    expect(await workspace.services.jobs.ended(job)).toMatchObject({ state: 'cancelled' })
    expect((await owner.terms.get()).shipped).toBe(true)
    await expect(owner.terms.importReport({ id: job })).rejects.toMatchObject({ data: { code: 'not-found' } })
  })

  it('takes in nothing of a glossary that is stopped while its terms are written (SAFE3)', async () => {
    const { workspace, owner } = await open()
    const rows = Array.from({ length: 4_000 }, (_, at) => `từ ${at};word ${at}`)
    const grant = grantOf(workspace, 'tu.csv', `vi;en\n${rows.join('\n')}`)
    const { job } = await owner.terms.importFile({ id: uuidv7(), grant })
    const { jobs } = workspace.services
    await vi.waitFor(() => expect(jobs.get(job)?.progress).toBeGreaterThan(0), {
      interval: 1,
      timeout: 20_000,
    })
    await owner.jobs.cancel({ id: job })
    expect(await jobs.ended(job)).toMatchObject({ state: 'cancelled' })
    expect((await owner.terms.get()).shipped).toBe(true)
    expect(workspace.services.documents.exists(termbaseDocument)).toBe(false)
  })

  it('makes a long change again when a colleague changed the termbase meanwhile, and keeps both', async () => {
    const { workspace, owner } = await open()
    const sea = conceptOf(await owner.terms.get(), 'bien-dong')!
    const by = workspace.services.records.people()[0]?.id ?? ''
    const seen: (string | undefined)[] = []
    const changed = await createTermbase(workspace.services).changeAside(by, async (copy) => {
      seen.push(readTermbase(copy).concepts.find(({ id }) => id === 'bien-dong')?.note)
      if (seen.length === 1) await owner.terms.saveConcept({ concept: { ...sea, note: 'đã xem' } })
      writeConcept(copy, { ...sea, id: 'moi' })
      return succeed(null)
    })
    expect(changed.ok).toBe(true)
    expect(seen).toEqual([sea.note, 'đã xem'])
    const now = await owner.terms.get()
    expect(conceptOf(now, 'bien-dong')?.note).toBe('đã xem')
    expect(conceptOf(now, 'moi')).toBeDefined()
  })

  it('refuses what is no glossary with the reason (SAFE3)', async () => {
    const { workspace, owner } = await open()
    const failing = async (name: string, bytes: string | Uint8Array) => {
      const answer = owner.terms.preview({ grant: grantOf(workspace, name, bytes) })
      return answer.then(
        () => 'read',
        (error) => error.data.code,
      )
    }
    expect(await failing('a.csv', '')).toBe('file-empty')
    expect(await failing('a.xlsx', 'PK\u0003\u0004 broken')).toBe('format-damaged')
    expect(await failing('a.xls', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0]))).toBe('format-unknown')
    expect(await failing('a.csv', new Uint8Array(300))).toBe('format-damaged')
  })
})
