import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { createRouterClient } from '@orpc/server'
import { blockText } from '#domain/blocks.ts'
import type { DocumentId } from '#domain/document-id.ts'
import { verifyPackage } from '#workspace/packages/verify/verify-package.ts'
import { openWorkspace, type Workspace } from '#workspace/workspace.ts'

/** What a killed desk was told is done, over all its lives: the words of its output after the first. */
export type DeskTold = Map<string, string[][]>

/** Opens the workspace anew and names what was acknowledged and is not there, and every half package. */
export async function deskLosses(folder: string, told: DeskTold): Promise<readonly string[]> {
  const opened = await openWorkspace(join(folder, 'w'), { keyCost: 1024 })
  if (!opened.ok) return [JSON.stringify(opened.failure)]
  const workspace = opened.value
  try {
    const client = createRouterClient(workspace.router, { context: workspace.newClient('soak', true) })
    const verdict = await client.maintenance.verify()
    const problems = verdict.problems.map((problem) => JSON.stringify(problem))
    return [
      ...(verdict.outcome === 'valid' ? [] : [verdict.outcome, ...problems]),
      ...lostTexts(workspace, told),
      ...lostRecords(workspace, told),
      ...(await brokenPackages(workspace, join(folder, 'out'), told)),
    ]
  } finally {
    await workspace.close()
  }
}

function lostTexts({ services }: Workspace, told: DeskTold): readonly string[] {
  const blocksOf = (document: string) => {
    const article = services.documents.read(document as DocumentId)
    return article.ok ? article.value.blocks : []
  }
  const imports = told.get('imported') ?? []
  const lost = imports.filter(([document = '', count]) => blocksOf(document).length !== Number(count))
  const typed = (told.get('saved') ?? []).filter(([document = '', token = '']) => {
    const text = blocksOf(document).map(blockText).join('\n')
    return text.split(token).length !== 2
  })
  return [...lost, ...typed].map((words) => words.join(' '))
}

function lostRecords({ services }: Workspace, told: DeskTold): readonly string[] {
  const lost = (told.get('recorded') ?? []).filter(([document, kind]) => {
    const records = services.records.ofDocument(document as DocumentId)
    return !records.some(({ record }) => record.kind === kind)
  })
  return lost.map((words) => words.join(' '))
}

/** Whatever bears a package's name is a whole package; what was said to be made is there. */
async function brokenPackages(
  { services }: Workspace,
  out: string,
  told: DeskTold,
): Promise<readonly string[]> {
  const there = namesIn(out).flatMap((id) => namesIn(join(out, id)).map((name) => join(out, id, name)))
  const said = (told.get('packaged') ?? []).flatMap(([path = '']) => [path])
  const paths = new Set([...there, ...said])
  const rootKey = services.records.newsroom()?.rootKey ?? null
  const broken: string[] = []
  for (const path of paths) {
    const verdict = await verifyPackage(path, rootKey)
    if (!verdict.ok || verdict.value.outcome !== 'valid') broken.push(`${path}: ${JSON.stringify(verdict)}`)
  }
  return broken
}

/** What begins with a dot is still being written. */
function namesIn(folder: string): readonly string[] {
  return existsSync(folder) ? readdirSync(folder).filter((name) => !name.startsWith('.')) : []
}
