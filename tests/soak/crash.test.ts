import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { type DeskTold, deskLosses } from './desk-losses.ts'
import { killOne, type Moment } from './killing.ts'
import { makeOldWorkspace } from './old-workspace.ts'
import { createRandom } from './random.ts'
import { lossesIn, note, nothingYet } from './store-losses.ts'

const kills = Number(process.env['TRAMTIN_SEEDS'] ?? 34)
const storeKills = Math.ceil(kills * 0.65)
const deskKills = Math.ceil(kills * 0.2)
const migrationKills = kills - storeKills - deskKills
const patience = Math.max(300_000, kills * 20_000)
/** One workspace lives through so many deaths before a new one is begun. */
const livesOfOne = 8

type Line = Readonly<{ firstSeed: number; deaths: number }>
/** One life and its end; answers what is lost. */
type Life = (seed: number, moment: Moment) => Promise<readonly string[]>

test(`a store killed ${storeKills} times at random moments loses nothing that was acknowledged (SAFE1)`, {
  timeout: patience,
}, async () => {
  const half = Math.ceil(storeKills / 2)
  const lines = [
    { firstSeed: 1, deaths: half },
    { firstSeed: 1_000_001, deaths: storeKills - half },
  ]
  expect((await Promise.all(lines.map((line) => dieInTurn(line, storeIn, storeMoment)))).flat()).toEqual([])
})

test(`a workspace killed ${deskKills} times while it imports, approves and exports loses nothing and leaves no half package (SAFE1, SAFE3)`, {
  timeout: patience,
}, async () => {
  expect(await dieInTurn({ firstSeed: 2_000_001, deaths: deskKills }, deskIn, deskMoment)).toEqual([])
})

test(`a migration killed ${migrationKills} times is wholly done or not at all at the next start (SAFE3)`, {
  timeout: patience,
}, async () => {
  const lost: string[] = []
  for (let seed = 3_000_001; seed <= 3_000_000 + migrationKills; seed += 1) {
    const folder = mkdtempSync(join(tmpdir(), 'tramtin-crash-'))
    const told = nothingYet()
    for (const document of makeOldWorkspace(join(folder, 'w'), 1, 200)) told.created.add(document)
    const moment = { from: 'starting', delay: createRandom(seed).below(150) } as const
    await killOne('store-victim', join(folder, 'w'), seed, moment, (words) => note(told, words))
    const losses = await lossesIn(join(folder, 'w'), told)
    lost.push(...losses.map((loss) => `seed ${seed}: ${loss}`))
    rmSync(folder, { recursive: true, force: true })
  }
  expect(lost).toEqual([])
})

function storeIn(folder: string): Life {
  const told = nothingYet()
  return async (seed, moment) => {
    await killOne('store-victim', join(folder, 'w'), seed, moment, (words) => note(told, words))
    return lossesIn(join(folder, 'w'), told)
  }
}

function storeMoment(seed: number): Moment {
  const random = createRandom(seed)
  return { from: random.chance(0.2) ? 'starting' : 'ready', delay: random.below(400) }
}

function deskIn(folder: string): Life {
  const told: DeskTold = new Map()
  return async (seed, moment) => {
    await killOne('desk-victim', folder, seed, moment, ([kind = '', ...words]) => {
      told.set(kind, [...(told.get(kind) ?? []), words])
    })
    return deskLosses(folder, told)
  }
}

function deskMoment(seed: number): Moment {
  return { from: 'ready', delay: 100 + createRandom(seed).below(2400) }
}

async function dieInTurn(
  { firstSeed, deaths }: Line,
  begin: (folder: string) => Life,
  momentOf: (seed: number) => Moment,
): Promise<readonly string[]> {
  const lost: string[] = []
  for (let done = 0; done < deaths; done += livesOfOne) {
    const folder = mkdtempSync(join(tmpdir(), 'tramtin-crash-'))
    const life = begin(folder)
    for (let seed = firstSeed + done; seed < firstSeed + Math.min(done + livesOfOne, deaths); seed += 1) {
      const losses = await life(seed, momentOf(seed))
      lost.push(...losses.map((loss) => `seed ${seed}: ${loss}`))
    }
    rmSync(folder, { recursive: true, force: true })
  }
  return lost
}
