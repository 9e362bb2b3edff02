import { z } from 'zod'
import { operation } from './base.ts'

/** What one person prefers on one machine. Unknown keys are refused, missing ones have defaults. */
export const preferences = z.object({
  interfaceLanguage: z.enum(['vi', 'en', 'zh', 'ko']).default('vi'),
  colourScheme: z.enum(['system', 'light', 'dark']).default('system'),
  listWidth: z.number().int().min(200).max(520).default(300),
  inspectorWidth: z.number().int().min(220).max(520).default(300),
  listFolded: z.boolean().default(false),
  inspectorFolded: z.boolean().default(false),
  desk: z.string().default('writing'),
  openArticle: z.string().nullable().default(null),
  keys: z.record(z.string(), z.string()).default({}),
  textSize: z.number().int().min(14).max(26).default(18),
})
export type Preferences = z.infer<typeof preferences>

export const settings = {
  get: operation.output(preferences),
  set: operation.input(preferences.partial()).output(preferences),
}
