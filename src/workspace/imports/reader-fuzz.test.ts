import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { proposeArticle } from '#domain/import-proposal/propose-article.ts'
import { readDoc } from '#formats/doc/read-doc.ts'
import { readDocx } from '#formats/docx/read-docx.ts'
import { convertLegacy } from '#formats/legacy-vietnamese/convert-imported.ts'
import { readRtf } from '#formats/rtf/read-rtf.ts'
import { newsroomManuscriptBytes } from '#tests/fixtures/import/newsroom-manuscript.ts'
import { paragraph, run, wordEntries, zipFile } from '#tests/fixtures/import/office-file.ts'
import { wrappedPlan } from '#tests/fixtures/import/wrapped-plan.ts'
import { readZipParts, zipLimits } from '../store/zip-parts.ts'
import { readFileText } from './read-file.ts'
import { readWordBinary } from './word-binary.ts'

/** Rounds for each file; the soak sets more. */
const rounds = Number(process.env['TRAMTIN_FUZZ_ROUNDS'] ?? 60)
/** Milliseconds of processor time one damaged file may take: the clock would judge the machine's load. */
const patience = 5_000

/** Processor time of this process so far, in milliseconds. */
function processorTime(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

/** A small reproducible random source (mulberry32). */
function random(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/** Truncates, flips bits, repeats or cuts out a stretch. */
function damage(bytes: Uint8Array, seed: number): Uint8Array {
  const next = random(seed)
  const at = () => Math.floor(next() * bytes.length)
  const copy = Uint8Array.from(bytes)
  switch (Math.floor(next() * 4)) {
    case 0:
      return copy.subarray(0, at())
    case 1: {
      const [from, to] = [at(), at()].toSorted((left, right) => left - right)
      return Buffer.concat([copy.subarray(0, to), copy.subarray(from)])
    }
    case 2: {
      const from = at()
      return Buffer.concat([copy.subarray(0, from), copy.subarray(from + Math.floor(next() * 64))])
    }
    default:
      for (let flips = 1 + Math.floor(next() * 20); flips > 0; flips -= 1) {
        const place = at()
        copy[place] = (copy[place] ?? 0) ^ (1 << Math.floor(next() * 8))
      }
      return copy
  }
}

async function readAndPropose(name: string, bytes: Uint8Array): Promise<string> {
  const started = processorTime()
  const file = await readFileText(name, bytes)
  if (file.ok) proposeArticle(convertLegacy(file.value.imported, 'auto').imported)
  expect(processorTime() - started).toBeLessThan(patience)
  return file.ok ? 'read' : file.failure.code
}

const refusals = [
  'read',
  'format-damaged',
  'format-unknown',
  'file-encrypted',
  'file-empty',
  'file-too-large',
]
const files: readonly (readonly [string, () => Promise<Uint8Array>])[] = [
  ['manuscript.docx', newsroomManuscriptBytes],
  ['page.html', async () => readFileSync('tests/fixtures/import/saved-by-libreoffice.html')],
  ['plan.txt', async () => new TextEncoder().encode(wrappedPlan)],
  [
    'notes.md',
    async () =>
      new TextEncoder().encode(
        `# Tít\n\n**Sapo**\n\n- một\n  - hai\n\n> trích\n\n| a | b |\n|---|---|\n| 1 | 2 |\n`,
      ),
  ],
]

describe('a damaged file never throws and never hangs: it is read, or refused with a reason', () => {
  test.each(files)('%s', async (name, make) => {
    const bytes = await make()
    for (let seed = 1; seed <= rounds; seed += 1) {
      expect(refusals, `seed ${seed}`).toContain(await readAndPropose(name, damage(bytes, seed)))
    }
  })
  test('the XML inside a Word file, where no checksum stands before the reader', async () => {
    const whole = await readZipParts(await newsroomManuscriptBytes())
    if (!whole.ok) throw new Error(whole.failure.code)
    const names = [...whole.value.keys()].filter((name) => /\.(xml|rels)$/.test(name))
    for (let seed = 1; seed <= rounds; seed += 1) {
      const name = names[seed % names.length] ?? ''
      const parts = new Map(whole.value)
      parts.set(name, damage(whole.value.get(name) ?? new Uint8Array(), seed))
      const read = readDocx(parts)
      if (read.ok) proposeArticle(read.value)
      expect(refusals, `seed ${seed}`).toContain(read.ok ? 'read' : read.failure.code)
    }
  })
  test('binary Word files', () => {
    const bytes = readFileSync('tests/fixtures/import/saved-by-libreoffice.doc')
    for (let seed = 1; seed <= rounds * 5; seed += 1) {
      const started = processorTime()
      const read = readDoc(damage(bytes, seed))
      if (read.ok) proposeArticle(read.value)
      expect(refusals, `seed ${seed}`).toContain(read.ok ? 'read' : read.failure.code)
      expect(processorTime() - started, `seed ${seed}`).toBeLessThan(patience)
    }
  })
  test('rich text', () => {
    const bytes = readFileSync('tests/fixtures/import/rich-text-named-doc.doc')
    for (let seed = 1; seed <= rounds; seed += 1) {
      const started = processorTime()
      const read = readRtf(damage(bytes, seed))
      if (read.ok) proposeArticle(read.value)
      expect(refusals, `seed ${seed}`).toContain(read.ok ? 'read' : read.failure.code)
      expect(processorTime() - started, `seed ${seed}`).toBeLessThan(patience)
    }
  })
  test('binary Word files that go to the extractor in its own thread', async () => {
    const bytes = readFileSync('tests/fixtures/import/saved-by-libreoffice.doc')
    for (let seed = 1; seed <= Math.ceil(rounds / 20); seed += 1) {
      const file = await readWordBinary(damage(bytes, seed))
      expect(refusals, `seed ${seed}`).toContain(file.ok ? 'read' : file.failure.code)
    }
  })
})

describe('sizes', () => {
  test('a manuscript of 20,000 words with a run for every word is read and proposed in under two seconds', async () => {
    const sentence = 'Lực lượng chức năng đã khẩn trương giúp người dân các xã vùng cao khắc phục hậu quả. '
    const words = sentence.repeat(6).trim().split(' ')
    const wordByWord = paragraph(
      words.map((word, at) => run(`${word} `, at % 7 === 0 ? '<w:b/>' : '')).join(''),
    )
    const body = Array.from({ length: 200 }, () => wordByWord)
    const bytes = await zipFile(wordEntries(body.join('')))
    const started = processorTime()
    const file = await readFileText('dài.docx', bytes)
    if (!file.ok) throw new Error(file.failure.code)
    const { blocks } = proposeArticle(convertLegacy(file.value.imported, 'auto').imported)
    expect(processorTime() - started).toBeLessThan(2000)
    const read = blocks.flatMap((block) => block.runs.flatMap(({ text }) => text.match(/\p{L}+/gu) ?? []))
    expect(read.length).toBeGreaterThan(20_000)
  })
  test('a zip bomb is refused before it is unpacked', async () => {
    const limits = { ...zipLimits, xmlBytes: 1_000_000 }
    const bomb = await zipFile(wordEntries('', { 'word/a.xml': new Uint8Array(2_000_000) }))
    expect(bomb.length).toBeLessThan(20_000)
    const limit = { code: 'file-too-large', bytes: 2_000_000, limit: 1_000_000 }
    expect(await readZipParts(bomb, limits)).toEqual({ ok: false, failure: limit })
    expect(await readZipParts(bomb, { ...zipLimits, bytes: 1_000_000 })).toMatchObject({ ok: false })
    expect(await readZipParts(bomb, { ...zipLimits, entries: 3 })).toMatchObject({ ok: false })
    expect(await readZipParts(bomb)).toMatchObject({ ok: true })
  })
  test('an entry that declares less than it unpacks to is refused', async () => {
    const bytes = Buffer.from(await zipFile(wordEntries(paragraph(run('x'.repeat(100_000))))))
    const central = bytes.lastIndexOf(Buffer.from('word/document.xml')) - 46
    bytes.writeUInt32LE(500, central + 24)
    expect(await readAndPropose('dối.docx', bytes)).toBe('format-damaged')
  })
})
