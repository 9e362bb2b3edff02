import { Button, Modal, Radio, Stack, Textarea } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type DemandView, demandGrounds, type PublicationView } from '#contract/publications.ts'
import { createActIds } from '../../../client/act-ids.ts'
import { client } from '../../../client/client.ts'
import { DialogFoot } from '../../../ui/DialogFoot.tsx'
import { ErrorNotice } from '../../../ui/failure/ErrorNotice.tsx'

type Props = Readonly<{ posting: PublicationView; kind: DemandView['kind']; onClose(): void }>

/** Notes that something posted is to be corrected or taken down, why and at whose word: the deadline follows. */
export function DemandDialog({ posting, kind, onClose }: Props) {
  const { t } = useTranslation('publishing')
  const [acts] = useState(createActIds)
  const [ground, setGround] = useState<DemandView['ground']>('own')
  const [reason, setReason] = useState('')
  const ask = useMutation({
    mutationFn: async () => {
      const wanted = { publication: posting.record, ground, reason }
      const act = { id: acts.of(wanted), ...wanted, askedAt: Date.now() }
      await (kind === 'takedown' ? client.publications.takeDown(act) : client.publications.correct(act))
    },
    onSuccess: onClose,
  })
  function submit(event: FormEvent): void {
    event.preventDefault()
    if (reason.trim() !== '') ask.mutate()
  }
  return (
    <Modal opened onClose={onClose} title={t(`demand.title.${kind}`)}>
      <form onSubmit={submit}>
        <Stack gap="sm">
          <Radio.Group
            label={t('demand.whose')}
            value={ground}
            onChange={(value) => setGround(demandGrounds.find((each) => each === value) ?? 'own')}
          >
            <Stack gap={6} mt={4}>
              {demandGrounds.map((each) => (
                <Radio key={each} value={each} label={t(`demand.ground.${each}`)} />
              ))}
            </Stack>
          </Radio.Group>
          <Textarea
            data-autofocus
            required
            autosize
            minRows={2}
            label={t('demand.reason')}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <ErrorNotice error={ask.error} />
          <DialogFoot onCancel={onClose}>
            <Button type="submit" disabled={reason.trim() === ''} loading={ask.isPending}>
              {t('demand.do')}
            </Button>
          </DialogFoot>
        </Stack>
      </form>
    </Modal>
  )
}
