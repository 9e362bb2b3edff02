import { useTranslation } from 'react-i18next'
import type { ProfileView } from '#contract/session.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { Initials } from './Initials.tsx'
import styles from './ProfileList.module.css'

type Props = Readonly<{
  profiles: readonly ProfileView[]
  chosen: string | null
  onChoose(profile: string): void
}>

/** The people of this machine, as a group of radio buttons. */
export function ProfileList({ profiles, chosen, onChoose }: Props) {
  const { t } = useTranslation('start')
  const format = useFormat()
  return (
    <fieldset className={styles['list']}>
      <legend className={styles['legend']}>{t('signIn.who')}</legend>
      {profiles.map((profile) => (
        <label key={profile.id} className={styles['profile']} data-off={!profile.hasKey || undefined}>
          <input
            type="radio"
            name="profile"
            value={profile.id}
            checked={profile.id === chosen}
            disabled={!profile.hasKey}
            onChange={() => onChoose(profile.id)}
          />
          <Initials name={profile.name} />
          <span className={styles['words']}>
            <span className={styles['name']}>{profile.name}</span>
            <span className={styles['roles']}>
              {profile.hasKey
                ? format.list(profile.roles.map((role) => t(`common:role.${role}`)))
                : t('signIn.noKey')}
            </span>
          </span>
        </label>
      ))}
    </fieldset>
  )
}
