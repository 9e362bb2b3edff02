import { $getRoot, type LexicalEditor, type NodeKey } from 'lexical'
import { $isBlock } from '../binding/block-node.ts'
import { $selectInBlock } from '../block-selection.ts'
import { rangesIn } from './block-ranges.ts'
import { type FindOptions, matchesIn, type TextMatch } from './text-matches.ts'

export type ArticleMatch = TextMatch & Readonly<{ block: NodeKey }>

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
      .flatMap((block) =>
        matchesIn(block.getTextContent(), phrase, options).map((match) => ({
          ...match,
          block: block.getKey(),
        })),
      ),
  )
}

/** The page ranges of matches; those of a block are looked up together. */
export function pageRanges(editor: LexicalEditor, matches: readonly ArticleMatch[]): readonly Range[] {
  return [...Map.groupBy(matches, (match) => match.block)].flatMap(([block, group]) => {
    const element = editor.getElementByKey(block)
    return element ? rangesIn(element, group) : []
  })
}

/** Replaces matches, from the end so that offsets hold, as one edit. */
export function replaceMatches(
  editor: LexicalEditor,
  matches: readonly ArticleMatch[],
  replacement: string,
): void {
  const text = replacement.normalize('NFC')
  editor.update(
    () => {
      for (const { block, start, end } of matches.toReversed()) {
        const selection = $selectInBlock(block, start, end)
        if (text === '') selection?.removeText()
        else selection?.insertText(text)
      }
    },
    { discrete: true },
  )
}
