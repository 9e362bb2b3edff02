import { $getRoot, type LexicalEditor, type NodeKey } from 'lexical'
import { canonicalRuns, sliceRuns } from '#documents/runs.ts'
import type { Run } from '#domain/blocks.ts'
import { $isBlock } from '../binding/block-node.ts'
import { $readRuns } from '../binding/block-runs.ts'
import { $writeRuns } from '../binding/inline-nodes.ts'
import { $findBlock } from '../block-selection.ts'
import { rangesIn } from './block-ranges.ts'
import { type FindOptions, keepCapital, matchesIn, type TextMatch } from './text-matches.ts'

export type ArticleMatch = TextMatch & Readonly<{ block: NodeKey; text: string }>

/** Every place of a phrase in the article, in the order of the page. */
export function findInArticle(
  editor: LexicalEditor,
  phrase: string,
  options: FindOptions,
): readonly ArticleMatch[] {
  return editor.getEditorState().read(() =>
    $getRoot()
      .getChildren()
      .filter($isBlock)
      .flatMap((block) => {
        const text = block.getTextContent()
        return matchesIn(text, phrase, options).map((match) => ({
          ...match,
          block: block.getKey(),
          text: text.slice(match.start, match.end),
        }))
      }),
  )
}

/** The page ranges of stretches of blocks; those of a block are looked up together. */
export function pageRanges(
  editor: LexicalEditor,
  matches: readonly (TextMatch & Readonly<{ block: NodeKey }>)[],
): readonly Range[] {
  return [...Map.groupBy(matches, (match) => match.block)].flatMap(([block, group]) => {
    const element = editor.getElementByKey(block)
    return element ? rangesIn(element, group) : []
  })
}

/** Replaces matches of a phrase as one edit: each block once, however many there are in it. */
export function replaceMatches(
  editor: LexicalEditor,
  matches: readonly ArticleMatch[],
  phrase: string,
  replacement: string,
): void {
  const text = replacement.normalize('NFC')
  editor.update(
    () => {
      for (const [key, group] of Map.groupBy(matches, (match) => match.block)) {
        const block = $findBlock(key)
        const put = (match: ArticleMatch) => (text === '' ? '' : keepCapital(match.text, phrase, text))
        if (block) $writeRuns(block, replacedRuns($readRuns(block), group, put))
      }
    },
    { discrete: true },
  )
}

/** What is put in has the marks of the first letter it stands for. */
function replacedRuns(
  runs: readonly Run[],
  matches: readonly ArticleMatch[],
  put: (match: ArticleMatch) => string,
): readonly Run[] {
  let at = 0
  const parts = matches.flatMap((match) => {
    const before = sliceRuns(runs, at, match.start)
    const marks = sliceRuns(runs, match.start, match.end)[0]?.marks ?? {}
    at = match.end
    return [...before, { text: put(match), marks }]
  })
  return canonicalRuns([...parts, ...sliceRuns(runs, at, Number.POSITIVE_INFINITY)])
}
