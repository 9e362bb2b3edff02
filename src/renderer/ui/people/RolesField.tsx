import { Checkbox } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { type Role, roles } from '#domain/roles.ts'
import styles from './RolesField.module.css'

type Props = Readonly<{ value: readonly Role[]; onChange(value: readonly Role[]): void }>

/** The roles of a member, each with what it allows. */
export function RolesField({ value, onChange }: Props) {
  const { t } = useTranslation('settings')
  return (
    <Checkbox.Group
      label={t('members.roles')}
      description={value.length === 0 ? t('members.rolesNone') : undefined}
      required
      value={[...value]}
      onChange={(chosen) => onChange(roles.filter((role) => chosen.includes(role)))}
    >
      <div className={styles['roles']}>
        {roles.map((role) => (
          <Checkbox
            key={role}
            value={role}
            label={t(`common:role.${role}`)}
            description={t(`members.rolesHint.${role}`)}
          />
        ))}
      </div>
    </Checkbox.Group>
  )
}
