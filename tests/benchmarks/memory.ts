import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { distance } from 'fastest-levenshtein'
import { createSegmentBuilder } from '#domain/memory/gram-segment.ts'
import { matchKey, scriptOf } from '#domain/memory/match-key.ts'
import { createMemoryIndex, type MemoryIndex } from '#domain/memory/memory-index.ts'
import { startIndexThread } from '#workspace/memory/index-thread.ts'
import { batchStates, insertBatch, insertUnit, unknownContext } from '#workspace/memory/memory-rows.ts'
import { openStore } from '#workspace/store/open-store.ts'
import { workspacePaths } from '#workspace/store/paths.ts'
import { type Benchmark, quantile } from './benchmark.ts'
import { type BenchLanguage, makeRandom, mutate, padSentences, readSentences } from './memory-texts.ts'

const least = 0.7
const shown = 20
const queries = 60
const sizes = { large: 1_000_000, usual: 200_000 }
const goals: Readonly<Record<BenchLanguage, number>> = { vi: 0.01, en: 0.01, zh: 0.02, ko: 0.02 }
/** Milliseconds, p95. */
const limits = { large: 15, usual: 30 }

type Corpus = Readonly<{ keys: readonly string[]; asked: readonly string[] }>

/**
 * Half of what is asked are real sentences that are not among the units, half are units' sentences of which a
 * translator changed 10 to 25 % of the words.
 */
function makeCorpus(language: BenchLanguage, size: number): Corpus {
  const random = makeRandom(5)
  const real = [...readSentences(language)]
  for (let at = real.length - 1; at > 0; at -= 1) {
    const other = random(at + 1)
    const held = real[at] ?? ''
    real[at] = real[other] ?? ''
    real[other] = held
  }
  const unknown = real.splice(0, queries / 2)
  const pick = () => real[random(real.length)] ?? ''
  const edited = Array.from({ length: queries / 2 }, () =>
    mutate(pick(), pick(), language, 10 + random(15), random),
  )
  const keys = padSentences(real, size, language, random).map(matchKey)
  return { keys, asked: [...unknown, ...edited].map(matchKey) }
}

function makeIndex(language: BenchLanguage, keys: readonly string[]): MemoryIndex {
  const builder = createSegmentBuilder(scriptOf(language))
  for (const [number, key] of keys.entries()) builder.add(number, 1, key)
  return createMemoryIndex(language, builder.finish())
}

/** The peer: every unit of a fitting length, which is known without looking at the others. */
function createScan(keys: readonly string[]): (asked: string) => readonly number[] {
  const sorted = keys
    .map((key) => Buffer.from(key).toString())
    .sort((left, right) => left.length - right.length)
  const firstOf = (length: number) => {
    let low = 0
    let high = sorted.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((sorted[middle]?.length ?? 0) < length) low = middle + 1
      else high = middle
    }
    return low
  }
  return (asked) => {
    const found: number[] = []
    const end = firstOf(Math.floor(asked.length / least + 1e-9) + 1)
    for (let at = firstOf(Math.ceil(asked.length * least - 1e-9)); at < end; at += 1) {
      const key = sorted[at] ?? ''
      const likeness = 1 - distance(asked, key) / Math.max(asked.length, key.length)
      if (likeness >= least - 1e-9) found.push(likeness)
    }
    return found.sort((left, right) => right - left)
  }
}

const rest = new Int32Array(new SharedArrayBuffer(4))

type Figures = Readonly<{ ours: number; scan: number; missed: number }>

function measureLanguage(language: BenchLanguage, size: number): Figures {
  const { keys, asked } = makeCorpus(language, size)
  const index = makeIndex(language, keys)
  const search = (key: string) => index.search(key, { least, most: shown, mask: 255 })
  const scan = createScan(keys)
  for (const key of asked) search(key)
  const times = { ours: [] as number[], scan: [] as number[] }
  let wanted = 0
  let missed = 0
  for (const key of asked) {
    const started = performance.now()
    const truth = scan(key).slice(0, shown)
    times.scan.push(performance.now() - started)
    // a look-up finds a thread that rested, as the desk's does: where others work, one that did not waits for its turn
    Atomics.wait(rest, 0, 0, 5)
    const rested = performance.now()
    const found = search(key)
    times.ours.push(performance.now() - rested)
    wanted += truth.length
    missed += truth.filter((likeness, at) => (found[at]?.likeness ?? 0) < likeness - 1e-9).length
  }
  const mega = Math.round(index.bytes() / 2 ** 20)
  console.error(
    `memory ${language} ${size}: p50 ${quantile(times.ours, 0.5).toFixed(2)} ms, p95 ${quantile(times.ours, 0.95).toFixed(2)} ms, scan p50 ${quantile(times.scan, 0.5).toFixed(0)} ms, p95 ${quantile(times.scan, 0.95).toFixed(0)} ms; ${missed} of ${wanted} missed; ${mega} MB`,
  )
  return {
    ours: quantile(times.ours, 0.95),
    scan: quantile(times.scan, 0.95),
    missed: wanted === 0 ? 0 : missed / wanted,
  }
}

/** Look-ups as the desk makes them: a thread with its own handle, the store's rows, scores and differences of words. */
async function measureDesk(): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'tramtin-memory-'))
  const opened = openStore(workspacePaths(folder), { now: Date.now })
  if (!opened.ok) throw new Error(opened.failure.code)
  const store = opened.value
  const random = makeRandom(9)
  const real = readSentences('vi')
  const other = readSentences('en')
  const texts = padSentences(real, sizes.usual, 'vi', random)
  const chunk = 5000
  for (let start = 0; start < texts.length; start += chunk) {
    store.write((db) => {
      const batch = insertBatch(db, {
        id: 'bench',
        kind: 'import',
        name: 'bench',
        at: 0,
        by: '',
        state: batchStates.live,
      })
      for (const [at, text] of texts.slice(start, start + chunk).entries()) {
        insertUnit(db, {
          id: `u${start + at}`,
          batch,
          sourceLanguage: 'vi',
          document: '',
          previous: unknownContext,
          next: unknownContext,
          at: start + at,
          by: '',
          facts: '',
          texts: [
            { tag: 'vi', content: [text] },
            { tag: 'en', content: [other[(start + at) % other.length] ?? ''] },
          ],
        })
      }
    })
  }
  const thread = startIndexThread(store.read.name, (bug) => {
    throw bug
  })
  const ask = (text: string) =>
    thread.ask(
      { source: [text], previous: null, next: null, from: 'vi', to: 'en', least: 60, limit: 8 },
      120_000,
    )
  const started = performance.now()
  await ask(texts[0] ?? '')
  console.error(
    `memory: ready ${(performance.now() - started).toFixed(0)} ms after the start of ${sizes.usual} units`,
  )
  const pick = () => real[random(real.length)] ?? ''
  const times: number[] = []
  for (let at = 0; at < 200; at += 1) {
    const asked = mutate(pick(), pick(), 'vi', 10 + random(15), random)
    const before = performance.now()
    await ask(asked)
    times.push(performance.now() - before)
  }
  await thread.close()
  store.close()
  rmSync(folder, { recursive: true, force: true })
  return quantile(times.slice(20), 0.95)
}

/** Look-ups of like sentences among a million, against a full scan of the same keys. */
export async function run(): Promise<readonly Benchmark[]> {
  const languages = Object.keys(goals) as BenchLanguage[]
  const large = languages.map((language) => ({ language, ...measureLanguage(language, sizes.large) }))
  const desk = await measureDesk()
  const worst = (name: 'ours' | 'missed') => Math.max(...large.map((figures) => figures[name]))
  return [
    ...large.map(({ language, ours, scan }) => ({
      name: `memory, ${language}`,
      work: `fuzzy look-up among ${sizes.large.toLocaleString('en')} units, p95`,
      peer: 'full scan of fitting lengths, fastest-levenshtein',
      value: ours,
      peerValue: scan,
      ratio: ours / scan,
      goal: goals[language],
    })),
    {
      name: 'memory, slowest',
      work: 'the slowest of these languages, p95',
      peer: 'limit',
      value: worst('ours'),
      peerValue: limits.large,
      ratio: worst('ours') / limits.large,
      goal: 1,
    },
    {
      name: 'memory, missed',
      work: `of the scan's best ${shown} matches of 70 % and more, in the worst language`,
      peer: 'limit',
      value: worst('missed') * 100,
      peerValue: 1,
      unit: '%',
      ratio: worst('missed') * 100,
      goal: 1,
    },
    {
      name: 'memory, desk',
      work: `a look-up by the workspace among ${sizes.usual.toLocaleString('en')} units, p95`,
      peer: 'limit',
      value: desk,
      peerValue: limits.usual,
      ratio: desk / limits.usual,
      goal: 1,
    },
  ]
}
