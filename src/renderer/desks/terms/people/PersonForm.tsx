import { Button, NativeSelect, TextInput } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { uuidv7 } from 'uuidv7'
import type { Concept, DatedTitle, Official, PersonName } from '#domain/terms/termbase.ts'
import { useLanguageName } from '#renderer/i18n/use-language-name.ts'
import { ErrorNotice } from '#renderer/ui/failure/ErrorNotice.tsx'
import { AddLanguage } from '../entries/AddLanguage.tsx'
import { type Draft, personDrafts } from '../entries/drafts.ts'
import styles from '../entries/Entries.module.css'
import { FormFoot } from '../entries/FormFoot.tsx'
import { NoteAndSource } from '../entries/NoteAndSource.tsx'
import { useForm } from '../entries/use-form.ts'
import { NameRow } from './NameRow.tsx'
import { cleanPerson, maySave, personProblems } from './person-rows.ts'
import { TitleRow } from './TitleRow.tsx'

const genders = ['', 'female', 'male'] as const

type Props = Readonly<{
  draft: Draft<Official>
  others: readonly Official[]
  concepts: readonly Concept[]
  onLeave: () => void
}>

/** A person being written. */
export function PersonForm({ draft, others, concepts, onLeave }: Props) {
  const { t } = useTranslation('terms')
  const languageName = useLanguageName()
  const { now } = draft
  const problems = personProblems(now, others)
  const canSave = maySave(problems)
  const change = (part: Partial<Official>) => personDrafts.write({ ...now, ...part })
  const { save, act, press } = useForm({
    draft,
    drafts: personDrafts,
    act: () => ({ kind: 'person', change: { before: draft.base, after: cleanPerson(now) } }),
    canSave,
    onLeave,
  })
  const changeTitle = (changed: DatedTitle) =>
    change({ titles: now.titles.map((title) => (title.id === changed.id ? changed : title)) })
  const changeName = (changed: PersonName) =>
    change({ names: now.names.map((name) => (name.language === changed.language ? changed : name)) })
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape leaves a form that nothing was changed in
    <div className={styles['form']} onKeyDown={press}>
      <h2>{t(draft.base === null ? 'person.new' : 'person.change')}</h2>
      <div className={styles['pair']}>
        <TextInput
          label={t('person.name')}
          description={t('person.nameHint')}
          maxLength={500}
          autoFocus={draft.base === null}
          value={now.name}
          onChange={(event) => change({ name: event.currentTarget.value })}
        />
        <NativeSelect
          label={t('person.gender')}
          description={t('person.genderHint')}
          value={now.gender}
          onChange={({ currentTarget: { value } }) =>
            change({ gender: genders.find((gender) => gender === value) ?? '' })
          }
          data={genders.map((gender) => ({ value: gender, label: t(`gender.${gender || 'unknown'}`) }))}
        />
      </div>
      <fieldset className={styles['group']}>
        <legend>{t('person.titles')}</legend>
        <div className={styles['rows']}>
          {now.titles.map((title) => (
            <TitleRow
              key={title.id}
              title={title}
              concepts={concepts}
              onChange={changeTitle}
              onRemove={() => change({ titles: now.titles.filter(({ id }) => id !== title.id) })}
            />
          ))}
          <div>
            <Button
              size="compact-xs"
              variant="subtle"
              leftSection={<IconPlus size={13} aria-hidden />}
              onClick={() =>
                change({
                  titles: [...now.titles, { id: uuidv7(), text: '', concept: '', from: '', until: '' }],
                })
              }
            >
              {t('person.addTitle')}
            </Button>
          </div>
        </div>
      </fieldset>
      <fieldset className={styles['group']}>
        <legend>{t('person.names')}</legend>
        <div className={styles['rows']}>
          {now.names.map((name) => (
            <NameRow
              key={name.language}
              name={name}
              onChange={changeName}
              onRemove={() =>
                change({ names: now.names.filter(({ language }) => language !== name.language) })
              }
            />
          ))}
          <AddLanguage
            taken={['vi', ...now.names.map(({ language }) => language)]}
            onAdd={(language) => change({ names: [...now.names, { language, text: '', confirmed: false }] })}
          />
        </div>
      </fieldset>
      <NoteAndSource entry={now} sourceHint={t('person.sourceHint')} onChange={change} />
      <ErrorNotice error={act.error} />
      <FormFoot saving={act.isPending} disabled={!canSave} onSave={save} onLeave={onLeave}>
        <ul aria-live="polite">
          {problems.map((problem) => (
            <li key={JSON.stringify(problem)}>
              {t(`personProblem.${problem.kind}`, {
                ...problem,
                language: 'language' in problem ? languageName(problem.language) : '',
              })}
            </li>
          ))}
        </ul>
      </FormFoot>
    </div>
  )
}
