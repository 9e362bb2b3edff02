import { useTranslation } from 'react-i18next'
import type { BundleView } from '#contract/bundles.ts'
import { useFormat } from '../../i18n/use-format.ts'
import styles from './Bundles.module.css'

/** Who sent a bundle and when, which stories are in it, and what of it would be new here. */
export function BundlePreview({ view }: Readonly<{ view: BundleView }>) {
  const { t } = useTranslation('bundles')
  const format = useFormat()
  const { sender, newsroom, stories, records, pictures, strangers } = view
  return (
    <div className={styles['preview']}>
      <p>
        <strong>{t('open.from', { name: sender.name, when: format.moment(view.at) })}</strong>
      </p>
      <p className={styles['facts']}>
        {t('open.newsroom', { name: newsroom.name })} · {t('open.size', { bytes: format.bytes(view.bytes) })}
      </p>
      <Sender view={view} />
      {view.note !== '' && (
        <p>
          {t('open.note')}: <q>{view.note}</q>
        </p>
      )}
      {view.openedAt !== null && <p>{t('open.before', { when: format.moment(view.openedAt) })}</p>}
      {stories.length > 0 && (
        <>
          <h3>{t('open.stories')}</h3>
          <ul className={styles['stories']}>
            {stories.map((story) => (
              <li key={story.article}>
                <span lang={story.language}>{story.title || t('open.untitled')}</span>
                <span className={styles['change']} data-change={story.change}>
                  {t(`open.change.${story.change}`)}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
      <ul className={styles['facts']}>
        {view.termbase !== null && (
          <li>{t('open.termbase', { change: t(`open.change.${view.termbase}`) })}</li>
        )}
        {records.fresh > 0 && <li>{t('open.records', { count: records.fresh })}</li>}
        {records.refused.length > 0 && <li>{t('open.refused', { count: records.refused.length })}</li>}
        {pictures.fresh > 0 && (
          <li>{t('open.pictures', { count: pictures.fresh, bytes: format.bytes(pictures.bytes) })}</li>
        )}
        {pictures.missing > 0 && <li>{t('open.missing', { count: pictures.missing })}</li>}
        {strangers.length > 0 && <li>{t('open.writers', { count: strangers.length })}</li>}
      </ul>
    </div>
  )
}

function Sender({ view: { sender, device } }: Readonly<{ view: BundleView }>) {
  const { t } = useTranslation('bundles')
  if (sender.problem !== null) {
    return (
      <div className={styles['stranger']} role="alert">
        <p>{t('open.stranger', { problem: t(`review:problem.${sender.problem}`, sender.problem) })}</p>
        <p>{t('open.strangerHint')}</p>
      </div>
    )
  }
  return <p className={styles['member']}>{t(device.ours ? 'open.own' : 'open.member')}</p>
}
