import type { Run } from '#domain/blocks.ts'
import type { NewBlock } from './open-newsroom.ts'
import type { Place, ShownBlock } from './pages/article-page.ts'

/** A place in which one types: the blocks as they were, the selection in them, and what they become. */
export type TypingPlace = Readonly<{
  name: string
  blocks: readonly NewBlock[]
  /** Counted from the first of these blocks. */
  from: Place
  to?: Place
  /** Pressed before the input method is at work. */
  first?: 'Enter'
  after: (text: string) => readonly ShownBlock[]
  /** The same when a first composition was called off, where that makes a difference. */
  afterCalledOff?: (text: string) => readonly ShownBlock[]
}>

const plain = (text: string): Run => ({ text, marks: {} })
const bold = (text: string): Run => ({ text, marks: { bold: true } })
const runs = (...all: readonly Run[]): readonly Run[] => all.filter((run) => run.text !== '')
const paragraph = (...all: readonly Run[]): NewBlock => ({ kind: 'paragraph', runs: runs(...all) })
const picture = 'a'.repeat(64)

export const typingPlaces: readonly TypingPlace[] = [
  {
    name: 'in plain text',
    blocks: [paragraph(plain('Ngày  mai'))],
    from: [0, 5],
    after: (text) => [paragraph(plain(`Ngày ${text} mai`))],
  },
  {
    name: 'inside bold',
    blocks: [paragraph(plain('Có '), bold('chữ đậm'), plain(' ở đây'))],
    from: [0, 7],
    after: (text) => [paragraph(plain('Có '), bold(`chữ ${text}đậm`), plain(' ở đây'))],
  },
  {
    name: 'at the end of a bold word that ends the block',
    blocks: [paragraph(plain('Có '), bold('đậm'))],
    from: [0, 6],
    after: (text) => [paragraph(plain('Có '), bold(`đậm${text}`))],
  },
  {
    name: "at a block's start",
    blocks: [paragraph(plain('đầu đoạn'))],
    from: [0, 0],
    after: (text) => [paragraph(plain(`${text}đầu đoạn`))],
  },
  {
    name: 'at the start of a block that begins bold',
    blocks: [paragraph(bold('đậm'), plain(' từ đầu'))],
    from: [0, 0],
    after: (text) => [paragraph(bold(`${text}đậm`), plain(' từ đầu'))],
  },
  {
    name: "at a block's end",
    blocks: [paragraph(plain('Cuối '))],
    from: [0, 5],
    after: (text) => [paragraph(plain(`Cuối ${text}`))],
  },
  {
    name: 'right after Enter',
    blocks: [paragraph(plain('Trước phím Enter.'))],
    from: [0, 17],
    first: 'Enter',
    after: (text) => [paragraph(plain('Trước phím Enter.')), paragraph(plain(text))],
  },
  {
    name: 'right after Enter inside a text',
    blocks: [paragraph(plain('Trước.Sau.'))],
    from: [0, 6],
    first: 'Enter',
    after: (text) => [paragraph(plain('Trước.')), paragraph(plain(`${text}Sau.`))],
  },
  {
    name: 'in an empty bullet',
    blocks: [{ kind: 'bullet', runs: [] }],
    from: [0, 0],
    after: (text) => [{ kind: 'bullet', runs: runs(plain(text)) }],
  },
  {
    name: "in a figure's empty caption",
    blocks: [{ kind: 'figure', runs: [], asset: picture }],
    from: [0, 0],
    after: (text) => [{ kind: 'figure', runs: runs(plain(text)) }],
  },
  {
    name: "in a figure's caption",
    blocks: [{ kind: 'figure', runs: [plain('Chú thích ở giữa')], asset: picture }],
    from: [0, 10],
    after: (text) => [{ kind: 'figure', runs: runs(plain(`Chú thích ${text}ở giữa`)) }],
  },
  {
    name: 'over a selection',
    blocks: [paragraph(plain('xin thay nhé'))],
    from: [0, 4],
    to: [0, 8],
    after: (text) => [paragraph(plain(`xin ${text} nhé`))],
  },
  {
    name: 'over a selected bold word',
    blocks: [paragraph(plain('xin '), bold('thay'), plain(' nhé'))],
    from: [0, 4],
    to: [0, 8],
    after: (text) => [paragraph(plain('xin '), bold(text), plain(' nhé'))],
    // The selected word went with the composition, and with it all that was bold.
    afterCalledOff: (text) => [paragraph(plain(`xin ${text} nhé`))],
  },
  {
    name: 'over all of a block',
    blocks: [paragraph(plain('thay hết'))],
    from: [0, 0],
    to: [0, 8],
    after: (text) => [paragraph(plain(text))],
  },
  {
    name: 'over a selection from one block to another',
    blocks: [paragraph(plain('một hai')), paragraph(plain('ba bốn'))],
    from: [0, 4],
    to: [1, 2],
    after: (text) => [paragraph(plain(`một ${text} bốn`))],
  },
]
