import { findMentions } from '#domain/numbers/find-mentions.ts'
import type { Mention, Span } from '#domain/numbers/mention.ts'
import { type NumberLanguage, numberLanguage } from '#domain/numbers/mention.ts'
import { type CodedText, type InlineCode, plainText } from '#domain/segments/coded-text.ts'
import type { MetTerm } from '#domain/terms/recognise.ts'

/** A sentence and its translation as checks are asked about them; languages are BCP 47 tags, texts are NFC. */
export type SegmentToCheck = Readonly<{
  source: CodedText
  target: CodedText
  sourceLanguage: string
  targetLanguage: string
  terms: readonly MetTerm[]
}>

export type CheckedText = Readonly<{
  text: string
  language: NumberLanguage
  mentions: readonly Mention[]
  codes: readonly PlacedCode[]
}>

/** An inline code and where it stands between the words. */
export type PlacedCode = Readonly<{ code: InlineCode; at: number }>

/** What every check is given: both texts, read once. */
export type CheckedSegment = Readonly<{
  source: CheckedText
  target: CheckedText
  terms: readonly MetTerm[]
}>

export function readSegment(segment: SegmentToCheck): CheckedSegment {
  return {
    source: readText(segment.source, segment.sourceLanguage),
    target: readText(segment.target, segment.targetLanguage),
    terms: segment.terms,
  }
}

function readText(coded: CodedText, tag: string): CheckedText {
  const text = plainText(coded)
  const language = numberLanguage(tag)
  return { text, language, mentions: findMentions(text, language), codes: placeCodes(coded) }
}

function placeCodes(coded: CodedText): readonly PlacedCode[] {
  const placed: PlacedCode[] = []
  let at = 0
  for (const part of coded) {
    if (typeof part === 'string') at += part.length
    else placed.push({ code: part, at })
  }
  return placed
}

/** The span of a whole text. */
export function wholeOf({ text }: CheckedText): Span {
  return { start: 0, end: text.length }
}
