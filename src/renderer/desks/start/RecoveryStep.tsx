import { Button, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '../../client/client.ts'
import { ErrorNotice } from '../../ui/failure/ErrorNotice.tsx'
import { saveText } from '../../ui/save-text.ts'
import { settingUp } from '../../ui/setting-up.ts'
import { useWorkspace } from '../../ui/workspace.tsx'
import { FileTarget } from './FileTarget.tsx'
import styles from './RecoveryStep.module.css'
import { readRecoveryFile } from './recovery-text.ts'
import { StartLayout } from './StartLayout.tsx'

/** What a newsroom just made hands out. */
export type NewNewsroom = Readonly<{ recoveryFile: string; fileName: string }>

type Props = Readonly<{ made: NewNewsroom | null; onStartOver(): void }>

/** The recovery file: handed out, then read back from where it is kept. Only then does the newsroom begin. */
export function RecoveryStep({ made, onStartOver }: Props) {
  const { t } = useTranslation('start')
  const { session } = useWorkspace()
  const [saved, setSaved] = useState(made === null)
  const confirm = useConfirmation()
  function save({ recoveryFile, fileName }: NewNewsroom) {
    saveText(recoveryFile, fileName)
    setSaved(true)
  }
  return (
    <StartLayout title={t('recovery.title')}>
      <div className={styles['facts']}>
        <p>{t('recovery.what')}</p>
        <p>{t('recovery.where')}</p>
      </div>
      {made ? (
        <>
          <h2 className={styles['step']}>{t('recovery.save')}</h2>
          <Button variant={saved ? 'default' : 'filled'} onClick={() => save(made)}>
            {t(saved ? 'recovery.saveAgain' : 'recovery.saveNow')}
          </Button>
          {saved && (
            <p className={styles['said']} role="status">
              {t('recovery.saved', { name: made.fileName })}
            </p>
          )}
        </>
      ) : (
        <p>{t('recovery.lost', { newsroom: session.newsroom?.name })}</p>
      )}
      <h2 className={styles['step']}>{t('recovery.read')}</h2>
      <Text size="sm" c="dimmed" mb={8}>
        {t('recovery.readHint')}
      </Text>
      <FileTarget
        label={t('recovery.choose')}
        hint={t('recovery.dropHint')}
        disabled={!saved || confirm.isPending}
        onFile={confirm.mutate}
      />
      <ErrorNotice error={confirm.error} />
      {!made && (
        <Button variant="subtle" mt="md" onClick={onStartOver}>
          {t('recovery.startOver')}
        </Button>
      )}
    </StartLayout>
  )
}

function useConfirmation() {
  const { refresh } = useWorkspace()
  return useMutation({
    mutationFn: async (file: File) => {
      await client.people.confirmRecovery({ recoveryFile: await readRecoveryFile(file) })
      // One question is left before the desks open.
      settingUp.set(true)
      await refresh()
    },
  })
}
