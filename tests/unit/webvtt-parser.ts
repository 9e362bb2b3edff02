import { createRequire } from 'node:module'

type Parsed = Readonly<{
  cues: readonly Readonly<{ id: string; startTime: number; endTime: number; text: string }>[]
  errors: readonly Readonly<{ message: string; line: number }>[]
}>
type Parser = new () => Readonly<{ parse(text: string, mode: string): Parsed }>

/** The package has no types of its own. */
export const { WebVTTParser } = createRequire(import.meta.url)('webvtt-parser') as Readonly<{
  WebVTTParser: Parser
}>
