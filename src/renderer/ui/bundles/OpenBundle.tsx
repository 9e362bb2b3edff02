import { Button, Checkbox, Group, Loader, Modal, Stack } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BundleOutcome, BundleView } from '#contract/bundles.ts'
import { client } from '../../client/client.ts'
import { uploadFile } from '../../client/upload.ts'
import { flushTyped } from '../../client/window-guard.ts'
import { ErrorNotice } from '../failure/ErrorNotice.tsx'
import { openArticle } from '../navigation.ts'
import { BundlePreview } from './BundlePreview.tsx'
import styles from './Bundles.module.css'
import type { BundleFile } from './bundle-task.ts'

type Props = Readonly<{ files: readonly BundleFile[]; onClose(): void }>

/** Several files are looked at one after the other. */
export function OpenBundle({ files, onClose }: Props) {
  const [at, setAt] = useState(0)
  const file = files[at]
  const next = () => (at + 1 < files.length ? setAt(at + 1) : onClose())
  return file ? <OneBundle key={at} file={file} onDone={next} onClose={onClose} /> : null
}

type One = Readonly<{ file: BundleFile; onDone(): void; onClose(): void }>

/** What a bundle is, checked to its last byte before anything is taken; then what it brought. */
function OneBundle({ file, onDone, onClose }: One) {
  const { t } = useTranslation('bundles')
  const [accepted, setAccepted] = useState(false)
  const look = useLook(file)
  const open = useMutation({
    mutationFn: async (grant: string) => {
      await flushTyped()
      return client.bundles.open({ grant, acceptUnknown: accepted })
    },
  })
  const view = look.data?.view
  const isStranger = view !== undefined && view.sender.problem !== null
  return (
    <Modal opened onClose={onClose} title={t(open.data ? 'open.done' : 'open.title')} size="lg">
      <Stack gap="sm">
        {look.isPending && (
          <p aria-live="polite">
            <Loader size="xs" aria-hidden /> {t('open.reading', { name: file.name })}
          </p>
        )}
        <ErrorNotice error={look.error ?? open.error} />
        {open.data && <Outcome outcome={open.data} onDone={onDone} />}
        {view && !open.data && (
          <>
            <BundlePreview view={view} />
            {isStranger && (
              <Checkbox
                label={t('open.accept')}
                checked={accepted}
                onChange={(event) => setAccepted(event.currentTarget.checked)}
              />
            )}
            <Group justify="flex-end">
              <Button variant="default" onClick={onDone}>
                {t('common:cancel')}
              </Button>
              <Button
                data-autofocus
                disabled={view.kind !== 'stories' || (isStranger && !accepted)}
                loading={open.isPending}
                onClick={() => look.data && open.mutate(look.data.grant)}
              >
                {t('open.do')}
              </Button>
            </Group>
          </>
        )}
      </Stack>
    </Modal>
  )
}

/** Lets the file in and looks at it; the grant goes with the dialog. */
function useLook(file: BundleFile) {
  const [key] = useState(() => crypto.randomUUID())
  const look = useQuery({
    queryKey: ['bundle', key],
    queryFn: async (): Promise<Readonly<{ grant: string; view: BundleView }>> => {
      const { grant } = file instanceof File ? await uploadFile(file) : file
      return { grant, view: await client.bundles.inspect({ grant }) }
    },
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
  })
  const grant = look.data?.grant
  useEffect(
    () => () => {
      if (grant !== undefined) void client.files.release({ grant }).catch(() => undefined)
    },
    [grant],
  )
  return look
}

function Outcome({ outcome, onDone }: Readonly<{ outcome: BundleOutcome; onDone(): void }>) {
  const { t } = useTranslation('bundles')
  const [article] = outcome.articles
  return (
    <>
      <p role="status" className={styles['said']}>
        {t('open.outcome', { fresh: outcome.fresh, changed: outcome.changed, same: outcome.same })}
      </p>
      {outcome.records > 0 && <p>{t('open.records', { count: outcome.records })}</p>}
      {outcome.kept > 0 && <p>{t('open.kept', { count: outcome.kept })}</p>}
      <Group justify="flex-end">
        {article !== undefined && (
          <Button
            variant="default"
            onClick={() => {
              openArticle(article, 'writing')
              onDone()
            }}
          >
            {t('open.show')}
          </Button>
        )}
        <Button onClick={onDone} data-autofocus>
          {t('send.close')}
        </Button>
      </Group>
    </>
  )
}
