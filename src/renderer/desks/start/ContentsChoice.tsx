import { IconFile, IconNews } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { spokenLanguage } from '../../i18n/i18n.ts'
import { ErrorNotice } from '../../ui/failure/ErrorNotice.tsx'
import { usePreferences } from '../../ui/preferences.ts'
import { settingUp } from '../../ui/setting-up.ts'
import { makeSample, sampleIds } from './make-sample.ts'
import { StartLayout } from './StartLayout.tsx'
import { WayButton } from './WayButton.tsx'
import styles from './Welcome.module.css'

/** The last question of a first start: an empty workspace, or one with stories to try things on. */
export function ContentsChoice() {
  const { t } = useTranslation('start')
  const [, change] = usePreferences()
  function enter() {
    // The language chosen on the way in is the person's from now on.
    change({ interfaceLanguage: spokenLanguage() })
    settingUp.set(false)
  }
  const [ids] = useState(sampleIds)
  const sample = useMutation({ mutationFn: () => makeSample(ids), onSuccess: enter })
  return (
    <StartLayout title={t('contents.title')}>
      <div className={styles['ways']}>
        <WayButton
          icon={IconFile}
          name={t('contents.empty')}
          hint={t('contents.emptyHint')}
          onClick={enter}
          disabled={sample.isPending}
        />
        <WayButton
          icon={IconNews}
          name={t('contents.sample')}
          hint={t(sample.isPending ? 'contents.making' : 'contents.sampleHint')}
          onClick={() => sample.mutate()}
          disabled={sample.isPending}
        />
        <ErrorNotice error={sample.error} />
      </div>
    </StartLayout>
  )
}
