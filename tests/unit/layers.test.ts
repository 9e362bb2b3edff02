import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'

const root = new URL('../..', import.meta.url).pathname
const folder = mkdtempSync(join(tmpdir(), 'tramtin-layers-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

type Probe = readonly [layer: string, imported: string]

const forbidden: readonly Probe[] = [
  ['src/domain', '#workspace/services.ts'],
  ['src/domain', '../workspace/services.ts'],
  ['src/domain', '#contract/base.ts'],
  ['src/domain', 'node:fs'],
  ['src/domain', 'yjs'],
  ['src/formats', '#documents/article.ts'],
  ['src/documents', 'lexical'],
  ['src/documents', '#formats/ninjs/ninjs.ts'],
  ['src/contract', '../workspace/services.ts'],
  ['src/workspace', '#renderer/client/client.ts'],
  ['src/workspace/articles', 'electron'],
  ['src/cli', 'react'],
  ['src/main', 'lexical'],
  ['src/preload', 'node:fs'],
  ['src/renderer', '#workspace/services.ts'],
  ['src/renderer/desks/writing', '../../../workspace/services.ts'],
  ['src/renderer', 'node:fs'],
]
const allowed: readonly Probe[] = [
  ['src/domain', './result.ts'],
  ['src/formats', '#domain/blocks.ts'],
  ['src/documents', 'yjs'],
  ['src/workspace', 'node:fs'],
  ['src/renderer', 'lexical'],
]

/** Lints one file for each probe, with the project's own rules, in a folder of its own. */
function lintProbes(probes: readonly Probe[]): ReadonlySet<string> {
  const rules = JSON.parse(readFileSync(join(root, 'biome.json'), 'utf8'))
  writeFileSync(join(folder, 'biome.json'), JSON.stringify({ ...rules, vcs: { enabled: false } }))
  for (const probe of probes) {
    const path = join(folder, pathOf(probe))
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, `import { probe } from '${probe[1]}'\n\nexport const found = probe\n`)
  }
  const run = spawnSync(
    'biome',
    ['lint', '--colors=off', '--max-diagnostics=none', '--only=style/noRestrictedImports', '.'],
    { cwd: folder, encoding: 'utf8' },
  )
  const output = `${run.stdout}${run.stderr}`
  return new Set(probes.map(pathOf).filter((path) => output.includes(`${path}:`)))
}

function pathOf([layer, imported]: Probe): string {
  return `${layer}/probe-${imported.replace(/\W+/g, '-')}.ts`
}

let refused: ReadonlySet<string>
beforeAll(() => {
  refused = lintProbes([...forbidden, ...allowed])
})

test.each(forbidden)('a file in %s may not import %s', (...probe) => {
  expect(refused.has(pathOf(probe))).toBe(true)
})

test.each(allowed)('a file in %s may import %s', (...probe) => {
  expect(refused.has(pathOf(probe))).toBe(false)
})
