import { NativeSelect } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { GlossaryPreview } from '#contract/terms.ts'
import { useLanguageName } from '#renderer/i18n/use-language-name.ts'
import { offeredLanguages } from '#renderer/ui/offered-languages.ts'
import styles from './Glossary.module.css'
import {
  type ColumnRole,
  choiceOf,
  choicesIn,
  columnLanguages,
  plainRoles,
  roleOf,
} from './glossary-columns.ts'

type Props = Readonly<{
  preview: GlossaryPreview
  /** What each column is said to hold. */
  roles: readonly ColumnRole[]
  onRole: (column: number, role: ColumnRole) => void
}>

const shownRows = 12

/** The first rows of the file, and over each column what it holds. */
export function ColumnTable({ preview, roles, onRole }: Props) {
  const { t } = useTranslation('terms')
  const languageName = useLanguageName()
  const choices = [
    {
      group: t('column.other'),
      items: plainRoles.map((role) => ({ value: role, label: t(`column.${role}`) })),
    },
    ...columnLanguages(preview.columns, offeredLanguages).map((language) => ({
      group: languageName(language),
      items: choicesIn(language).map(({ choice, role }) => ({
        value: choice,
        label: t(`column.${role}`, { language: languageName(language) }),
      })),
    })),
  ]
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by key
    <section className={styles['table']} tabIndex={0} aria-label={t('glossary.rows')}>
      <table>
        <thead>
          <tr>
            {preview.columns.map((column, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place
              <th key={at} scope="col" data-ignored={roles[at]?.role === 'ignore' || undefined}>
                <span>{column.name || t('column.number', { number: at + 1 })}</span>
                <NativeSelect
                  size="xs"
                  aria-label={t('column.holds', { name: column.name || at + 1 })}
                  value={choiceOf(roles[at] ?? column.role)}
                  onChange={(event) => onRole(at, roleOf(event.currentTarget.value))}
                  data={choices}
                />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {preview.rows.slice(0, shownRows).map((row, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place
            <tr key={at}>
              {preview.columns.map((_, column) => (
                <td
                  // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its place
                  key={column}
                  lang={roles[column]?.language ?? undefined}
                  data-ignored={roles[column]?.role === 'ignore' || undefined}
                >
                  {row[column]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
