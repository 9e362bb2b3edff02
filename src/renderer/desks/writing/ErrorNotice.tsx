import { useTranslation } from 'react-i18next'
import { failureOf } from '#renderer/client/failures.ts'
import { FailureNotice } from '#renderer/ui/failure/FailureNotice.tsx'

/** Says beside its subject what an operation threw: a known failure, or that the workspace does not answer. */
export function ErrorNotice({ error }: Readonly<{ error: unknown }>) {
  const { t } = useTranslation('writing')
  if (error === null || error === undefined) return null
  const failure = failureOf(error)
  if (failure) return <FailureNotice failure={failure} />
  return (
    <p className="wd-note" role="alert">
      {t('error.noAnswer')}
    </p>
  )
}
