import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { makeFolder } from '#workspace/workspace.test-kit.ts'
import { sameBytes } from './same-bytes.ts'
import { type StickWriting, writeToStick } from './stick-writing.ts'

function makeSet(files: Readonly<Record<string, Buffer | string>> = {}) {
  const from = join(makeFolder(), 'set')
  for (const [path, content] of Object.entries({
    'slides/01.png': Buffer.alloc(3_000_000, 7),
    'Lễ hội.txt': 'trà',
    ...files,
  })) {
    mkdirSync(join(from, path, '..'), { recursive: true })
    writeFileSync(join(from, path), content)
  }
  return from
}

function writing(more: Partial<StickWriting> = {}): StickWriting {
  const signal = new AbortController().signal
  return {
    from: makeSet(),
    directory: makeFolder(),
    name: 'Màn hình LED',
    signal,
    progress: () => undefined,
    ...more,
  }
}

test('a set lies whole under an ASCII name with a list of its files, and nothing beside it', async () => {
  const order = writing()
  const written = await writeToStick(order)
  const folder = join(order.directory, 'Man-hinh-LED')
  expect(written).toEqual({ ok: true, value: folder })
  expect(readdirSync(order.directory)).toEqual(['Man-hinh-LED'])
  expect(readdirSync(folder).sort()).toEqual(['Le-hoi.txt', 'run-sheet.csv', 'slides'])
  expect(readFileSync(join(folder, 'run-sheet.csv'), 'utf8')).toMatch(
    /^\ufefforder,file,bytes,sha256\r\n1,Le-hoi\.txt,4,[0-9a-f]{64}\r\n2,slides\/01\.png,3000000,/,
  )
  expect(await sameBytes(join(order.from, 'slides/01.png'), join(folder, 'slides/01.png'))).toBe(true)
})

test('a package’s own run sheet is kept', async () => {
  const order = writing({ from: makeSet({ 'run-sheet.csv': 'của gói' }) })
  await writeToStick(order)
  expect(readFileSync(join(order.directory, 'Man-hinh-LED', 'run-sheet.csv'), 'utf8')).toBe('của gói')
})

test('SAFE3: a stick pulled out in the middle says so, and no half set stands under the final name', async () => {
  const order = writing()
  const elsewhere = `${order.directory}-out`
  const pulled = await writeToStick({
    ...order,
    progress: () => {
      if (existsSync(order.directory)) renameSync(order.directory, elsewhere)
    },
  })
  expect(pulled).toEqual({ ok: false, failure: { code: 'usb-gone', facts: { path: order.directory } } })
  expect(existsSync(order.directory)).toBe(false)
  expect(readdirSync(elsewhere)).not.toContain('Man-hinh-LED')
})

test('what reads back otherwise is refused with its name, and taken away', async () => {
  const order = writing()
  const spoilt = await writeToStick({
    ...order,
    progress: () => {
      const path = join(order.directory, 'Man-hinh-LED.part', 'Le-hoi.txt')
      if (existsSync(path)) writeFileSync(path, 'trá')
    },
  })
  expect(spoilt).toMatchObject({ ok: false, failure: { code: 'usb-differs', facts: { name: 'Le-hoi.txt' } } })
  expect(readdirSync(order.directory)).toEqual([])
})

test('nothing is written over what is there, nor to a stick that is not there', async () => {
  const order = writing()
  mkdirSync(join(order.directory, 'Man-hinh-LED'))
  expect(await writeToStick(order)).toMatchObject({ ok: false, failure: { code: 'target-exists' } })
  const missing = writing({ directory: join(makeFolder(), 'none') })
  expect(await writeToStick(missing)).toMatchObject({ ok: false, failure: { code: 'usb-gone' } })
  expect(existsSync(missing.directory)).toBe(false)
})

test('a cancelled writing leaves nothing', async () => {
  const order = writing({ signal: AbortSignal.abort() })
  await expect(writeToStick(order)).rejects.toThrow()
  expect(readdirSync(order.directory)).toEqual([])
})
