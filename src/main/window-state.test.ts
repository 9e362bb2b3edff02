import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { firstState, readWindowState, writeWindowState } from './window-state.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'tramtin-window-'))
const file = path.join(folder, 'window.json')
const screens = [{ x: 0, y: 0, width: 1366, height: 728 }]
const state = { x: 100, y: 50, width: 1000, height: 700, maximized: false }
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('A window comes back where it was', () => {
  writeWindowState(file, state)
  expect(readWindowState(file, screens)).toEqual(state)
})

test('A window whose screen is gone comes back on one that is there', () => {
  writeWindowState(file, { ...state, x: 3000 })
  expect(readWindowState(file, screens)).toEqual({ ...firstState, maximized: false })
})

test('A damaged or missing file means the first size, not a failure', () => {
  writeFileSync(file, '{"width": "wide"')
  expect(readWindowState(file, screens)).toEqual(firstState)
  expect(readWindowState(path.join(folder, 'none.json'), screens)).toEqual(firstState)
})

test('A place that cannot be written to does not keep the window from closing', () => {
  expect(() => writeWindowState(path.join(folder, 'no', 'such', 'folder.json'), state)).not.toThrow()
})
