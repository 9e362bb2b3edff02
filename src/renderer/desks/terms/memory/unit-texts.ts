import type { MemoryUnit } from '#contract/memory.ts'
import { plainText } from '#domain/segments/coded-text.ts'

export type UnitTexts = MemoryUnit['texts']

/** The texts of a unit with new words; a text whose words stay keeps its codes, one that is written anew has none. */
export function retyped(texts: UnitTexts, words: readonly string[]): UnitTexts {
  return texts.map((text, at) => {
    const typed = (words[at] ?? '').trim()
    return typed === plainText(text.text).trim() ? text : { ...text, text: [typed] }
  })
}

/** Whether words were changed in a text with codes: these are lost. */
export function losesCodes(texts: UnitTexts, changed: UnitTexts): boolean {
  return texts.some(
    ({ text }, at) => text.some((part) => typeof part !== 'string') && changed[at]?.text !== text,
  )
}

/** Every text says something, and something else than before. */
export function maySave(texts: UnitTexts, changed: UnitTexts): boolean {
  return changed.every(({ text }) => plainText(text) !== '') && changed.some((text, at) => text !== texts[at])
}
