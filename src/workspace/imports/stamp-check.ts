import { type Failure, failure } from '#contract/failures.ts'
import type { ProposedBlock } from '#contract/imports.ts'
import { type ImportedText, paragraphText } from '#domain/imported-text.ts'
import { fail, type Result, succeed } from '#domain/result.ts'
import { findStamp } from '#domain/secret-stamps.ts'
import { decodeTcvn3 } from '#formats/legacy-vietnamese/tcvn3.ts'
import { decodeVni } from '#formats/legacy-vietnamese/vni.ts'

/** A stamp may be written in a legacy encoding, in a font that shows capitals. */
function readings(text: string): readonly string[] {
  const plain = text.normalize('NFC')
  const decoded = [decodeTcvn3(text), decodeVni(text)].map((read) => read.normalize('NFC'))
  return [plain, ...decoded.filter((read) => read !== plain).flatMap((read) => [read, read.toUpperCase()])]
}

/** Stamps are short and stand alone: long lines need no reading. */
function shortLines(texts: readonly string[]): readonly string[] {
  return texts.flatMap((text) => text.split(/[\n\r\u2028\u2029\v\t]/)).filter((line) => line.length <= 320)
}

/** Refuses texts with a state-secret stamp in a line of its own (SEC1); `where` names the file. */
export function refuseStamps(where: string, texts: readonly string[]): Result<null, Failure> {
  for (const line of shortLines(texts)) {
    const stamp = readings(line)
      .map(findStamp)
      .find((found) => found !== undefined)
    if (stamp) return fail(failure('secret-stamp', { where, ...stamp }))
  }
  return succeed(null)
}

/** All a file says, also what the article leaves out: its headers, comments and hidden lines. */
export function textsOfFile(imported: ImportedText): readonly string[] {
  const shown = imported.items.flatMap((item) => {
    if ('runs' in item) return [paragraphText(item)]
    return item.kind === 'picture' ? [item.alt] : []
  })
  return [...shown, ...imported.leftOut]
}

/** All that blocks and metadata would bring into the workspace. */
export function textsOfBlocks(
  blocks: readonly ProposedBlock[],
  metadata: Readonly<Record<string, string | boolean>>,
): readonly string[] {
  const known = Object.values(metadata).filter((value) => typeof value === 'string')
  return [
    ...blocks.flatMap((block) => [block.runs.map((run) => run.text).join(''), block.alt, block.credit]),
    ...known,
  ]
}
