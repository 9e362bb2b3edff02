import { notifications } from '@mantine/notifications'
import { useMutation } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { uuidv7 } from 'uuidv7'
import { download } from '#renderer/client/asset-url.ts'
import { client } from '#renderer/client/client.ts'
import { ErrorNotice } from '#renderer/ui/failure/ErrorNotice.tsx'
import { useCommands } from '#renderer/ui/keymap/commands.ts'
import { giveLanguageFiles, languageFiles } from '#renderer/ui/language-files.ts'
import { useStore } from '#renderer/ui/store.ts'
import { GlossaryImport } from './GlossaryImport.tsx'
import { glossaryTask } from './glossary-task.ts'

/** Glossaries on their way in and out, whatever part of the desk is open. */
export function GlossaryTasks() {
  const { t } = useTranslation('terms')
  const task = useStore(glossaryTask)
  const given = useStore(languageFiles)
  const picker = useRef<HTMLInputElement>(null)
  const { mutate: write } = useMutation({
    mutationFn: async (format: 'xlsx' | 'csv') => {
      const { url, name } = await client.terms.exportFile({ id: uuidv7(), format })
      await download(url, name)
    },
    onError: (error) => notifications.show({ message: <ErrorNotice error={error} />, autoClose: false }),
  })
  useEffect(() => {
    if (task === null) return
    glossaryTask.set(null)
    if (task === 'choose') picker.current?.click()
    else write(task)
  }, [task, write])
  const group = 'terms' as const
  useCommands([
    {
      id: 'importGlossary',
      title: t('glossary.import'),
      group,
      keys: null,
      run: () => picker.current?.click(),
    },
    { id: 'exportXlsx', title: t('glossary.export.xlsx'), group, keys: null, run: () => write('xlsx') },
    { id: 'exportCsv', title: t('glossary.export.csv'), group, keys: null, run: () => write('csv') },
  ])
  return (
    <>
      <input
        ref={picker}
        type="file"
        hidden
        accept=".xlsx,.csv,.tsv"
        aria-label={t('glossary.import')}
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? []
          if (file) giveLanguageFiles({ kind: 'glossary', file })
          event.currentTarget.value = ''
        }}
      />
      {given?.kind === 'glossary' && (
        <GlossaryImport
          key={`${given.file.name} ${given.file.lastModified}`}
          file={given.file}
          onClose={() => languageFiles.set(null)}
        />
      )}
    </>
  )
}
