import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ConnectionLost, failureOf } from '../../client/failures.ts'
import { FailureNotice } from './FailureNotice.tsx'
import { NoticeBox } from './NoticeBox.tsx'

type Props = Readonly<{ error: unknown; children?: ReactNode }>

/** Says any error of an operation: a typed failure in its own words, a fault of the program as one. */
export function ErrorNotice({ error, children }: Props) {
  const { t } = useTranslation('failures')
  if (error === null || error === undefined) return null
  const failure = failureOf(error)
  if (failure) return <FailureNotice failure={failure}>{children}</FailureNotice>
  if (error instanceof ConnectionLost) {
    return <NoticeBox what={t('disconnected.what')} todo={t('disconnected.todo')} />
  }
  const detail = error instanceof Error ? error.message : String(error)
  return (
    <NoticeBox what={t('unexpected.what', { detail })} todo={t('unexpected.todo')}>
      {children}
    </NoticeBox>
  )
}
