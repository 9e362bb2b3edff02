import { Button, NativeSelect } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { uuidv7 } from 'uuidv7'
import { type Concept, conceptKinds, type Term } from '#domain/terms/termbase.ts'
import { useLanguageName } from '#renderer/i18n/use-language-name.ts'
import { ErrorNotice } from '#renderer/ui/failure/ErrorNotice.tsx'
import { AddLanguage } from '../entries/AddLanguage.tsx'
import { conceptDrafts, type Draft } from '../entries/drafts.ts'
import styles from '../entries/Entries.module.css'
import { FormFoot } from '../entries/FormFoot.tsx'
import { NoteAndSource } from '../entries/NoteAndSource.tsx'
import { useForm } from '../entries/use-form.ts'
import { ConceptProblems } from './ConceptProblems.tsx'
import { cleanConcept, conceptProblems, emptyTerm } from './concept-form.ts'
import { houseLanguages, languagesOf } from './concept-rows.ts'
import { TermRow } from './TermRow.tsx'

type Props = Readonly<{ draft: Draft<Concept>; others: readonly Concept[]; onLeave: () => void }>

/** A concept being written. What was typed stays when another is looked at meanwhile. */
export function ConceptForm({ draft, others, onLeave }: Props) {
  const { t } = useTranslation('terms')
  const languageName = useLanguageName()
  const { now } = draft
  const problems = conceptProblems(now, others)
  const isEmpty = problems.some(({ kind }) => kind === 'empty')
  const change = (part: Partial<Concept>) => conceptDrafts.write({ ...now, ...part })
  const { save, act, press } = useForm({
    draft,
    drafts: conceptDrafts,
    act: () => ({ kind: 'concept', change: { before: draft.base, after: cleanConcept(now) } }),
    canSave: !isEmpty,
    onLeave,
  })
  const changeTerm = (changed: Term) =>
    change({ terms: now.terms.map((term) => (term.id === changed.id ? changed : term)) })
  const addTerm = (language: string) => {
    const use = now.terms.some((term) => term.language === language) ? 'allowed' : 'preferred'
    change({ terms: [...now.terms, emptyTerm(language, use, uuidv7)] })
  }
  const languages = languagesOf({
    terms: [...now.terms, ...houseLanguages.map((each) => emptyTerm(each, 'allowed', String))],
  })
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape leaves a form that nothing was changed in
    <div className={styles['form']} onKeyDown={press}>
      <h2>{t(draft.base === null ? 'concept.new' : 'concept.change')}</h2>
      {languages.map((language) => (
        <fieldset key={language} className={styles['group']}>
          <legend>{languageName(language)}</legend>
          <div className={styles['rows']}>
            {now.terms
              .filter((term) => term.language === language)
              .map((term) => (
                <TermRow
                  key={term.id}
                  term={term}
                  languageName={languageName(language)}
                  onChange={changeTerm}
                  onRemove={() => change({ terms: now.terms.filter(({ id }) => id !== term.id) })}
                />
              ))}
            <div>
              <Button
                size="compact-xs"
                variant="subtle"
                leftSection={<IconPlus size={13} aria-hidden />}
                aria-label={t('concept.addTermIn', { language: languageName(language) })}
                onClick={() => addTerm(language)}
              >
                {t('concept.addTerm')}
              </Button>
            </div>
          </div>
        </fieldset>
      ))}
      <AddLanguage taken={languages} onAdd={addTerm} />
      <div className={styles['pair']}>
        <NativeSelect
          label={t('concept.kind')}
          value={now.kind}
          onChange={({ currentTarget: { value } }) =>
            change({ kind: conceptKinds.find((kind) => kind === value) ?? 'other' })
          }
          data={conceptKinds.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
        />
        <NativeSelect
          label={t('filter.standing')}
          value={now.status}
          onChange={({ currentTarget: { value } }) =>
            change({ status: value === 'approved' ? 'approved' : 'proposed' })
          }
          data={(['proposed', 'approved'] as const).map((status) => ({
            value: status,
            label: t(`status.${status}`),
          }))}
        />
      </div>
      <NoteAndSource entry={now} sourceHint={t('concept.sourceHint')} onChange={change} />
      <ErrorNotice error={act.error} />
      <FormFoot saving={act.isPending} disabled={isEmpty} onSave={save} onLeave={onLeave}>
        <ConceptProblems problems={problems} />
      </FormFoot>
    </div>
  )
}
