import { expect, test } from 'vitest'
import {
  changeStory,
  joinMachine,
  type Machine,
  makeFirstMachine,
  makeText,
  openFile,
  rowCounts,
  sendStories,
  writeStory,
} from '#workspace/bundles/bundle-making.test-kit.ts'
import { createRandom, type Random } from './random.ts'

const seeds = Number(process.env['TRAMTIN_SEEDS'] ?? 4)
const steps = 14

/** Where each word was written: a merge may neither lose it nor move it to another block. */
type Written = Map<string, string>

function blocksOf({ workspace }: Machine, story: string): ReadonlyMap<string, string> {
  const article = workspace.services.documents.read(`article:${story}`)
  if (!article.ok) throw new Error(JSON.stringify(article.failure))
  return new Map(article.value.blocks.map(({ id, runs }) => [id, runs.map(({ text }) => text).join('')]))
}

/** Puts a word of its own somewhere into a block, as a person would type it. */
async function type(machine: Machine, story: string, word: string, random: Random, written: Written) {
  await changeStory(machine, story, (article) => ({
    ...article,
    blocks: article.blocks.map((block, index, all) => {
      if (index !== random.below(all.length)) return block
      const text = block.runs.map((run) => run.text).join('')
      // between two words: nobody types into somebody else's word here
      const gaps = [0, ...[...text.matchAll(/ /g)].map((gap) => gap.index + 1), text.length]
      const at = random.pick(gaps)
      written.set(word, block.id)
      const typed = `${text.slice(0, at)}${at === text.length ? ' ' : ''}${word}${at === text.length ? '' : ' '}${text.slice(at)}`
      return { ...block, runs: [{ text: typed, marks: {} }] }
    }),
  }))
}

test(
  `SYNC1: three machines that exchange bundles in any order meet, and nothing typed is lost (${seeds} seeds)`,
  async () => {
    const first = await makeFirstMachine()
    const machines = [
      first,
      await joinMachine(first, 'Nguyễn Thị Lan', 'reporter'),
      await joinMachine(first, 'Trần Văn Minh', 'editor'),
    ] as const
    for (let seed = 1; seed <= seeds; seed += 1) await exchange(machines, createRandom(seed), seed)
    for (const { client } of machines) {
      expect(await client.maintenance.verify()).toMatchObject({ outcome: 'valid', problems: [] })
    }
  },
  120_000 + seeds * 20_000,
)

async function exchange(machines: readonly Machine[], random: Random, seed: number): Promise<void> {
  const written: Written = new Map()
  const story = await writeStory(machines[0]!, makeText('Tít', 'Đoạn một.', 'Đoạn hai.', 'Đoạn ba.'))
  const files: string[] = [await sendStories(machines[0]!, story)]
  for (const machine of machines.slice(1)) await openFile(machine, files[0]!)
  for (let step = 0; step < steps; step += 1) {
    const machine = random.pick(machines)
    if (random.chance(0.5)) await type(machine, story, `w${seed}x${step}`, random, written)
    else if (random.chance(0.6)) files.push(await sendStories(machine, story))
    // any file, an old one too, and whoever made it
    else await openFile(machine, random.pick(files))
  }
  for (const machine of machines) files.push(await sendStories(machine, story))
  const last = files.slice(-machines.length)
  for (const machine of machines) for (const file of last) await openFile(machine, file)

  const [one, ...others] = machines.map((machine) => blocksOf(machine, story))
  for (const other of others) expect([...other], `seed ${seed}`).toEqual([...(one ?? [])])
  for (const [word, block] of written) {
    expect(one?.get(block)?.split(' '), `seed ${seed}: ${word} in ${block}`).toContain(word)
  }
  const people = machines.map(({ workspace }) =>
    [
      ...new Set(
        workspace.services.documents.contributions(`article:${story}`).map(({ profile }) => profile),
      ),
    ].sort(),
  )
  for (const each of people) expect(each, `seed ${seed}`).toEqual(people[0])
  const before = machines.map(rowCounts)
  for (const machine of machines) for (const file of files) await openFile(machine, file)
  expect(machines.map(rowCounts).map(withoutExchanges), `seed ${seed}`).toEqual(before.map(withoutExchanges))
}

/** A file that is opened here for the first time is noted in the history, and nowhere else. */
function withoutExchanges(counts: Readonly<Record<string, number>>) {
  return Object.fromEntries(Object.entries(counts).filter(([table]) => table !== 'exchanges'))
}
