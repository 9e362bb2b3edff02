import { Button } from '@mantine/core'
import { IconBroadcast } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BoardRow } from '#contract/editions.ts'
import { PostDialog } from './PostDialog.tsx'

type Props = Readonly<{ article: string; row: BoardRow }>

/** "Đã đăng…": notes that a text stands somewhere, for one that may have left. */
export function PostButton({ article, row }: Props) {
  const { t } = useTranslation('publishing')
  const [open, setOpen] = useState(false)
  if (row.approvedRevision === null) return null
  return (
    <>
      <Button
        fullWidth
        variant={row.action === 'post' ? 'filled' : 'default'}
        leftSection={<IconBroadcast size={16} aria-hidden />}
        onClick={() => setOpen(true)}
      >
        {t('post.open')}
      </Button>
      {open && <PostDialog article={article} row={row} onClose={() => setOpen(false)} />}
    </>
  )
}
