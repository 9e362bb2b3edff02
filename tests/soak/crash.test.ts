import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { killOne, lossesIn, nothingYet } from './crash.ts'
import { createRandom } from './random.ts'

const kills = Number(process.env['TRAMTIN_SEEDS'] ?? 30)
/** One workspace lives through so many deaths before a new one is begun. */
const livesOfOne = 10

test(`${kills} kills at random moments lose nothing that was acknowledged (SAFE1)`, {
  timeout: 120_000,
}, async () => {
  const lines = [0, 1].map((line) => dieInTurn(line, Math.ceil(kills / 2)))
  const lost = (await Promise.all(lines)).flat()
  expect(lost).toEqual([])
})

async function dieInTurn(line: number, deaths: number): Promise<readonly string[]> {
  const lost: string[] = []
  for (let done = 0; done < deaths; done += livesOfOne) {
    lost.push(...(await oneWorkspace(line * 1_000_000 + done, Math.min(livesOfOne, deaths - done))))
  }
  return lost
}

async function oneWorkspace(firstSeed: number, lives: number): Promise<readonly string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'tramtin-crash-'))
  const told = nothingYet()
  try {
    for (let life = 0; life < lives; life += 1) {
      const seed = firstSeed + life + 1
      const random = createRandom(seed)
      const from = random() < 0.2 ? 'starting' : 'ready'
      await killOne(join(folder, 'w'), seed, told, { from, delay: random() * 400 })
      const losses = await lossesIn(join(folder, 'w'), told)
      if (losses.length > 0) return losses.map((loss) => `seed ${seed}: ${loss}`)
    }
    return []
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
