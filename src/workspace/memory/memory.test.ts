import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { uuidv7 } from 'uuidv7'
import { describe, expect, it } from 'vitest'
import type { LearntUnit } from '#domain/memory/unit.ts'
import type { CodedText } from '#domain/segments/coded-text.ts'
import { clientOf, makeFolder, makeNewsroom, makeWorkspace } from '../workspace.test-kit.ts'
import type { Workspace } from '../workspace.ts'
import { exportPath } from './exporting.ts'
import { batchStates, insertBatch } from './memory-rows.ts'
import { createMemory, type MemoryService } from './memory-service.ts'

const sentences: readonly (readonly [string, string])[] = [
  [
    'Sáng 24/11, tỉnh Thái Nguyên khai mạc Lễ hội Trà lần thứ nhất.',
    'On the morning of November 24, Thai Nguyen Province opened its first Tea Festival.',
  ],
  [
    'Hơn 200 gian hàng giới thiệu sản phẩm OCOP của các địa phương.',
    'More than 200 stalls showed OCOP products from across the province.',
  ],
  [
    'Ủy ban nhân dân tỉnh yêu cầu các sở, ngành phối hợp chặt chẽ.',
    'The provincial People’s Committee asked departments to work closely together.',
  ],
]

function learnt(at: number, changes: Partial<LearntUnit> = {}): LearntUnit {
  const [source = '', target = ''] = sentences[at] ?? []
  return {
    document: 'translation:a:en',
    occurrence: `s${at}`,
    from: 'vi',
    to: 'en',
    source: [source],
    target: [target],
    previous: sentences[at - 1]?.[0] ?? null,
    next: sentences[at + 1]?.[0] ?? null,
    at: 1000 + at,
    by: 'lan',
    ...changes,
  }
}

/** The workspace's own services, and a memory of its own to feed. */
async function makeMemory(): Promise<{ workspace: Workspace; memory: MemoryService }> {
  const workspace = await makeWorkspace()
  const memory = createMemory(workspace.services as never, (bug) => {
    throw bug
  })
  return { workspace, memory }
}

const asked = (source: CodedText, more = {}) => ({
  source: [...source],
  from: 'vi',
  to: 'en',
  ...more,
})

/** A busy machine may take a moment to start the index: the answer says so. */
async function whole(
  client: Awaited<ReturnType<typeof makeNewsroom>>['owner'],
  question: ReturnType<typeof asked>,
) {
  await expect
    .poll(async () => (await client.memory.lookup(question)).complete, { timeout: 20_000 })
    .toBe(true)
  return client.memory.lookup(question)
}

function tmx(units: readonly (readonly [string, string])[]): string {
  const tus = units.map(
    ([vi, en]) =>
      `<tu creationid="Hoa"><tuv xml:lang="vi-VN"><seg>${vi}</seg></tuv><tuv xml:lang="en-GB"><seg>${en}</seg></tuv></tu>`,
  )
  return `<?xml version="1.0"?>\n<tmx version="1.4"><header/><body>\n${tus.join('\n')}\n</body></tmx>`
}

async function importText(
  workspace: Workspace,
  client: Awaited<ReturnType<typeof makeNewsroom>>['owner'],
  text: string | Buffer,
) {
  const path = join(makeFolder(), 'kho.tmx')
  writeFileSync(path, text)
  const grant = workspace.services.grants.grant({ path, name: 'kho.tmx', owned: false })
  const { job } = await client.memory.importFile({ id: uuidv7(), grant: grant.id })
  return workspace.services.jobs.ended(job)
}

describe('the translation memory', () => {
  it('finds a confirmed sentence in its place, elsewhere, and one like it with the differences', async () => {
    const { workspace, memory } = await makeMemory()
    const { owner } = await makeNewsroom(workspace)
    for (const at of sentences.keys()) await memory.learn(learnt(at))
    const here = await owner.memory.lookup(
      asked([sentences[1]![0]], { previous: sentences[0]![0], next: sentences[2]![0] }),
    )
    expect(here.matches[0]).toMatchObject({ score: 101, target: [sentences[1]![1]], by: 'lan' })
    const elsewhere = await owner.memory.lookup(asked([sentences[1]![0]], { previous: 'Khác.' }))
    expect(elsewhere.matches[0]?.score).toBe(100)
    const like = await whole(owner, asked(['Hơn 350 gian hàng giới thiệu sản phẩm OCOP của các địa phương.']))
    expect(like.matches[0]?.score).toBe(99)
    expect(like.matches[0]?.differences).toContainEqual({ change: 'removed', text: '200' })
    const edited = await whole(owner, asked(['Hơn 200 gian hàng giới thiệu sản phẩm chè của các huyện.']))
    expect(edited.matches[0]?.score).toBeGreaterThanOrEqual(70)
    expect(edited.matches[0]?.score).toBeLessThan(95)
    const back = await owner.memory.lookup({ source: [sentences[0]![1]], from: 'en', to: 'vi' })
    expect(back.matches[0]?.target).toEqual([sentences[0]![0]])
    await memory.close()
  })

  it('replaces what was learnt from a sentence, and forgets it when the confirmation goes', async () => {
    const { workspace, memory } = await makeMemory()
    const { owner } = await makeNewsroom(workspace)
    await memory.learn(learnt(0))
    await owner.memory.lookup(asked([sentences[0]![0]]))
    await memory.learn(learnt(0, { target: ['A better one.'], at: 5000 }))
    const once = await owner.memory.lookup(asked([sentences[0]![0]]))
    expect(once.matches.map(({ target }) => target)).toEqual([['A better one.']])
    expect((await owner.memory.counts()).units).toBe(1)
    await memory.unlearn(learnt(0))
    expect((await owner.memory.lookup(asked([sentences[0]![0]]))).matches).toEqual([])
    await memory.close()
  })

  it('imports TMX, knows it the second time, and gives it back with tags, dates and people', async () => {
    const { workspace, memory } = await makeMemory()
    const { owner } = await makeNewsroom(workspace)
    const tagged: [string, string] = ['Bấm <ph x="1">{1}</ph> để mở.', 'Press <ph x="1">{1}</ph> to open.']
    const file = tmx([...sentences, tagged])
    const first = await importText(workspace, owner, Buffer.from(`\ufeff${file}`, 'utf16le'))
    expect(first).toMatchObject({ state: 'done' })
    expect(await owner.memory.importReport({ id: first.id })).toMatchObject({
      units: 4,
      known: 0,
      skipped: 0,
    })
    const second = await importText(workspace, owner, file)
    expect(await owner.memory.importReport({ id: second.id })).toMatchObject({ units: 0, known: 4 })
    const found = await owner.memory.lookup(
      asked(['Bấm ', { code: 'single', number: 1, mark: 'other', value: '<ph x="1">{1}</ph>' }, ' để mở.']),
    )
    expect(found.matches[0]).toMatchObject({
      score: 100,
      by: 'Hoa',
      origin: { kind: 'import', name: 'kho.tmx' },
    })
    const { job } = await owner.memory.exportFile({ id: uuidv7(), from: 'vi', to: 'en' })
    expect((await workspace.services.jobs.ended(job)).state).toBe('done')
    const written = readFileSync(exportPath(workspace.services.paths, job), 'utf8')
    expect(written).toContain('Press <ph x="1">{1}</ph> to open.')
    expect(written).toContain('creationid="Hoa"')
    expect((await owner.memory.download({ id: job })).bytes).toBe(Buffer.byteLength(written))
    await memory.close()
  })

  it('takes nothing from a file that is cut off or holds a stamp (SAFE3, SEC1)', async () => {
    const { workspace, memory } = await makeMemory()
    const { owner } = await makeNewsroom(workspace)
    const cut = tmx(
      Array.from({ length: 2000 }, (_, at) => [`Câu số ${at} của kho.`, `Sentence ${at}.`] as const),
    ).slice(0, -40)
    expect(await importText(workspace, owner, cut)).toMatchObject({
      state: 'failed',
      failure: { code: 'format-damaged' },
    })
    const stamped = await importText(workspace, owner, tmx([...sentences, ['TUYỆT MẬT', 'TOP SECRET']]))
    expect(stamped.failure?.code).toBe('secret-stamp')
    expect(await owner.memory.counts()).toMatchObject({ units: 0, batches: [] })
    await memory.close()
  })

  it('gives what changed since a day, and nothing that is older', async () => {
    const { workspace, memory } = await makeMemory()
    const { owner } = await makeNewsroom(workspace)
    for (const at of sentences.keys()) await memory.learn(learnt(at))
    const { job } = await owner.memory.exportFile({ id: uuidv7(), since: 1001 })
    expect(await workspace.services.jobs.ended(job)).toMatchObject({ kind: 'memoryExport', state: 'done' })
    const written = readFileSync(exportPath(workspace.services.paths, job), 'utf8')
    expect(written.match(/<tu /g)).toHaveLength(2)
    expect(written).not.toContain(sentences[0]![0])
    await memory.close()
  })

  it('takes out a whole import and lets it in again', async () => {
    const { workspace, memory } = await makeMemory()
    const { owner } = await makeNewsroom(workspace)
    const { id } = await importText(workspace, owner, tmx(sentences))
    expect((await owner.memory.counts()).pairs).toEqual([{ one: 'en', other: 'vi', units: 3 }])
    await owner.memory.setBatch({ id, withdrawn: true })
    expect(await owner.memory.counts()).toMatchObject({
      pairs: [],
      batches: [{ id, withdrawn: true, by: 'Chủ' }],
    })
    expect((await owner.memory.lookup(asked([sentences[0]![0]]))).matches).toEqual([])
    expect(await owner.memory.concordance({ text: 'gian hàng', language: 'vi' })).toEqual([])
    await owner.memory.setBatch({ id, withdrawn: false })
    expect((await owner.memory.lookup(asked([sentences[0]![0]]))).matches).toHaveLength(1)
    await memory.close()
  })

  it('takes no batch out but a whole import: not one under way, nor all that was learnt or written by hand (SAFE3)', async () => {
    const { workspace, memory } = await makeMemory()
    const { owner } = await makeNewsroom(workspace)
    await memory.learn(learnt(0))
    const texts = [
      { language: 'vi', text: ['Kính gửi quý báo.'] },
      { language: 'en', text: ['Dear editors,'] },
    ]
    await owner.memory.edit({ id: uuidv7(), unit: 'hand-1', texts })
    const { store } = workspace.services
    store.write((db) => {
      const state = batchStates.unfinished
      insertBatch(db, { id: 'under-way', kind: 'import', name: 'kho.tmx', at: 0, by: '', state })
    })
    for (const id of ['learned', 'hand', 'under-way', 'unknown']) {
      for (const withdrawn of [true, false]) {
        await expect(owner.memory.setBatch({ id, withdrawn }), id).rejects.toMatchObject({
          data: { code: 'not-found', facts: { what: id } },
        })
      }
    }
    const states = store.read.prepare('SELECT id, withdrawn FROM tm_batches ORDER BY id').raw().all()
    expect(states).toEqual([
      ['hand', batchStates.live],
      ['learned', batchStates.live],
      ['under-way', batchStates.unfinished],
    ])
    await memory.close()
  })

  it('keeps edits by hand as signed records and takes a unit out on request (SAFE2)', async () => {
    const { workspace, memory } = await makeMemory()
    const { owner } = await makeNewsroom(workspace)
    const texts = [
      { language: 'vi', text: ['Kính gửi quý báo.'] },
      { language: 'en', text: ['Dear editors,'] },
    ]
    await owner.memory.edit({ id: uuidv7(), unit: 'hand-1', texts })
    await owner.memory.edit({
      id: uuidv7(),
      unit: 'hand-1',
      texts: [texts[0]!, { language: 'en', text: ['To the editors,'] }],
    })
    const found = await owner.memory.lookup(asked(['Kính gửi quý báo.']))
    expect(found.matches).toMatchObject([
      { target: ['To the editors,'], origin: { kind: 'hand' }, by: 'Chủ' },
    ])
    const records = workspace.services.records.ofDocument('memory' as never)
    expect(records.map(({ record }) => record.kind)).toEqual(['memoryEdit', 'memoryEdit'])
    const gone = await owner.memory.withdraw({ id: uuidv7(), unit: 'hand-1' })
    expect(gone.withdrawn).toBe(true)
    expect((await owner.memory.lookup(asked(['Kính gửi quý báo.']))).matches).toEqual([])
    await memory.close()
  })

  it('finds a phrase in either language without its marks, and in Chinese inside a sentence (LANG1)', async () => {
    const { workspace, memory } = await makeMemory()
    const { owner } = await makeNewsroom(workspace)
    for (const at of sentences.keys()) await memory.learn(learnt(at))
    await memory.learn(
      learnt(2, { document: 'translation:a:zh', to: 'zh', target: ['省人民委员会要求各厅局密切配合。'] }),
    )
    const units = async (text: string, language: string, other: string | null = null) =>
      (await owner.memory.concordance({ text, language, other })).map(({ texts }) =>
        texts.map((each) => each.language),
      )
    expect(await units('uy ban nhan', 'vi')).toHaveLength(2)
    expect(await units('ủy ban', 'vi', 'zh')).toEqual([['vi', 'zh']])
    expect(await units('人民委员会', 'zh')).toEqual([['vi', 'zh']])
    expect(await units('tea fest', 'en')).toEqual([['vi', 'en']])
    expect(await units('không có đâu', 'vi')).toEqual([])
    await memory.close()
  })

  it('learns what a translator confirms, forgets what is taken back, and finds it after a restart', async () => {
    const folder = join(makeFolder(), 'kho')
    const workspace = await makeWorkspace(folder)
    const { owner } = await makeNewsroom(workspace)
    const { store } = workspace.services
    const put = (state: string, target: string, madeFrom: string) => {
      store.write((db) => {
        db.prepare(
          `INSERT OR REPLACE INTO translation_status (document, article, language, source_language, title, source_title,
             section, deadline, words, summary, open_rows, state, updated_at, made_from)
           VALUES ('translation:a:en', 'a', 'en', 'vi', '', '', '', '', 0, '{}', 0, 'draft', 0, ?)`,
        ).run(madeFrom)
        db.prepare('DELETE FROM translation_rows').run()
        const insert = db.prepare(
          `INSERT INTO translation_rows (document, row, position, block, field, key, state, source, target,
             previous_key, next_key, confirmed_by, confirmed_at)
           VALUES ('translation:a:en', ?, ?, 'b', 'text', ?, ?, ?, ?, '', '', 'lan', 5)`,
        )
        for (const [at, [source]] of sentences.entries())
          insert.run(
            `r${at}`,
            at,
            `k${at}`,
            at === 1 ? state : 'draft',
            JSON.stringify([source]),
            JSON.stringify([target]),
          )
      })
      workspace.services.events.emit({ kind: 'translations', documents: ['translation:a:en'] })
    }
    const question = asked([sentences[1]![0]], { previous: sentences[0]![0], next: sentences[2]![0] })
    const targets = async () =>
      (await owner.memory.lookup(question)).matches.map(({ score, target }) => [score, target[0]])
    put('confirmed', 'Stalls.', '1')
    await expect.poll(targets, { timeout: 20_000 }).toEqual([[101, 'Stalls.']])
    put('confirmed', 'More stalls.', '2')
    await expect.poll(targets, { timeout: 20_000 }).toEqual([[101, 'More stalls.']])
    expect(store.read.prepare('SELECT count(*) FROM tm_texts').pluck().get()).toBe(2)
    put('draft', 'More stalls.', '3')
    await expect.poll(targets, { timeout: 20_000 }).toEqual([])
    put('confirmed', 'At last.', '4')
    await workspace.close()
    const again = await makeWorkspace(folder)
    const client = clientOf(again)
    await expect
      .poll(async () => (await client.memory.lookup(question)).matches.length, { timeout: 20_000 })
      .toBe(1)
  })

  it('lets go of all that was learnt from a story whose text was purged (SEC1)', async () => {
    const { workspace, memory } = await makeMemory()
    await memory.learn(learnt(0))
    await memory.learn(learnt(1, { document: 'translation:b:en' }))
    memory.forgetStory('a')
    const { read } = workspace.services.store
    expect(read.prepare('SELECT document FROM tm_units').pluck().all()).toEqual(['translation:b:en'])
    expect(read.prepare("SELECT count(*) FROM tm_search WHERE tm_search MATCH 'khai'").pluck().get()).toBe(0)
    await memory.close()
  })
})
