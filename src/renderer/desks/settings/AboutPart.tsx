import { useTranslation } from 'react-i18next'
import { useWorkspace } from '../../ui/workspace.tsx'
import styles from './SettingsDesk.module.css'

/** What runs here, and the newsroom's public key that others verify packages with. */
export function AboutPart() {
  const { t } = useTranslation('settings')
  const { session } = useWorkspace()
  return (
    <>
      <dl className={styles['facts']}>
        <dt>{t('about.version')}</dt>
        <dd>
          {t('common:app')} {session.version}
        </dd>
        <dt>{t('about.protocol')}</dt>
        <dd>{session.protocol}</dd>
        <dt>{t('about.newsroom')}</dt>
        <dd>{session.newsroom?.name}</dd>
        <dt>{t('about.root')}</dt>
        <dd>
          <span className={styles['mono']}>{session.newsroom?.rootKey}</span>
          <br />
          {t('about.rootHint')}
        </dd>
        <dt>{t('about.workspace')}</dt>
        <dd>{session.workspace.path}</dd>
        <dt>{t('about.exchange')}</dt>
        <dd>{t('common:exchange.explain')}</dd>
      </dl>
      <p className={styles['intro']}>{t('about.guard')}</p>
    </>
  )
}
