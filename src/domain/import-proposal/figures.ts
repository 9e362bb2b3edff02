import { creditIn, splitCredit } from '../article-lines.ts'
import { mergeRuns, type Run } from '../blocks.ts'
import { type Line, type TextLine, withoutMark } from './lines.ts'
import { type Draft, draftBlock, type Guess } from './proposal.ts'

const longestCaption = 400

function captionGuess(line: TextLine): Guess | '' | undefined {
  if (line.role === 'caption') return ''
  if (line.role !== 'body' || line.list || line.text.length > longestCaption) return undefined
  if (line.italic) return 'captionByItalic'
  return line.align === 'centre' && !line.bold ? 'captionByPlace' : undefined
}

/** The first `length` characters of runs. */
function takeCharacters(runs: readonly Run[], length: number): readonly Run[] {
  const taken: Run[] = []
  let left = length
  for (const { text, marks } of runs) {
    if (left <= 0) break
    taken.push({ text: text.slice(0, left), marks })
    left -= text.length
  }
  return mergeRuns(taken)
}

function readCaption(line: TextLine): Readonly<{ runs: readonly Run[]; credit: string }> {
  const runs = line.italic ? withoutMark(line.runs, 'italic') : line.runs
  const split = splitCredit(line.text)
  if (!split) return { runs, credit: '' }
  return { runs: takeCharacters(runs, split.caption.length), credit: split.credit }
}

/**
 * A figure from the picture at `at`: an italic (or centred, or caption-styled) line under it is its caption,
 * "Ảnh: X" its credit, on a line of its own or at the caption's end.
 */
export function readFigure(lines: readonly Line[], at: number): Readonly<{ draft: Draft; next: number }> {
  const picture = lines[at]
  if (picture?.kind !== 'picture') throw new Error('A figure starts at a picture')
  let next = at + 1
  let runs: readonly Run[] = []
  let credit = ''
  let guess: Guess | '' = 'pictureAlone'
  for (let line = lines[next]; line?.kind === 'text'; line = lines[next]) {
    const alone = line.text.length <= 140 ? creditIn(line.text) : undefined
    if (alone !== undefined && credit === '') {
      credit = alone
      if (guess === 'pictureAlone') guess = 'creditLine'
      next += 1
      continue
    }
    const caption = captionGuess(line)
    if (caption === undefined || runs.length > 0 || credit !== '') break
    ;({ runs, credit } = readCaption(line))
    guess = caption
    next += 1
  }
  return {
    draft: draftBlock('figure', runs, guess, { picture: picture.picture, alt: picture.alt, credit }),
    next,
  }
}
