import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { expect, test } from 'vitest'

const root = new URL('../..', import.meta.url).pathname

/** What the parts of a layer may import beside themselves; `else` stands for every part that is not named. */
type Inner = Readonly<{ else: readonly string[] } & Record<string, readonly string[]>>

/** A capability knows what lies below all of them, and no other capability. */
const workspace: Inner = {
  store: [],
  records: ['store'],
  binding: ['store', 'records'],
  documents: ['store'],
  media: ['store'],
  else: ['store', 'records', 'binding', 'documents', 'media', 'services.ts'],
  'services.ts': ['store', 'records', 'documents', 'media'],
}
const renderer: Inner = {
  client: [],
  i18n: [],
  ui: ['client', 'i18n'],
  editor: ['client', 'i18n', 'ui'],
  else: ['client', 'i18n', 'ui', 'editor'],
}
/** Desks know what every window has, and no other desk. */
const desks: Inner = { else: [] }

type Source = Readonly<{ path: string; text: string }>

/** The imports of a layer's files that its table does not allow, each as `from → to`. */
function wrongImports(layer: string, table: Inner, sources: readonly Source[]): readonly string[] {
  return sources.flatMap(({ path, text }) => {
    const from = partOf(layer, path)
    if (from === undefined || isTop(from, table)) return []
    const allowed = table[from] ?? table.else
    return importsOf(path, text)
      .filter((target) => {
        const to = partOf(layer, target)
        return to !== undefined && to !== from && !allowed.includes(to)
      })
      .map((target) => `${path} → ${target}`)
  })
}

/** A file that lies beside the folders puts them together, unless the table names it. */
function isTop(part: string, table: Inner): boolean {
  return /\.tsx?$/.test(part) && table[part] === undefined
}

function partOf(layer: string, path: string): string | undefined {
  return path.startsWith(`${layer}/`) ? path.slice(layer.length + 1).split('/')[0] : undefined
}

function importsOf(path: string, text: string): readonly string[] {
  return [...text.matchAll(/(?:\bfrom|\bimport|\bimport\()\s*'([^']+)'/g)].flatMap(([, target = '']) => {
    if (target.startsWith('#')) return [`src/${target.slice(1)}`]
    return target.startsWith('.') ? [relative(root, resolve(root, dirname(path), target))] : []
  })
}

function sourcesOf(layer: string): readonly Source[] {
  return readdirSync(join(root, layer), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !/\.test(-kit)?\.tsx?$/.test(name))
    .map((name) => join(layer, name))
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }))
}

const layers = [
  ['src/workspace', workspace],
  ['src/renderer', { ...renderer, desks: renderer.else }],
  ['src/renderer/desks', desks],
] as const

test.each(layers)('in %s nobody reaches sideways or up', (layer, table) => {
  const sources = sourcesOf(layer)
  expect(sources.length).toBeGreaterThan(30)
  expect(wrongImports(layer, table, sources)).toEqual([])
})

test.each([
  ['src/workspace', 'secrets/purge.ts', '../articles/projection.ts'],
  ['src/workspace', 'packages/verify/record-check.ts', '#workspace/imports/previews.ts'],
  ['src/workspace', 'store/store.ts', '../services.ts'],
  ['src/workspace', 'records/signing.ts', '../documents/log.ts'],
  ['src/workspace', 'services.ts', './jobs/job-service.ts'],
  ['src/renderer', 'ui/Keys.tsx', '../editor/ArticleEditor.tsx'],
  ['src/renderer', 'client/client.ts', '#renderer/ui/store.ts'],
  ['src/renderer/desks', 'writing/list/ArticleList.tsx', '../../review/ReviewDesk.tsx'],
])('in %s a file %s that imports %s is found', (layer, name, imported) => {
  const table = layers.find(([named]) => named === layer)?.[1]
  const path = `${layer}/${name}`
  const source = { path, text: `import { probe } from '${imported}'\n` }
  expect(wrongImports(layer, table!, [source])).toHaveLength(1)
  expect(
    wrongImports(layer, table!, [{ path, text: `const probe = await import('${imported}')` }]),
  ).toHaveLength(1)
})
