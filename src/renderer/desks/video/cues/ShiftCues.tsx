import { Button, Modal, NumberInput, SegmentedControl, Stack } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { shiftCues } from '#documents/track/edit-track.ts'
import type { TrackCue } from '#domain/cues/track.ts'
import { DialogFoot } from '#renderer/ui/DialogFoot.tsx'
import type { TrackHand } from '../track-hand.ts'

type Props = Readonly<{ hand: TrackHand; from: TrackCue | null; onClose: () => void }>

/** Moves many cues at once: all of them, or those from the one in hand on. */
export function ShiftCues({ hand, from, onClose }: Props) {
  const { t } = useTranslation('video')
  const [seconds, setSeconds] = useState<number | string>(0)
  const [which, setWhich] = useState(from ? 'rest' : 'all')
  const by = Math.round(Number(seconds) * 1000)
  function shift(): void {
    const cues = hand.store.cues.get()
    const moved = which === 'rest' && from ? cues.filter(({ start }) => start >= from.start) : cues
    hand.edit((doc) =>
      shiftCues(
        doc,
        moved.map(({ id }) => id),
        by,
      ),
    )
    onClose()
  }
  return (
    <Modal opened onClose={onClose} title={t('shift.title')}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (by !== 0) shift()
        }}
      >
        <Stack>
          <NumberInput
            data-autofocus
            label={t('shift.by')}
            description={t('shift.hint')}
            value={seconds}
            onChange={setSeconds}
            decimalSeparator=","
            decimalScale={3}
            step={0.1}
          />
          {from && (
            <SegmentedControl
              value={which}
              onChange={setWhich}
              data={[
                { value: 'rest', label: t('shift.rest') },
                { value: 'all', label: t('shift.all') },
              ]}
            />
          )}
          <DialogFoot onCancel={onClose}>
            <Button type="submit" disabled={by === 0 || Number.isNaN(by)}>
              {t('shift.do')}
            </Button>
          </DialogFoot>
        </Stack>
      </form>
    </Modal>
  )
}
