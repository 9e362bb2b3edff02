import { MantineProvider } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { type ReactNode, useLayoutEffect, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Preferences } from '#contract/settings.ts'
import { createWatchedValue } from '../client/stores.ts'
import { useStore } from './store.ts'
import { makeTheme } from './theme.ts'

/** What the person chose; until someone is signed in, the system decides. */
export const chosenScheme = createWatchedValue<Preferences['colourScheme']>('system')

/** Light or dark, by the system or by choice. */
export function ColourScheme({ children }: Readonly<{ children: ReactNode }>) {
  const chosen = useStore(chosenScheme)
  const systemIsDark = useMediaQuery('(prefers-color-scheme: dark)', false, {
    getInitialValueInEffect: false,
  })
  const { t } = useTranslation()
  const theme = useMemo(() => makeTheme({ close: t('close'), showPin: t('pin.show') }), [t])
  const scheme = chosen === 'system' ? (systemIsDark ? 'dark' : 'light') : chosen
  useLayoutEffect(() => {
    document.documentElement.dataset['mantineColorScheme'] = scheme
  }, [scheme])
  return (
    <MantineProvider
      theme={theme}
      forceColorScheme={scheme}
      // Both would write style elements into the page; `theme.css` holds what they would say (SEC2).
      withCssVariables={false}
      withGlobalClasses={false}
    >
      {children}
    </MantineProvider>
  )
}
