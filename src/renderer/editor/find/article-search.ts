import { $getRoot, type LexicalEditor, type NodeKey } from 'lexical'
import { $isBlock } from '../binding/block-node.ts'
import { $selectInBlock } from '../block-selection.ts'
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

/** Replaces matches of a phrase, from the end so that offsets hold, as one edit. */
export function replaceMatches(
  editor: LexicalEditor,
  matches: readonly ArticleMatch[],
  phrase: string,
  replacement: string,
): void {
  const text = replacement.normalize('NFC')
  editor.update(
    () => {
      for (const { block, start, end, text: found } of matches.toReversed()) {
        const selection = $selectInBlock(block, start, end)
        if (text === '') selection?.removeText()
        else selection?.insertText(keepCapital(found, phrase, text))
      }
    },
    { discrete: true },
  )
}
