import { readFileSync } from 'node:fs'
import { succeed } from '#domain/result.ts'
import { splitSentences } from '#domain/segments/sentences.ts'
import type { Command } from '../command.ts'
import { existingFile } from '../existing-file.ts'

/** Cuts a text file into sentences as the translation desk does: a line each. It needs no workspace. */
export const segment: Command = {
  usage: 'segment FILE --lang LANGUAGE',
  options: { lang: { type: 'string' } },
  positionals: [1, 1],
  async run({ positionals, values }) {
    const [file = ''] = positionals
    const found = existingFile(file)
    if (!found.ok) return found
    const text = readFileSync(found.value, 'utf8').normalize('NFC')
    const language = typeof values['lang'] === 'string' ? values['lang'] : 'vi'
    const sentences = splitSentences(text, language).map(({ start, end }) => text.slice(start, end))
    return succeed({ data: { language, sentences }, lines: sentences })
  },
}
