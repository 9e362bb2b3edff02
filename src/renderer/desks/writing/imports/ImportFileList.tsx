import { ActionIcon, Progress, Tooltip } from '@mantine/core'
import {
  IconAlertTriangle,
  IconCircleCheck,
  IconCircleDashed,
  IconEye,
  IconFileCheck,
  IconLanguage,
  IconRotate,
  IconShieldLock,
  IconX,
} from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { type FileState, type ImportFile, mayReadAgain, stateOf } from './import-file.ts'
import type { ImportRun } from './import-run.ts'

const icons: Readonly<Record<FileState, typeof IconEye>> = {
  waiting: IconCircleDashed,
  sending: IconCircleDashed,
  reading: IconCircleDashed,
  creating: IconCircleDashed,
  ready: IconCircleCheck,
  look: IconEye,
  ask: IconLanguage,
  imported: IconFileCheck,
  skipped: IconX,
  failed: IconAlertTriangle,
  stamped: IconShieldLock,
}

type Props = Readonly<{
  run: ImportRun
  files: readonly ImportFile[]
  chosen: string | undefined
  onChoose: (key: string) => void
}>

/** All files of an import with what each has come to; one of them is shown beside it. */
export function ImportFileList({ run, files, chosen, onChoose }: Props) {
  const { t } = useTranslation('writing')
  return (
    <ul className="wd-import-files" aria-label={t('import.files')}>
      {files.map((file) => (
        <FileRow
          key={file.key}
          file={file}
          chosen={file.key === chosen}
          onChoose={() => onChoose(file.key)}
          onSkip={() => run.skip(file.key)}
          onAgain={() => run.again(file.key)}
        />
      ))}
    </ul>
  )
}

type RowProps = Readonly<{
  file: ImportFile
  chosen: boolean
  onChoose: () => void
  onSkip: () => void
  onAgain: () => void
}>

function FileRow({ file, chosen, onChoose, onSkip, onAgain }: RowProps) {
  const { t } = useTranslation('writing')
  const state = stateOf(file)
  const Icon = icons[state]
  const { name } = file.given
  return (
    <li className="wd-import-file" data-state={state} data-chosen={chosen || undefined}>
      <button type="button" aria-pressed={chosen} onClick={onChoose} title={name}>
        <span className="wd-import-file-name">{name}</span>
        <span className="wd-import-file-state">
          <Icon size={14} aria-hidden />
          <FileStateWords file={file} />
        </span>
      </button>
      <FileActions file={file} onSkip={onSkip} onAgain={onAgain} />
      {file.step.kind === 'sending' && (
        <Progress
          className="wd-import-file-progress"
          size={3}
          value={file.step.fraction * 100}
          aria-label={t('import.state.sending')}
        />
      )}
    </li>
  )
}

function FileStateWords({ file }: Readonly<{ file: ImportFile }>) {
  const { t } = useTranslation('writing')
  const format = useFormat()
  const state = stateOf(file)
  const size = format.bytes(file.given.size)
  return state === 'waiting' || state === 'ready'
    ? `${t(`import.state.${state}`)} · ${size}`
    : t(`import.state.${state}`)
}

type ActionProps = Readonly<{ file: ImportFile; onSkip: () => void; onAgain: () => void }>

function FileActions({ file, onSkip, onAgain }: ActionProps) {
  const { t } = useTranslation('writing')
  const state = stateOf(file)
  const { name } = file.given
  if (state === 'imported' || state === 'creating') return null
  return (
    <>
      {mayReadAgain(file) && (
        <Tooltip label={t('import.again')}>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('import.againOne', { name })}
            onClick={onAgain}
          >
            <IconRotate size={15} aria-hidden />
          </ActionIcon>
        </Tooltip>
      )}
      {state !== 'skipped' && (
        <Tooltip label={t('import.skip')}>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('import.skipOne', { name })}
            onClick={onSkip}
          >
            <IconX size={15} aria-hidden />
          </ActionIcon>
        </Tooltip>
      )}
    </>
  )
}
