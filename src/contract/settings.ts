import { z } from 'zod'
import { operation } from './base.ts'

const shape = {
  interfaceLanguage: z.enum(['vi', 'en', 'zh', 'ko']),
  colourScheme: z.enum(['system', 'light', 'dark']),
  listWidth: z.number().int().min(200).max(520),
  inspectorWidth: z.number().int().min(220).max(520),
  listFolded: z.boolean(),
  inspectorFolded: z.boolean(),
  desk: z.string().max(64),
  openArticle: z.string().max(64).nullable(),
  /** The language into which the open article was last translated. */
  openLanguage: z.string().max(64).nullable(),
  /** The clip in hand and the language of its subtitles. */
  openClip: z.string().max(64).nullable(),
  openTrack: z.string().max(64).nullable(),
  keys: z.record(z.string().max(64), z.string().max(64)),
  textSize: z.number().int().min(14).max(26),
}

/** What one person prefers on one machine; complete when it comes from a workspace. */
export const preferences = z.strictObject(shape)
export type Preferences = z.infer<typeof preferences>

/** A change names only what it changes: no defaults here, or they would overwrite the other choices. */
export const preferenceChange = preferences.partial()
export type PreferenceChange = z.infer<typeof preferenceChange>

export const settings = {
  get: operation.output(preferences),
  set: operation.input(preferenceChange).output(preferences),
}
