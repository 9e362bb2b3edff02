import {
  IconAlertTriangle,
  IconArchive,
  IconArrowBackUp,
  IconBroadcast,
  IconCircleCheck,
  IconCircleDashed,
  IconClock,
  IconEyeOff,
  IconHourglass,
  IconPackage,
  IconPencil,
  IconRulerMeasure,
  IconShieldLock,
  type TablerIcon,
} from '@tabler/icons-react'
import type { BoardRow } from '#contract/editions.ts'

export type Tone = 'good' | 'plain' | 'warn' | 'bad'

/** How each state of a channel's text is drawn: never by colour alone. */
export const boardMarks: Readonly<Record<BoardRow['state'], Readonly<{ icon: TablerIcon; tone: Tone }>>> = {
  missing: { icon: IconCircleDashed, tone: 'plain' },
  held: { icon: IconShieldLock, tone: 'bad' },
  internal: { icon: IconEyeOff, tone: 'plain' },
  sourceNotApproved: { icon: IconHourglass, tone: 'plain' },
  incomplete: { icon: IconPencil, tone: 'warn' },
  tooLong: { icon: IconRulerMeasure, tone: 'bad' },
  stale: { icon: IconAlertTriangle, tone: 'warn' },
  notApproved: { icon: IconPencil, tone: 'plain' },
  inReview: { icon: IconHourglass, tone: 'plain' },
  returned: { icon: IconArrowBackUp, tone: 'warn' },
  newerUnapproved: { icon: IconAlertTriangle, tone: 'warn' },
  embargoed: { icon: IconClock, tone: 'warn' },
  ready: { icon: IconCircleCheck, tone: 'good' },
  made: { icon: IconPackage, tone: 'good' },
  posted: { icon: IconBroadcast, tone: 'good' },
  due: { icon: IconClock, tone: 'bad' },
  takenDown: { icon: IconArchive, tone: 'plain' },
}
