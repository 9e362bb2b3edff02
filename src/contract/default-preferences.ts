import type { Preferences } from './settings.ts'

/** Apart from their validator, which the window's first screen does without. */
export const defaultPreferences: Preferences = {
  interfaceLanguage: 'vi',
  colourScheme: 'system',
  listWidth: 300,
  inspectorWidth: 300,
  listFolded: false,
  inspectorFolded: false,
  desk: 'writing',
  openArticle: null,
  openLanguage: null,
  openClip: null,
  openTrack: null,
  keys: {},
  textSize: 18,
}
