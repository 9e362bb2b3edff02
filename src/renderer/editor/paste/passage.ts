import type { PastedBlock } from '#formats/html/pasted-blocks.ts'
import type { NewBlock, Passage } from '../binding/insert-passage.ts'

/**
 * A paste as a passage: paragraphs at its ends run on with the text they are put into, headings and pictures
 * stay whole. In an empty block the first block keeps its kind.
 */
export function passageOf(pasted: readonly PastedBlock[], intoEmpty: boolean): Passage {
  const first = pasted[0]
  const last = pasted.at(-1)
  const isOneText = pasted.length === 1 && first?.kind === 'paragraph'
  return {
    blocks: pasted.map(newBlock),
    opens: !isOneText && (intoEmpty || first?.kind !== 'paragraph'),
    closes: last?.kind !== 'paragraph',
  }
}

function newBlock({ kind, runs, indent, alt, credit }: PastedBlock): NewBlock {
  return {
    kind,
    runs,
    ...(indent !== undefined && { indent }),
    ...(alt !== undefined && { alt }),
    ...(credit !== undefined && { credit }),
  }
}
