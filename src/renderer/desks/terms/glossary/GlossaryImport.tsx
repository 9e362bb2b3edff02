import { Button, Group, Loader, Modal, NativeSelect, Stack, Switch } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { ErrorNotice } from '#renderer/ui/failure/ErrorNotice.tsx'
import { ColumnTable } from './ColumnTable.tsx'
import styles from './Glossary.module.css'
import { GlossaryOutcome } from './GlossaryOutcome.tsx'
import { GlossaryProgress } from './GlossaryProgress.tsx'
import { withColumn } from './glossary-columns.ts'
import { useGlossary } from './use-glossary.ts'
import { useGlossaryImport } from './use-glossary-import.ts'

type Props = Readonly<{ file: File; onClose: () => void }>

/** A glossary before it is taken in: what its columns are, what would come of it, what would be left out and why. */
export function GlossaryImport({ file, onClose }: Props) {
  const { t } = useTranslation('terms')
  const glossary = useGlossary(file)
  const running = useGlossaryImport(glossary)
  const { preview, columns } = glossary
  const brings = (preview?.added ?? 0) + (preview?.completed ?? 0)
  return (
    <Modal opened onClose={onClose} title={t('glossary.title', { name: file.name })} size={1080}>
      <Stack gap="sm">
        {glossary.isReading && !preview && !glossary.error && (
          <p role="status" className={styles['said']}>
            <Loader size="xs" aria-hidden /> {t('glossary.reading', { name: file.name })}
          </p>
        )}
        <ErrorNotice error={glossary.error} />
        {preview && running.state === 'none' && (
          <>
            <div className={styles['choices']}>
              {preview.sheets.length > 1 && (
                <NativeSelect
                  size="xs"
                  label={t('glossary.sheet')}
                  value={preview.sheet}
                  onChange={(event) =>
                    glossary.change({ sheet: event.currentTarget.value, header: null, columns: null })
                  }
                  data={[...preview.sheets]}
                />
              )}
              <Switch
                size="xs"
                label={t('glossary.header')}
                checked={glossary.header}
                onChange={(event) => glossary.change({ header: event.currentTarget.checked, columns })}
              />
              {preview.encoding !== '' && (
                <span className={styles['dim']}>
                  {t('glossary.readAs', {
                    encoding: preview.encoding.toUpperCase(),
                    separator: preview.separator === '\t' ? 'Tab' : preview.separator,
                  })}
                </span>
              )}
            </div>
            <ColumnTable
              preview={preview}
              roles={columns}
              onRole={(at, role) => glossary.change({ columns: withColumn(columns, at, role) })}
            />
            <GlossaryOutcome preview={preview} />
          </>
        )}
        <GlossaryProgress running={running} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t(running.state === 'none' ? 'common:cancel' : 'common:close')}
          </Button>
          {running.state === 'none' && (
            <Button
              data-autofocus
              disabled={brings === 0 || glossary.isBehind}
              loading={running.isStarting}
              onClick={running.start}
            >
              {t('glossary.do', { count: brings })}
            </Button>
          )}
        </Group>
      </Stack>
    </Modal>
  )
}
