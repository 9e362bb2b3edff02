import { Button, Modal, Progress } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from '#renderer/ui/store.ts'
import { ImportFileList } from './ImportFileList.tsx'
import { ImportFileView } from './ImportFileView.tsx'
import { type ImportFile, isSettled, mayCreate, stateOf } from './import-file.ts'
import type { ImportRun } from './import-run.ts'

type Props = Readonly<{
  run: ImportRun
  /** `article` is the last that was imported. */
  onEnd: (article: string | null) => void
}>

/**
 * Shows what files would become before anything is created (SAFE3): one of them with its guesses, which can be
 * changed, and the list of all when there are several.
 */
export function ImportDialog({ run, onEnd }: Props) {
  const { t } = useTranslation('writing')
  const files = useStore(run.files)
  const creating = useStore(run.creating)
  const [picked, setPicked] = useState<string | null>(null)
  const chosen = files.find(({ key }) => key === picked) ?? nextToLookAt(files)
  const many = files.length > 1
  const all = files.length > 0 && files.every(isSettled)
  const leave = () => {
    run.close()
    onEnd(lastImported(files))
  }
  useEffect(() => {
    if (all) leave()
  })
  // What stands before the person's eyes counts as looked at; what passes by while articles are created does not.
  useEffect(() => {
    if (chosen?.step.kind === 'read' && !creating) run.look(chosen.key)
  }, [chosen, creating, run])
  return (
    <Modal
      opened
      onClose={leave}
      size={many ? 1300 : 1120}
      title={
        many
          ? t('import.titleMany', { count: files.length })
          : t('import.title', { name: chosen?.given.name })
      }
      classNames={{ body: 'wd-import', content: 'wd-import-window' }}
      closeOnClickOutside={false}
      closeOnEscape={!many}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      <div className="wd-import-work">
        {many && <ImportFileList run={run} files={files} chosen={chosen?.key} onChoose={setPicked} />}
        {chosen && <ImportFileView key={`${chosen.key} ${stepKey(chosen)}`} run={run} file={chosen} />}
      </div>
      <footer className="wd-import-foot">
        {many && <Standing files={files} />}
        {!many && chosen?.step.kind !== 'creating' && (
          <span className="wd-row-faint">{t('import.nothingCreated')}</span>
        )}
        <span className="wd-spring" />
        <Decisions
          run={run}
          files={files}
          chosen={chosen}
          creating={creating}
          onLeave={leave}
          onNext={() => setPicked(null)}
        />
      </footer>
    </Modal>
  )
}

/** A file read again is another text: nothing of what was typed before belongs to it. */
function stepKey({ step }: ImportFile): string {
  return step.kind === 'read' ? step.preview.preview : step.kind
}

/** Without a choice: what a person must decide on, then what is not done with. */
function nextToLookAt(files: readonly ImportFile[]): ImportFile | undefined {
  const open = (states: readonly string[]) => files.find((file) => states.includes(stateOf(file)))
  return (
    open(['ask', 'look', 'ready']) ??
    open(['failed', 'stamped']) ??
    files.find((file) => !isSettled(file)) ??
    files[0]
  )
}

function lastImported(files: readonly ImportFile[]): string | null {
  const done = files.map(({ step }) => (step.kind === 'imported' ? step.article : null))
  return done.findLast((article) => article !== null) ?? null
}

/** How far the whole import is, in words and as a bar. */
function Standing({ files }: Readonly<{ files: readonly ImportFile[] }>) {
  const { t } = useTranslation('writing')
  const states = files.map(stateOf)
  const count = (...wanted: readonly string[]) => states.filter((state) => wanted.includes(state)).length
  const imported = count('imported')
  const trouble = count('failed', 'stamped')
  const parts = [
    t('import.standing.imported', { count: imported, total: files.length }),
    ...(count('look', 'ask') > 0 ? [t('import.standing.look', { count: count('look', 'ask') })] : []),
    ...(trouble > 0 ? [t('import.standing.failed', { count: trouble })] : []),
  ]
  const done = imported + count('skipped') + trouble
  return (
    <div className="wd-import-standing" role="status">
      <span>{parts.join(' · ')}</span>
      <Progress size={4} value={(100 * done) / files.length} aria-label={t('import.standing.label')} />
    </div>
  )
}

type DecisionProps = Readonly<{
  run: ImportRun
  files: readonly ImportFile[]
  chosen: ImportFile | undefined
  creating: boolean
  onLeave: () => void
  onNext: () => void
}>

function Decisions({ run, files, chosen, creating, onLeave, onNext }: DecisionProps) {
  const { t } = useTranslation('writing')
  const many = files.length > 1
  const ready = files.filter((file) => stateOf(file) === 'ready').length
  const may = chosen !== undefined && mayCreate(chosen.step)
  const decide = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (may && !many) decide.current?.focus()
  }, [may, many])
  if (creating) {
    return (
      <Button variant="default" onClick={run.stop}>
        {t('import.stop')}
      </Button>
    )
  }
  const importOne = async () => {
    if (!chosen) return
    await run.createOne(chosen.key)
    onNext()
  }
  // What is left then is what a person must look at: it comes before their eyes.
  const importAll = async () => {
    await run.createAll()
    onNext()
  }
  return (
    <>
      <Button variant="default" onClick={onLeave}>
        {t(many || chosen?.step.kind === 'failed' ? 'action.close' : 'action.cancel')}
      </Button>
      <Button
        ref={decide}
        variant={many ? 'default' : 'filled'}
        disabled={!may}
        loading={chosen?.step.kind === 'creating'}
        onClick={() => void importOne()}
      >
        {t('import.do')}
      </Button>
      {many && (
        <Button disabled={ready === 0} onClick={() => void importAll()}>
          {t('import.all', { count: ready })}
        </Button>
      )}
    </>
  )
}
