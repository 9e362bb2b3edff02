import { createWatchedValue } from '../client/stores.ts'
import { goToTerms } from './navigation.ts'

/** Files of words that were dropped or chosen: a glossary to look at, or memories to take in. */
export type LanguageFiles =
  | Readonly<{ kind: 'glossary'; file: File }>
  | Readonly<{ kind: 'memory'; files: readonly File[] }>

/** What waits for the terms' desk. */
export const languageFiles = createWatchedValue<LanguageFiles | null>(null)

/** Takes the files that are memories or glossaries, and answers the others. One glossary is looked at at a time. */
export function takeLanguageFiles(files: readonly File[]): readonly File[] {
  const memories = files.filter(({ name }) => /\.tmx$/i.test(name))
  const glossaries = files.filter(({ name }) => /\.(xlsx|csv|tsv)$/i.test(name))
  const [glossary] = glossaries
  if (memories.length > 0) giveLanguageFiles({ kind: 'memory', files: memories })
  else if (glossary) giveLanguageFiles({ kind: 'glossary', file: glossary })
  return files.filter((file) => !memories.includes(file) && !glossaries.includes(file))
}

export function giveLanguageFiles(files: LanguageFiles): void {
  languageFiles.set(files)
  goToTerms(files.kind === 'memory' ? 'memory' : 'concepts')
}
