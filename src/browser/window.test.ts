import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { findChromium, openWindow, windowArguments } from './window.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'tramtin-path-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function makeProgram(name: string, script = 'exit 0'): string {
  const file = path.join(folder, name)
  writeFileSync(file, `#!/bin/sh\n${script}\n`)
  chmodSync(file, 0o755)
  return file
}

const desktop = { platform: 'linux' as const, environment: { PATH: folder, DISPLAY: ':0' }, isRoot: false }

test('The first Chromium on the PATH is taken, or the one a person named', () => {
  expect(findChromium(desktop)).toBeUndefined()
  const chrome = makeProgram('google-chrome')
  expect(findChromium(desktop)).toBe(chrome)
  const chromium = makeProgram('chromium')
  expect(findChromium(desktop)).toBe(chromium)
  const named = makeProgram('my-browser')
  expect(findChromium({ ...desktop, environment: { ...desktop.environment, TRAMTIN_BROWSER: named } })).toBe(
    named,
  )
})

test('SEC2: no window without a screen, and none as root, where the browser has no sandbox', () => {
  expect(findChromium({ ...desktop, environment: { PATH: folder } })).toBeUndefined()
  expect(findChromium({ ...desktop, isRoot: true })).toBeUndefined()
  expect(windowArguments('http://127.0.0.1/', '/p').join(' ')).not.toContain('no-sandbox')
})

test('SEC1: a window runs in a profile of its own, which is gone when it is closed', async () => {
  const written = path.join(folder, 'arguments')
  const program = makeProgram('writes-arguments', `echo "$@" > ${written}; test -d "\${2#--user-data-dir=}"`)
  const { closed } = openWindow(program, 'http://127.0.0.1:1/launch?token=x')
  await closed
  const { readFileSync, existsSync } = await import('node:fs')
  const [app, profile] = readFileSync(written, 'utf8').split(' ')
  expect(app).toBe('--app=http://127.0.0.1:1/launch?token=x')
  expect(profile).toMatch(/^--user-data-dir=.*tramtin-window-/)
  expect(existsSync(String(profile).slice('--user-data-dir='.length))).toBe(false)
})
