import { useEffect } from 'react'
import { speak } from '../i18n/i18n.ts'
import { chosenScheme } from './ColourScheme.tsx'
import { forgetClosedCommands } from './keymap/commands.ts'
import { usePreferences } from './preferences.ts'

/** Shows what the person prefers: language, light or dark, size of the article's text. */
export function useShownPreferences(): void {
  const [{ interfaceLanguage, colourScheme, textSize }, , known] = usePreferences()
  useEffect(() => {
    if (known) void speak(interfaceLanguage).then(forgetClosedCommands)
  }, [interfaceLanguage, known])
  useEffect(() => chosenScheme.set(colourScheme), [colourScheme])
  useEffect(() => {
    document.documentElement.style.setProperty('--tt-article-size', `${textSize}px`)
  }, [textSize])
}
