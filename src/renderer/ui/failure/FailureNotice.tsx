import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Failure } from '#contract/failures.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { NoticeBox } from './NoticeBox.tsx'
import { failureSentence } from './sentence.ts'

type Props = Readonly<{ failure: Failure | null; id?: string; children?: ReactNode }>

/** Says a failure beside what it is about: what happened, where, what to do. */
export function FailureNotice({ failure, id, children }: Props) {
  const { t } = useTranslation('failures')
  const format = useFormat()
  if (!failure) return null
  return (
    <NoticeBox {...failureSentence(failure, t, format)} id={id}>
      {children}
    </NoticeBox>
  )
}
