import {
  $createRangeSelection,
  $getRoot,
  $getSelection,
  $isRangeSelection,
  $setSelection,
  $setState,
  DELETE_CHARACTER_COMMAND,
  INSERT_PARAGRAPH_COMMAND,
  type RangeSelection,
  REMOVE_TEXT_COMMAND,
} from 'lexical'
import { splitCharacters } from '#documents/characters.ts'
import { readOddities } from '#documents/oddities.ts'
import { settleOddity } from '#documents/settle-oddity.ts'
import { blockKinds } from '#domain/blocks.ts'
import { $createBlock, $isBlock, type BlockNode } from '#renderer/editor/binding/block-node.ts'
import { $setPoint } from '#renderer/editor/binding/block-offset.ts'
import { indentState, kindState } from '#renderer/editor/binding/block-states.ts'
import { $selectedPassage } from '#renderer/editor/binding/clipboard.ts'
import { $linkText } from '#renderer/editor/menus/links.ts'
import type { Random } from './random.ts'
import type { Writer } from './writer.ts'

/** Letters that were never typed before, each its own. */
export type Letters = { fresh(): string }

type Edit = (writer: Writer, random: Random, letters: Letters) => void

function $blocks(): readonly BlockNode[] {
  return $getRoot().getChildren().filter($isBlock)
}

/** Where a caret can stand: nobody puts it inside a letter. */
function $stops(block: BlockNode): readonly number[] {
  const stops = [0]
  for (const letter of splitCharacters(block.getTextContent()))
    stops.push((stops.at(-1) ?? 0) + letter.length)
  return stops
}

function $caretAt(block: BlockNode, offset: number): RangeSelection {
  const selection = $createRangeSelection()
  $setPoint(selection.anchor, block, offset)
  $setPoint(selection.focus, block, offset)
  $setSelection(selection)
  return selection
}

function $selectIn(block: BlockNode, random: Random, longest: number): RangeSelection {
  const stops = $stops(block)
  const from = random.below(stops.length)
  const selection = $caretAt(block, stops[from] ?? 0)
  $setPoint(selection.focus, block, stops[from + 1 + random.below(longest)] ?? stops.at(-1) ?? 0)
  return selection
}

/** From somewhere in one block to somewhere in one of the next two. */
function $selectAcross(random: Random): RangeSelection | undefined {
  const blocks = $blocks()
  const first = random.below(blocks.length)
  const [start, end] = [blocks[first], blocks[first + 1 + random.below(2)]]
  if (!start || !end) return undefined
  const selection = $caretAt(start, random.pick($stops(start)))
  $setPoint(selection.focus, end, random.pick($stops(end)))
  return selection
}

function change(writer: Writer, work: () => void): void {
  writer.editor.update(work, { discrete: true })
}

function $somewhere(random: Random): Readonly<{ block: BlockNode; selection: RangeSelection }> {
  const block = random.pick($blocks())
  const edges = [0, block.getTextContentSize()]
  const offset = random.pick(random.chance(0.4) ? edges : $stops(block))
  return { block, selection: $caretAt(block, offset) }
}

const type: Edit = (writer, random, letters) =>
  change(writer, () => $somewhere(random).selection.insertText(letters.fresh()))

/** Types a letter somewhere and leaves the caret behind it. */
export function typeSomewhere(writer: Writer, random: Random, letter: string): string {
  change(writer, () => $somewhere(random).selection.insertText(letter))
  return 'type'
}

/** Types a letter where the caret is, whatever others did to that place. */
export function typeOn(writer: Writer, letter: string): string {
  change(writer, () => {
    const selection = $getSelection()
    if ($isRangeSelection(selection)) selection.insertText(letter)
  })
  return 'typeOn'
}

const typeMarked: Edit = (writer, random, letters) =>
  change(writer, () => {
    const { selection } = $somewhere(random)
    selection.toggleFormat(random.pick(['bold', 'italic', 'underline']))
    selection.insertText(letters.fresh())
  })

const deleteSome: Edit = (writer, random) =>
  change(writer, () => $selectIn(random.pick($blocks()), random, 4).removeText())

const deleteAcross: Edit = (writer, random) =>
  change(writer, () => {
    if ($selectAcross(random)) writer.editor.dispatchCommand(REMOVE_TEXT_COMMAND, null)
  })

const enter: Edit = (writer, random) =>
  change(writer, () => {
    $somewhere(random)
    writer.editor.dispatchCommand(INSERT_PARAGRAPH_COMMAND, undefined)
  })

const backspaceAtStart: Edit = (writer, random) =>
  change(writer, () => {
    $caretAt(random.pick($blocks()), 0)
    writer.editor.dispatchCommand(DELETE_CHARACTER_COMMAND, true)
  })

const deleteAtEnd: Edit = (writer, random) =>
  change(writer, () => {
    const block = random.pick($blocks())
    $caretAt(block, block.getTextContentSize())
    writer.editor.dispatchCommand(DELETE_CHARACTER_COMMAND, false)
  })

const setKind: Edit = (writer, random) =>
  change(writer, () => {
    const block = random.pick($blocks())
    $setState(block, kindState, random.pick(blockKinds))
    $setState(block, indentState, random.below(3))
  })

const mark: Edit = (writer, random) =>
  change(writer, () => {
    const selection = random.chance(0.3)
      ? $selectAcross(random)
      : $selectIn(random.pick($blocks()), random, 6)
    selection?.formatText(random.pick(['bold', 'italic', 'underline']))
  })

const link: Edit = (writer, random) =>
  change(writer, () => {
    const block = random.pick($blocks())
    const stops = $stops(block)
    const [from, to] = [random.below(stops.length), random.below(stops.length)]
    const [start, end] = [stops[Math.min(from, to)] ?? 0, stops[Math.max(from, to)] ?? 0]
    $linkText(block, start, end, random.pick(['https://a.vn/', 'https://b.vn/', null]))
  })

const breakLine: Edit = (writer, random) =>
  change(writer, () => $somewhere(random).selection.insertLineBreak())

const move: Edit = (writer, random) =>
  change(writer, () => {
    const [block, target] = [random.pick($blocks()), random.pick($blocks())]
    if (block.is(target)) return
    if (random.chance(0.5)) target.insertBefore(block)
    else target.insertAfter(block)
  })

const deleteBlock: Edit = (writer, random) =>
  change(writer, () => {
    if ($blocks().length > 2) random.pick($blocks()).remove()
  })

const insertBlock: Edit = (writer, random, letters) =>
  change(writer, () => {
    const block = $createBlock(random.pick(['paragraph', 'divider', 'figure']))
    random.pick($blocks()).insertAfter(block)
    if (random.chance(0.7)) $caretAt(block, 0).insertText(letters.fresh())
  })

const copyAndPaste: Edit = (writer, random) => {
  let passage: ReturnType<typeof $selectedPassage> | undefined
  change(writer, () => {
    const selection = random.chance(0.5)
      ? $selectAcross(random)
      : $selectIn(random.pick($blocks()), random, 6)
    passage = $selectedPassage(writer.doc)
    if (selection && random.chance(0.5)) writer.editor.dispatchCommand(REMOVE_TEXT_COMMAND, null)
  })
  change(writer, () => {
    $somewhere(random)
  })
  if (passage) writer.binding.insert(passage)
}

const undo: Edit = (writer) => writer.binding.undo()
const redo: Edit = (writer) => writer.binding.redo()

const settle: Edit = (writer, random) => {
  const oddities = readOddities(writer.doc)
  if (oddities.length === 0) return
  const oddity = random.pick(oddities)
  writer.doc.transact(() => settleOddity(writer.doc, oddity.id, random.pick(oddity.choices)), writer.origin)
}

/** What people do, the frequent things more often. */
const edits: readonly Edit[] = [
  ...[type, type, type, type, type, typeMarked, deleteSome, deleteSome, deleteAcross, enter, enter, enter],
  ...[backspaceAtStart, backspaceAtStart, deleteAtEnd, setKind, mark, mark, link, breakLine, move, move],
  ...[deleteBlock, deleteBlock, insertBlock, copyAndPaste, undo, undo, redo, settle],
]

export function editOnce(writer: Writer, random: Random, letters: Letters): string {
  const edit = random.pick(edits)
  edit(writer, random, letters)
  if (random.chance(0.5)) writer.binding.endStep()
  return edit.name
}
