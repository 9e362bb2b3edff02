import { z } from 'zod'

/** Formatting set apart from words: `domain/segments/coded-text.ts`. */
const inlineCode = z.object({
  code: z.enum(['open', 'close', 'single']),
  number: z.number().int().min(1).max(10_000),
  mark: z.enum(['bold', 'italic', 'underline', 'link', 'other']),
  value: z.string().max(10_000),
})
export const codedText = z.array(z.union([z.string().max(100_000), inlineCode])).max(10_000)
