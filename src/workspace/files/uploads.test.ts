import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { Readable } from 'node:stream'
import { expect, test } from 'vitest'
import { makeClock, makeFolder } from '#tests/workspace/make-store.ts'
import { workspacePaths } from '../store/paths.ts'
import { createGrants } from './grants.ts'
import { receiveUpload, uploadsFolder } from './uploads.ts'

function make() {
  const paths = workspacePaths(makeFolder())
  const clock = makeClock()
  mkdirSync(paths.temporary)
  const services = { paths, grants: createGrants(clock) }
  const upload = (sent: Readable, given: { limit?: number; declaredBytes?: number } = {}) =>
    receiveUpload(services, sent, { name: 'bài.txt', limit: 100, declaredBytes: null, ...given })
  const left = () => readdirSync(uploadsFolder(paths))
  return { ...services, clock, upload, left }
}

function bytes(...parts: string[]): Readable {
  return Readable.from(parts.map((part) => Buffer.from(part)))
}

function failsWith(code: string): Readable {
  return new Readable({
    read() {
      this.push('half')
      this.destroy(Object.assign(new Error(code), { code }))
    },
  })
}

test('What is uploaded lies whole under its grant, and goes when it is released', async () => {
  const { upload, grants, left } = make()
  const received = await upload(bytes('Xin ', 'chào'))
  if (!received.ok) throw new Error(received.failure.code)
  expect(readFileSync(received.value.path, 'utf8')).toBe('Xin chào')
  expect(received.value).toMatchObject({ name: 'bài.txt', bytes: 9 })
  grants.release(received.value.id)
  expect(left()).toEqual([])
  expect(grants.find(received.value.id)).toMatchObject({ ok: false, failure: { code: 'grant-unknown' } })
})

test('SAFE3: too long, cut off, disk full, folder gone: each its own failure, and no half file stays', async () => {
  const { upload, left, paths } = make()
  const codes = async (received: ReturnType<typeof upload>) => {
    const result = await received
    return result.ok ? 'ok' : result.failure.code
  }
  expect(await codes(upload(bytes('x'.repeat(101))))).toBe('file-too-large')
  expect(await codes(upload(bytes('x'), { declaredBytes: 101 }))).toBe('file-too-large')
  expect(await codes(upload(failsWith('ECONNRESET')))).toBe('cancelled')
  expect(await codes(upload(failsWith('ENOSPC')))).toBe('disk-full')
  expect(await codes(upload(failsWith('EROFS')))).toBe('folder-read-only')
  expect(left()).toEqual([])
  rmSync(uploadsFolder(paths), { recursive: true })
  writeFileSync(uploadsFolder(paths), 'a file where the folder should be')
  expect(await codes(upload(bytes('x')))).toBe('folder-unsuitable')
})

test('An upload that nobody asked for in half a day is forgotten with its file; a file let in stays', async () => {
  const { upload, grants, clock, left, paths } = make()
  await upload(bytes('x'))
  const own = `${paths.root}/own.txt`
  writeFileSync(own, 'x')
  const kept = grants.grant({ path: own, name: 'own.txt', owned: false })
  clock.move(13 * 60 * 60 * 1000)
  grants.grant({ path: own, name: 'own.txt', owned: false })
  expect(left()).toEqual([])
  expect(grants.find(kept.id).ok).toBe(false)
  expect(readFileSync(own, 'utf8')).toBe('x')
})

test('SEC2: grants cannot be guessed', () => {
  const { grants, paths } = make()
  writeFileSync(`${paths.root}/a.txt`, 'x')
  const ids = Array.from(
    { length: 50 },
    () => grants.grant({ path: `${paths.root}/a.txt`, name: 'a', owned: false }).id,
  )
  expect(new Set(ids).size).toBe(50)
  for (const id of ids) expect(id).toMatch(/^[0-9a-f]{32}$/)
})
