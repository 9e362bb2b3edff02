import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { expect, test } from 'vitest'
import { valued } from '../package-making.test-kit.ts'
import { verifyPackage } from './verify-package.ts'
import { writeHostileZip } from './zip-making.test-kit.ts'

async function judge(path: string) {
  return valued(await verifyPackage(path, null))
}

async function codes(path: string): Promise<readonly string[]> {
  return (await judge(path)).problems.map(({ code, file }) => `${code} ${file}`)
}

/** Renames an entry in place, to names that no decent zip library writes. */
function renameEntry(path: string, from: string, to: string): void {
  expect(to).toHaveLength(from.length)
  const bytes = readFileSync(path).toString('latin1').replaceAll(from, to)
  writeFileSync(path, Buffer.from(bytes, 'latin1'))
}

test('entries that lead out of the package are refused and nothing is written', async () => {
  for (const hostile of ['../../xaaa', '/etc/xaaaa', 'C:/xaaaaaa', 'a\\..\\xaaa', 'vi/../../xa']) {
    const decent = 'x'.repeat(hostile.length)
    const path = await writeHostileZip([{ path: decent, content: Buffer.from('x') }])
    renameEntry(path, decent, hostile)
    expect((await judge(path)).outcome, hostile).toBe('damaged')
    expect(readdirSync(dirname(path))).toEqual(['thu-nghiem.zip'])
  }
})

test('the same entry twice, or in two cases, is refused', async () => {
  const content = Buffer.from('x')
  expect(
    await codes(
      await writeHostileZip([
        { path: 'a.txt', content },
        { path: 'A.txt', content },
      ]),
    ),
  ).toContain('entryTwice A.txt')
  expect(
    await codes(
      await writeHostileZip([
        { path: 'a.txt', content },
        { path: 'a.txt', content },
      ]),
    ),
  ).toContain('entryTwice a.txt')
})

test('a symbolic link in a zip is refused', async () => {
  const path = await writeHostileZip([{ path: 'a.txt', content: Buffer.from('/etc/passwd'), mode: 0o120777 }])
  expect(await codes(path)).toContain('pathUnsafe a.txt')
})

test('a zip bomb is refused by its claimed size, and by its real one when it lies', async () => {
  const bomb = { path: 'a.txt', content: Buffer.alloc(101 * 2 ** 20), compress: true }
  expect(await codes(await writeHostileZip([bomb]))).toContain('tooLarge a.txt')
  const lying = await writeHostileZip([{ ...bomb, content: Buffer.alloc(2 ** 20) }])
  const bytes = readFileSync(lying)
  const central = bytes.indexOf(Buffer.from('PK\x01\x02', 'latin1'))
  bytes.writeUInt32LE(100, central + 24)
  writeFileSync(lying, bytes)
  const verdict = await judge(lying)
  expect(verdict.problems.map(({ code }) => code)).toContain('zipDamaged')
})
