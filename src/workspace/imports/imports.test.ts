import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate as tick } from 'node:timers/promises'
import { createRouterClient } from '@orpc/server'
import { uuidv7 } from 'uuidv7'
import { describe, expect, onTestFinished, test } from 'vitest'
import { articleDocument } from '#domain/document-id.ts'
import { encodeTcvn3 } from '#formats/legacy-vietnamese/tcvn3.ts'
import { newsroomManuscriptBytes } from '#tests/fixtures/import/newsroom-manuscript.ts'
import { paragraph, run, wordEntries, wordPart, zipFile } from '#tests/fixtures/import/office-file.ts'
import { failureOf } from '#tests/makers/desk.ts'
import { makeFolder } from '#tests/workspace/make-store.ts'
import { previewPicturePath } from '../store/paths.ts'
import { openWorkspace } from '../workspace.ts'

async function makeReporter(folder = join(makeFolder(), 'kho')) {
  const opened = await openWorkspace(folder, { keyCost: 2 ** 10 })
  if (!opened.ok) throw new Error(JSON.stringify(opened.failure))
  const workspace = opened.value
  onTestFinished(() => workspace.close())
  const call = createRouterClient(workspace.router, { context: workspace.newClient('test', false) })
  const founding = { id: uuidv7(), newsroom: 'Báo', owner: 'Lan', pin: '7294' }
  const { recoveryFile } = await call.people.createNewsroom(founding)
  await call.people.confirmRecovery({ recoveryFile })
  const { paths, grants } = workspace.services
  const grant = (name: string, bytes: Uint8Array | string) => {
    const path = join(makeFolder(), 'gửi-vào')
    writeFileSync(path, bytes)
    return grants.grant({ path, name, owned: false }).id
  }
  const preview = (name: string, bytes: Uint8Array | string) =>
    call.imports.preview({ grant: grant(name, bytes) })
  return { ...workspace.services, call, paths, grant, preview }
}

async function listTemporary(folder: string): Promise<readonly string[]> {
  return existsSync(folder) ? (readdirSync(folder, { recursive: true }) as string[]).toSorted() : []
}

describe('importing a Word file', () => {
  test('creates nothing before it is committed (SAFE3), then the article with its picture and revision', async () => {
    const { call, paths, preview, documents } = await makeReporter()
    const shown = await preview('lũ.docx', await newsroomManuscriptBytes())
    expect(shown).toMatchObject({
      fileName: 'lũ.docx',
      format: 'docx',
      language: 'vi',
      encodingQuestion: null,
    })
    expect((await call.articles.list({})).total).toBe(0)
    expect(readdirSync(paths.assets)).toEqual([])
    const [picture] = shown.pictures
    expect(picture?.url).toBe(`/preview/${shown.preview}/picture-1.png`)
    const path = previewPicturePath(paths, shown.preview, 'picture-1.png') ?? ''
    expect(readFileSync(path).length).toBe(picture?.bytes)

    const id = uuidv7()
    const blocks = shown.blocks.map((block) =>
      block.kind === 'title' ? { ...block, runs: [{ text: 'Tít đã sửa', marks: {} }] } : block,
    )
    const input = { id, preview: shown.preview, language: 'vi', metadata: shown.metadata, blocks }
    const row = await call.imports.commit(input)
    expect(row).toMatchObject({ id, title: 'Tít đã sửa', byline: 'Thu Hà - Quốc Việt', state: 'draft' })
    const article = documents.read(articleDocument(id))
    const figure = article.ok ? article.value.blocks.find((block) => block.kind === 'figure') : undefined
    expect(figure).toMatchObject({ credit: 'Quốc Việt', alt: 'Bộ đội giúp người dân qua suối' })
    expect(await call.assets.get({ asset: figure?.asset ?? '' })).toMatchObject({ mediaType: 'image/png' })
    expect(await call.revisions.list({ document: articleDocument(id) })).toMatchObject([
      { reason: 'imported' },
    ])
    expect(existsSync(path)).toBe(false)

    expect(await call.imports.commit(input)).toEqual(row)
    expect((await call.articles.list({})).total).toBe(1)
  })

  test('discarding a preview takes its pictures away, and it cannot be committed any more', async () => {
    const { call, paths, preview } = await makeReporter()
    const { preview: name, blocks } = await preview('a.docx', await newsroomManuscriptBytes())
    await call.imports.discard({ preview: name })
    expect(await listTemporary(join(paths.temporary, 'previews'))).toEqual([])
    const input = { id: uuidv7(), preview: name, language: 'vi', metadata: {}, blocks }
    expect(await failureOf(call.imports.commit(input))).toBe('import-expired')
    expect((await call.articles.list({})).total).toBe(0)
  })

  test('a block cannot reach for a file that is no picture of the preview', async () => {
    const { call, preview } = await makeReporter()
    const shown = await preview('a.docx', await newsroomManuscriptBytes())
    for (const picture of ['../../workspace.sqlite', 'picture-9.png', '..']) {
      const blocks = shown.blocks.map((block) => (block.kind === 'figure' ? { ...block, picture } : block))
      const input = { id: uuidv7(), preview: shown.preview, language: 'vi', metadata: {}, blocks }
      expect(await failureOf(call.imports.commit(input))).toBe('not-found')
    }
    expect((await call.articles.list({})).total).toBe(0)
  })

  test('a picture whose block the person made a paragraph of is not kept', async () => {
    const { call, preview, paths } = await makeReporter()
    const shown = await preview('a.docx', await newsroomManuscriptBytes())
    const blocks = shown.blocks.map((block) =>
      block.kind === 'figure' ? { ...block, kind: 'paragraph' as const } : block,
    )
    await call.imports.commit({ id: uuidv7(), preview: shown.preview, language: 'vi', metadata: {}, blocks })
    expect(readdirSync(paths.assets)).toEqual([])
  })

  test('previews of a run that was killed are cleaned at the next start', async () => {
    const folder = join(makeFolder(), 'kho')
    const first = await makeReporter(folder)
    await first.preview('a.docx', await newsroomManuscriptBytes())
    const { createPreviews } = await import('./previews.ts')
    expect((await listTemporary(join(first.paths.temporary, 'previews'))).length).toBeGreaterThan(1)
    createPreviews(first.paths, first.clock)
    expect(await listTemporary(join(first.paths.temporary, 'previews'))).toEqual([])
  })
})

describe('state-secret stamps (SEC1)', () => {
  const stamped: Record<string, () => Promise<readonly [string, Uint8Array | string]>> = {
    'on a line of a text file': async () => ['a.txt', 'KẾ HOẠCH\nTỐI MẬT\nNội dung'],
    'in letters that are not NFC': async () => ['a.txt', 'KẾ HOẠCH\nTỐI MẬT\nNội dung'.normalize('NFD')],
    'in TCVN3': async () => ['a.txt', Buffer.from(`KÕ ho¹ch\n${encodeTcvn3('TỐI MẬT')}\nNéi dung`, 'latin1')],
    'in a page header, beside a picture': async () => [
      'a.docx',
      await zipFile(
        wordEntries(paragraph(run('Nội dung')), {
          'word/header1.xml': wordPart('hdr', paragraph(run('TUYỆT ') + run('MẬT'))),
        }),
      ),
    ],
    'in a hidden part of a page': async () => ['a.html', '<p>Nội dung</p><div hidden><b>TỐI</b> MẬT</div>'],
  }
  test.each(Object.entries(stamped))('%s refuse the file before anything is written', async (_, make) => {
    const { call, paths, preview } = await makeReporter()
    const [name, bytes] = await make()
    expect(await failureOf(preview(name, bytes))).toBe('secret-stamp')
    expect(await listTemporary(join(paths.temporary, 'previews'))).toEqual([])
    expect((await call.articles.list({})).total).toBe(0)
  })
  test('typed into the preview refuse the commit', async () => {
    const { call, preview } = await makeReporter()
    const shown = await preview('a.txt', 'Tít bài\nMật ong và bảo mật là từ thường.')
    const blocks = shown.blocks.map((block) => ({ ...block, runs: [{ text: 'TỐI MẬT', marks: {} }] }))
    const input = { id: uuidv7(), preview: shown.preview, language: 'vi', metadata: {}, blocks }
    expect(await failureOf(call.imports.commit(input))).toBe('secret-stamp')
    expect((await call.articles.list({})).total).toBe(0)
  })
})

test('while a long file is read and while it becomes an article, others are answered', async () => {
  const { call, preview } = await makeReporter()
  const text = Array.from({ length: 2000 }, (_, at) => `Đoạn ${at} của một tài liệu rất dài.`).join('\n\n')
  const read = await turnsDuring(preview('dài.txt', text))
  const { blocks, ...shown } = read.value
  expect(blocks.length).toBeGreaterThan(1000)
  expect(read.turns).toBeGreaterThan(50)
  const article = { id: uuidv7(), preview: shown.preview, language: 'vi', metadata: shown.metadata, blocks }
  const committed = await turnsDuring(call.imports.commit(article))
  expect(committed.value.id).toBe(article.id)
  expect(committed.turns).toBeGreaterThan(5)
})

/** How often the process turned to others before the work was done. */
async function turnsDuring<Value>(work: Promise<Value>): Promise<Readonly<{ value: Value; turns: number }>> {
  let turns = 0
  let done = false
  const ended = work.finally(() => {
    done = true
  })
  while (!done) {
    await tick()
    turns += 1
  }
  return { value: await ended, turns }
}

describe('files that cannot be imported say why', () => {
  const locked = Buffer.concat([
    Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
    Buffer.alloc(1024),
    Buffer.from('EncryptedPackage', 'utf16le'),
    Buffer.alloc(64),
  ])
  test.each([
    ['trống.txt', '', 'file-empty'],
    ['chỉ-có-dòng-trống.txt', ' \n\n ', 'file-empty'],
    ['khóa.docx', locked, 'file-encrypted'],
    ['cụt.docx', Buffer.from('PK\u0003\u0004chưa hết'), 'format-damaged'],
    ['bài.pdf', '%PDF-1.7 …', 'format-unknown'],
    ['ảnh.txt', Buffer.from([0, 1, 2, 3, 0, 255, 0, 1]), 'format-unknown'],
  ] as const)('%s', async (name, bytes, code) => {
    const { preview } = await makeReporter()
    expect(await failureOf(preview(name, bytes))).toBe(code)
  })
  test('a person who is not signed in imports nothing', async () => {
    const { call, grant } = await makeReporter()
    const id = grant('a.txt', 'Tít')
    await call.session.signOut()
    expect(await failureOf(call.imports.preview({ grant: id }))).toBe('not-signed-in')
  })
})

test('text in an unclear encoding is asked about, and read again the way the person says', async () => {
  const { call, grant } = await makeReporter()
  const id = grant('cũ.txt', Buffer.from(encodeTcvn3('bộ đội'), 'latin1'))
  const asked = await call.imports.preview({ grant: id })
  expect(asked.encodingQuestion?.samples).toContainEqual({ encoding: 'tcvn3', text: 'bộ đội' })
  const answered = await call.imports.preview({ grant: id, encoding: 'tcvn3' })
  expect(answered.encodingQuestion).toBeNull()
  expect(answered.blocks[0]?.runs[0]?.text).toBe('bộ đội')
})
