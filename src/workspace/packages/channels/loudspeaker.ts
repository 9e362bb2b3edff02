import type { EditionChannel } from '#domain/channels.ts'
import { spokenScript } from '#domain/spoken/spoken-script.ts'
import { writePlainScript } from '#formats/reading-sheet/plain-script.ts'
import { writeReadingSheet } from '#formats/reading-sheet/reading-sheet.ts'
import { type ChannelFile, type ChannelText, textFile } from './channel-file.ts'

/** The script as it was written, as it is spoken (numbers and abbreviations in words), and a sheet to read from. */
export function loudspeakerFiles(texts: readonly ChannelText[]): readonly ChannelFile[] {
  return texts.flatMap((text) => {
    const { language, preview } = text
    const written = text.texts.text('script')
    if (written.trim() === '') return []
    const lines = written.split(/\n+/u).map((line, at) => ({ id: `p${at + 1}`, text: line }))
    const script = spokenScript(lines, language, { pace: paceOf(text.channel) })
    const title = lines.find((line) => line.text.trim() !== '')?.text ?? ''
    return [
      ...textFile(text, 'script.txt', written),
      ...textFile(text, 'spoken.txt', writePlainScript(script)),
      {
        path: `${language}/sheet.html`,
        mediaType: 'text/html',
        language,
        content: writeReadingSheet({ title, script, language, preview }),
      },
    ]
  })
}

function paceOf(channel: EditionChannel): number {
  return channel.kind === 'loudspeaker' ? channel.pace : 3.3
}
