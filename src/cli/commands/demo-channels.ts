import type { Failure } from '#contract/failures.ts'
import type { PackageRow } from '#contract/packages.ts'
import { type Result, succeed } from '#domain/result.ts'
import { attempt } from '../attempt.ts'
import type { Client } from '../client.ts'
import { exportPackage } from './export-article.ts'

type Decide = (document: string) => Promise<Result<unknown, Failure>>
export type MadeForChannel = Readonly<{ channel: string; package: PackageRow }>

/** Shapes the story's text for every channel, has each approved by `decide`, and makes every channel's package. */
export async function makeEveryChannel(
  editor: Client,
  decide: Decide,
  order: Readonly<{ article: string; directory: string; tongues: readonly string[] }>,
): Promise<Result<readonly MadeForChannel[], Failure>> {
  const { article, directory, tongues } = order
  const board = await attempt(editor.editions.board({ article }))
  if (!board.ok) return board
  const wanted = board.value.filter(({ language }) => tongues.includes(language))
  for (const { kind, channel, language } of wanted) {
    if (kind === 'portal') continue
    const begun = await attempt(editor.editions.create({ article, channel, language }))
    if (!begun.ok) return begun
    const approved = await decide(begun.value.document)
    if (!approved.ok) return approved
  }
  const made: MadeForChannel[] = []
  for (const [channel, rows] of Map.groupBy(wanted, (row) => row.channel)) {
    const languages = rows.map(({ language }) => language)
    const out = await exportPackage(editor, { article, channel, languages, preview: false, directory })
    if (!out.ok) return out
    made.push({ channel, package: out.value })
  }
  return succeed(made)
}
