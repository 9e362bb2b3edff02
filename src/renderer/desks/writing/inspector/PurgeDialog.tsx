import { Button, Modal, Radio, Stack } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { uuidv7 } from 'uuidv7'
import type { StampHit } from '#contract/secrets.ts'
import { client } from '#renderer/client/client.ts'
import { flushTyped } from '#renderer/client/window-guard.ts'
import { ErrorNotice } from '#renderer/ui/failure/ErrorNotice.tsx'
import { purgeSaid } from './purge-result.ts'

type Props = Readonly<{ hit: StampHit; onClose: () => void }>
type Scope = 'block' | 'article'

/** Purges a block, or the whole article when all of it is a secret document; says before what will be gone. */
export function PurgeDialog({ hit, onClose }: Props) {
  const { t } = useTranslation('writing')
  const [id] = useState(uuidv7)
  const [scope, setScope] = useState<Scope>('block')
  const purge = useMutation({
    mutationFn: async () => {
      await flushTyped()
      return client.secrets.purge({ id, hit: hit.hit, document: hit.document, scope })
    },
  })
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('stamp.purgeTitle')}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      {purge.data ? (
        <p role="status">
          {purgeSaid(scope, purge.data)
            .map(({ text, count, names }) => t(`stamp.purged.${text}`, { count, names }))
            .join(' ')}
        </p>
      ) : (
        <>
          <q className="wd-stamp-excerpt">{hit.excerpt}</q>
          <ScopeChoice scope={scope} disabled={purge.isPending} onChange={setScope} />
          <Consequences scope={scope} />
        </>
      )}
      <p>{t('stamp.others')}</p>
      {!purge.data && (
        <p>
          <strong>{t('stamp.noUndo')}</strong>
        </p>
      )}
      <ErrorNotice error={purge.error} />
      <div className="wd-dialog-foot">
        <Button variant="default" onClick={onClose} data-autofocus>
          {t(purge.data ? 'action.close' : 'action.cancel')}
        </Button>
        {!purge.data && (
          <Button color="red" loading={purge.isPending} onClick={() => purge.mutate()}>
            {t(`stamp.purgeDo.${scope}`)}
          </Button>
        )}
      </div>
    </Modal>
  )
}

type ChoiceProps = Readonly<{ scope: Scope; disabled: boolean; onChange: (scope: Scope) => void }>

function ScopeChoice({ scope, disabled, onChange }: ChoiceProps) {
  const { t } = useTranslation('writing')
  return (
    <Radio.Group
      label={t('stamp.scope')}
      value={scope}
      onChange={(value) => onChange(value === 'article' ? 'article' : 'block')}
    >
      <Stack gap="xs" mt="xs">
        {(['block', 'article'] as const).map((each) => (
          <Radio
            key={each}
            value={each}
            disabled={disabled}
            label={t(`stamp.scopeOf.${each}`)}
            description={t(`stamp.scopeHint.${each}`)}
          />
        ))}
      </Stack>
    </Radio.Group>
  )
}

function Consequences({ scope }: Readonly<{ scope: Scope }>) {
  const { t } = useTranslation('writing')
  return (
    <>
      <p>{t('stamp.deletes')}</p>
      <ul className="wd-stamp-list">
        <li>{t(`stamp.deletesText.${scope}`)}</li>
        <li>{t(`stamp.deletesHistory.${scope}`)}</li>
        <li>{t(`stamp.deletesPackages.${scope}`)}</li>
        <li>{t(`stamp.deletesBackups.${scope}`)}</li>
      </ul>
    </>
  )
}
