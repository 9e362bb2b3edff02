import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { failureCodes } from './failures.ts'

const root = new URL('../..', import.meta.url).pathname
const raising = ['src/workspace', 'src/browser', 'src/cli', 'src/main']

function sources(): string {
  const files = raising.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)),
  )
  const code = files.filter((path) => /\.ts$/.test(path) && !/\.test(-kit)?\.ts$/.test(path))
  return code.map((path) => readFileSync(join(root, path), 'utf8')).join('\n')
}

const text = sources()

test.each(failureCodes)('%s is a failure that something ends in', (code) => {
  expect(text).toMatch(new RegExp(`(failure\\(|code: )'${code}'`))
})
