import { useTranslation } from 'react-i18next'
import { useCommands } from '../keymap/commands.ts'
import { openKeySheet } from '../keymap/KeySheet.tsx'
import { goToDesk, goToTerms } from '../navigation.ts'
import { openPalette } from '../palette/Palette.tsx'
import { usePreferences } from '../preferences.ts'

const folded = { listFolded: true, inspectorFolded: true }
const unfolded = { listFolded: false, inspectorFolded: false }

/** The commands that every desk has. */
export function useFrameCommands(): void {
  const { t } = useTranslation('keys')
  const [{ listFolded, inspectorFolded }, change] = usePreferences()
  useCommands([
    { id: 'palette', title: t('command.palette'), group: 'general', keys: 'Ctrl+P', run: openPalette },
    { id: 'keys', title: t('command.keys'), group: 'general', keys: 'Ctrl+/', run: openKeySheet },
    {
      id: 'foldList',
      title: t('command.foldList'),
      group: 'general',
      keys: 'Ctrl+\\',
      run: () => change({ listFolded: !listFolded }),
    },
    {
      id: 'foldInspector',
      title: t('command.foldInspector'),
      group: 'general',
      keys: 'Ctrl+Shift+\\',
      run: () => change({ inspectorFolded: !inspectorFolded }),
    },
    {
      id: 'focus',
      title: t('command.focus'),
      group: 'general',
      keys: 'Ctrl+.',
      run: () => change(listFolded && inspectorFolded ? unfolded : folded),
    },
    {
      id: 'scheme',
      title: t('command.scheme'),
      group: 'general',
      keys: null,
      run: () => change({ colourScheme: shownScheme() === 'dark' ? 'light' : 'dark' }),
    },
    {
      id: 'goWriting',
      title: t('command.goWriting'),
      group: 'go',
      keys: 'Ctrl+Shift+1',
      run: () => goToDesk('writing'),
    },
    {
      id: 'goTranslation',
      title: t('command.goTranslation'),
      group: 'go',
      keys: 'Ctrl+Shift+2',
      run: () => goToDesk('translation'),
    },
    {
      id: 'goReview',
      title: t('command.goReview'),
      group: 'go',
      keys: 'Ctrl+Shift+3',
      run: () => goToDesk('review'),
    },
    {
      id: 'goPublishing',
      title: t('command.goPublishing'),
      group: 'go',
      keys: 'Ctrl+Shift+4',
      run: () => goToDesk('publishing'),
    },
    {
      id: 'goTerms',
      title: t('command.goTerms'),
      group: 'go',
      keys: 'Ctrl+Shift+5',
      run: () => goToDesk('terms'),
    },
    {
      id: 'goPeopleNames',
      title: t('command.goPeopleNames'),
      group: 'go',
      keys: null,
      run: () => goToTerms('people'),
    },
    {
      id: 'goMemory',
      title: t('command.goMemory'),
      group: 'go',
      keys: null,
      run: () => goToTerms('memory'),
    },
    {
      id: 'goSettings',
      title: t('command.goSettings'),
      group: 'go',
      keys: 'Ctrl+,',
      run: () => goToDesk('settings'),
    },
  ])
}

function shownScheme(): string | undefined {
  return document.documentElement.dataset['mantineColorScheme']
}
