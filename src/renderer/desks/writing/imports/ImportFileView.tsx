import { Button, Loader } from '@mantine/core'
import { IconCircleCheck } from '@tabler/icons-react'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { Failure } from '#contract/failures.ts'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { FailureNotice } from '#renderer/ui/failure/FailureNotice.tsx'
import { ImportSide } from './ImportSide.tsx'
import { type ImportFile, mayReadAgain } from './import-file.ts'
import type { ImportRun } from './import-run.ts'
import { ProposedBlocks } from './ProposedBlocks.tsx'
import type { Proposal } from './proposal.ts'

type Props = Readonly<{ run: ImportRun; file: ImportFile }>

/** What the chosen file has come to: the article it would become, or what happens to it. */
export function ImportFileView({ run, file }: Props) {
  const { key, step } = file
  const onChange = useCallback(
    (change: (proposal: Proposal) => Proposal) => run.change(key, change),
    [run, key],
  )
  switch (step.kind) {
    case 'read':
      return (
        <div className="wd-import-read">
          {step.refusal && <Refusal failure={step.refusal.failure} />}
          <div className="wd-import-panes">
            <ProposedBlocks preview={step.preview} proposal={step.proposal} onChange={onChange} />
            <ImportSide
              preview={step.preview}
              proposal={step.proposal}
              onChange={(proposal) => onChange(() => proposal)}
              onEncoding={(encoding) => void run.readAs(key, encoding)}
            />
          </div>
        </div>
      )
    case 'failed':
      return (
        <div className="wd-import-wait">
          <Refusal failure={step.failure} />
          {mayReadAgain(file) && <Again run={run} file={file} word="again" />}
        </div>
      )
    default:
      return <Passing run={run} file={file} />
  }
}

function Refusal({ failure }: Readonly<{ failure: Failure | null }>) {
  const { t } = useTranslation('writing')
  return failure ? <FailureNotice failure={failure} /> : <p role="alert">{t('error.noAnswer')}</p>
}

function Again({ run, file, word }: Props & Readonly<{ word: 'again' | 'takeFile' }>) {
  const { t } = useTranslation('writing')
  return (
    <Button variant="default" onClick={() => run.again(file.key)}>
      {t(`import.${word}`)}
    </Button>
  )
}

/** A file that is on its way, or done with. */
function Passing({ run, file }: Props) {
  const { t } = useTranslation('writing')
  const format = useFormat()
  const { step } = file
  if (step.kind === 'skipped') {
    return (
      <div className="wd-import-wait">
        <p>{t('import.skippedHint')}</p>
        <Again run={run} file={file} word="takeFile" />
      </div>
    )
  }
  const words =
    step.kind === 'sending'
      ? t('import.uploading', { percent: format.percent(step.fraction) })
      : t(`import.passing.${step.kind}`)
  return (
    <div className="wd-import-wait" role="status">
      {step.kind === 'imported' ? <IconCircleCheck size={22} aria-hidden /> : <Loader size={20} />}
      <span>{words}</span>
    </div>
  )
}
