import { useTranslation } from 'react-i18next'
import { useLanguageName } from '#renderer/i18n/use-language-name.ts'
import type { ConceptProblem } from './concept-form.ts'

/** What a form says before it is saved. */
export function ConceptProblems({ problems }: Readonly<{ problems: readonly ConceptProblem[] }>) {
  const { t } = useTranslation('terms')
  const languageName = useLanguageName()
  return (
    <ul aria-live="polite">
      {problems.map((problem) => (
        <li key={JSON.stringify(problem)}>
          {t(`problem.${problem.kind}`, {
            ...problem,
            language: 'language' in problem ? languageName(problem.language) : '',
          })}
        </li>
      ))}
    </ul>
  )
}
