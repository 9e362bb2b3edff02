import type { ImportedPicture, ImportWarning } from '#domain/imported-text.ts'
import type { PastedBlock } from '#formats/html/pasted-blocks.ts'
import { readPastedHtml, readPastedText } from '#formats/html/read-pasted-html.ts'

/** What a clipboard offers, read while the paste event lasts: afterwards the browser forgets it. */
export type Clipboard = Readonly<{ own: string; html: string; text: string; files: readonly File[] }>

export type PastedContent =
  | Readonly<{ kind: 'nothing' }>
  | Readonly<{ kind: 'pictures'; files: readonly File[] }>
  | Readonly<{
      kind: 'blocks'
      blocks: readonly PastedBlock[]
      pictures: readonly ImportedPicture[]
      warnings: readonly ImportWarning[]
    }>

const pictureFile = /^image\/(?:jpeg|png|webp|heic|heif)$/u

export function isPictureFile(file: Readonly<{ type: string; name: string }>): boolean {
  // Some systems know no type for HEIC.
  return pictureFile.test(file.type) || /\.(?:jpe?g|png|webp|heic|heif)$/iu.test(file.name)
}

/**
 * What a paste means. Office programs put a picture of the text beside the text: text wins. `plain` takes the
 * words alone.
 */
export function readClipboard(clipboard: Clipboard, plain: boolean): PastedContent {
  const files = clipboard.files.filter(isPictureFile)
  if (!plain && clipboard.html !== '') {
    const read = readPastedHtml(clipboard.html)
    if (read.blocks.length > 0 && !(files.length > 0 && isOnlyPictures(read.blocks))) {
      return { kind: 'blocks', ...read }
    }
  }
  if (clipboard.text.trim() !== '') {
    const read = readPastedText(clipboard.text)
    return { kind: 'blocks', ...read }
  }
  return files.length > 0 ? { kind: 'pictures', files } : { kind: 'nothing' }
}

function isOnlyPictures(blocks: readonly PastedBlock[]): boolean {
  return blocks.every((block) => block.kind === 'figure' && block.runs.length === 0)
}

/** All words of a paste, to be judged for stamps before anything holds them (SEC1). */
type Words = Readonly<{ runs: PastedBlock['runs']; alt?: string; credit?: string }>

export function textsOf(blocks: readonly Words[]): readonly string[] {
  return blocks.flatMap((block) => [
    block.runs.map((run) => run.text).join(''),
    ...[block.alt, block.credit].filter((text) => text !== undefined && text !== '').map(String),
  ])
}
