import {
  $getSelection,
  $getState,
  $isRangeSelection,
  COMMAND_PRIORITY_HIGH,
  COPY_COMMAND,
  CUT_COMMAND,
  type LexicalEditor,
  mergeRegister,
  type RangeSelection,
} from 'lexical'
import type * as Y from 'yjs'
import { readAttributeText } from '#documents/attribute-texts.ts'
import { runsText, sliceRuns } from '#documents/runs.ts'
import type { BlockKind, Run } from '#domain/blocks.ts'
import { escapeHtml } from '#formats/portal-html/escape.ts'
import { renderRuns } from '#formats/portal-html/runs.ts'
import { $removeAcrossBlocks } from './across-blocks.ts'
import { $isBlock, type BlockNode, blockIdOf } from './block-node.ts'
import { $blockPoint } from './block-offset.ts'
import { $readRuns } from './block-runs.ts'
import { assetState, indentState, kindState } from './block-states.ts'
import type { NewBlock, Passage } from './insert-passage.ts'

/** Our own clipboard form: whole blocks with pictures, alternative texts and credits, between articles too. */
export const passageType = 'application/x-tramtin-passage+json'

/** Puts the selected blocks on the clipboard as plain text, as clean HTML and in our own form. */
export function registerClipboard(editor: LexicalEditor, doc: Y.Doc): () => void {
  return mergeRegister(
    editor.registerCommand(COPY_COMMAND, (event) => $copy(event, doc), COMMAND_PRIORITY_HIGH),
    editor.registerCommand(
      CUT_COMMAND,
      (event) => {
        const isCopied = editor.isEditable() && $copy(event, doc)
        if (isCopied) $removeSelected()
        return isCopied
      },
      COMMAND_PRIORITY_HIGH,
    ),
  )
}

function $copy(event: ClipboardEvent | KeyboardEvent | null, doc: Y.Doc): boolean {
  if (!event || !('clipboardData' in event) || !event.clipboardData) return false
  const passage = $selectedPassage(doc)
  if (passage.blocks.length === 0) return false
  event.preventDefault()
  event.clipboardData.setData('text/plain', passage.blocks.map((block) => runsText(block.runs)).join('\n'))
  event.clipboardData.setData('text/html', passage.blocks.map(htmlOf).join('\n'))
  event.clipboardData.setData(passageType, JSON.stringify(passage))
  return true
}

function $removeSelected(): void {
  const selection = $getSelection()
  if (!$removeAcrossBlocks() && $isRangeSelection(selection)) selection.removeText()
}

/** What is selected, cut at both ends. */
export function $selectedPassage(doc: Y.Doc): Passage {
  const none: Passage = { blocks: [], opens: false, closes: false }
  const selection = $getSelection()
  if (!$isRangeSelection(selection) || selection.isCollapsed()) return none
  const [start, end] = selection.isBackward()
    ? [selection.focus, selection.anchor]
    : [selection.anchor, selection.focus]
  const from = $blockPoint(start)
  const to = $blockPoint(end)
  const nodes = $selectedBlocks(selection)
  const last = nodes.at(-1)
  if (!from || !to || !last) return none
  const blocks = nodes.map((node, index) => {
    const upTo = index === nodes.length - 1 ? to.offset : Number.POSITIVE_INFINITY
    return $copyOf(node, sliceRuns($readRuns(node), index === 0 ? from.offset : 0, upTo), doc)
  })
  return { blocks, opens: from.offset === 0, closes: to.offset === last.getTextContentSize() }
}

function $selectedBlocks(selection: RangeSelection): readonly BlockNode[] {
  return [...new Set(selection.getNodes().map((node) => node.getTopLevelElement()))].filter($isBlock)
}

function $copyOf(node: BlockNode, runs: readonly Run[], doc: Y.Doc): NewBlock {
  const [indent, asset] = [$getState(node, indentState), $getState(node, assetState)]
  const alt = readAttributeText(doc, blockIdOf(node), 'alt')
  const credit = readAttributeText(doc, blockIdOf(node), 'credit')
  return {
    kind: $getState(node, kindState),
    runs,
    ...(indent > 0 && { indent }),
    ...(asset !== '' && { asset }),
    ...(alt !== '' && { alt }),
    ...(credit !== '' && { credit }),
  }
}

const tags: Readonly<Record<BlockKind, readonly [string, string]>> = {
  title: ['<h1>', '</h1>'],
  lead: ['<p><strong>', '</strong></p>'],
  paragraph: ['<p>', '</p>'],
  heading: ['<h2>', '</h2>'],
  quote: ['<blockquote>', '</blockquote>'],
  bullet: ['<ul><li>', '</li></ul>'],
  number: ['<ol><li>', '</li></ol>'],
  figure: ['<p><em>', '</em></p>'],
  clip: ['<p><em>', '</em></p>'],
  divider: ['<hr>', ''],
}

/** Plain HTML that word processors and mail programs read the same way; pictures stay in our own form. */
function htmlOf(block: NewBlock): string {
  const [open, close] = tags[block.kind]
  const credit = block.credit ? `<p>${escapeHtml(block.credit)}</p>` : ''
  return `${open}${renderRuns(block.runs)}${close}${credit}`
}
