import {
  IconAlignLeft,
  IconBlockquote,
  IconH1,
  IconH3,
  IconList,
  IconListNumbers,
  IconMinus,
  IconPhoto,
  IconPilcrow,
  IconVideo,
  type TablerIcon,
} from '@tabler/icons-react'
import type { BlockKind } from '#domain/blocks.ts'

const icons: Readonly<Record<BlockKind, TablerIcon>> = {
  title: IconH1,
  lead: IconAlignLeft,
  paragraph: IconPilcrow,
  heading: IconH3,
  quote: IconBlockquote,
  bullet: IconList,
  number: IconListNumbers,
  figure: IconPhoto,
  clip: IconVideo,
  divider: IconMinus,
}

export function KindIcon({ kind }: Readonly<{ kind: BlockKind }>) {
  const Icon = icons[kind]
  return <Icon size={17} stroke={1.7} aria-hidden />
}
