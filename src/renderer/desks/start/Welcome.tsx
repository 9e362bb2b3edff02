import { IconBuildingCommunity, IconUserPlus } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { ProfileView } from '#contract/session.ts'
import { OpenInvitation } from './OpenInvitation.tsx'
import { WayButton } from './WayButton.tsx'
import styles from './Welcome.module.css'

type Props = Readonly<{ waiting: readonly ProfileView[]; onCreate(): void; onJoin(): void }>

/** The first question on a new machine. */
export function Welcome({ waiting, onCreate, onJoin }: Props) {
  const { t } = useTranslation('start')
  return (
    <>
      {waiting.map(({ id, name }) => (
        <p key={id} className={styles['waiting']}>
          {t('join.waiting', { name })}
        </p>
      ))}
      {waiting.length > 0 && <OpenInvitation />}
      <div className={styles['ways']}>
        <WayButton
          icon={IconBuildingCommunity}
          name={t('welcome.create')}
          hint={t('welcome.createHint')}
          onClick={onCreate}
        />
        <WayButton
          icon={IconUserPlus}
          name={t('welcome.join')}
          hint={t('welcome.joinHint')}
          onClick={onJoin}
        />
      </div>
    </>
  )
}
