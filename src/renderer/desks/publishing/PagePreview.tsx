import { Button, Loader, Modal, SegmentedControl } from '@mantine/core'
import { IconEye } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Readiness } from '#contract/packages.ts'
import { mediaUrl } from '../../client/asset-url.ts'
import { orpc } from '../../client/client.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { ErrorNotice } from '../../ui/failure/ErrorNotice.tsx'
import styles from './PagePreview.module.css'

type Props = Readonly<{ article: string; ready: Readiness; name: string; small?: boolean }>

/** Opens the page as the package would hold it, before one is made. */
export function PagePreview(props: Props) {
  const { t } = useTranslation('publishing')
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button
        variant={props.small ? 'subtle' : 'default'}
        size={props.small ? 'compact-xs' : 'sm'}
        leftSection={<IconEye size={16} aria-hidden />}
        onClick={() => setOpen(true)}
      >
        {t('page.open')}
      </Button>
      <Modal
        opened={open}
        onClose={() => setOpen(false)}
        size={1120}
        title={t('page.title', { name: props.name })}
        closeButtonProps={{ 'aria-label': t('page.close') }}
        classNames={{ body: styles['body'] ?? '' }}
      >
        {open && <ShownPage {...props} />}
      </Modal>
    </>
  )
}

type Width = 'wide' | 'phone'

function ShownPage({ article, ready }: Props) {
  const { t } = useTranslation('publishing')
  const format = useFormat()
  const [width, setWidth] = useState<Width>('wide')
  const { channel, language } = ready
  const page = useQuery({
    ...orpc.packages.page.queryOptions({
      input: { article, channel, language, mediaOrigin: mediaUrl('') },
    }),
    // Whatever was typed, approved or set meanwhile: it is looked at anew each time.
    gcTime: 0,
  })
  if (page.error) return <ErrorNotice error={page.error} />
  if (!page.data) return <Loader size={20} />
  const { html, approvedAt } = page.data
  return (
    <>
      <div className={styles['bar']}>
        <p>
          {approvedAt === null
            ? t('page.unapproved')
            : t('page.approved', { when: format.moment(approvedAt) })}
        </p>
        <SegmentedControl
          size="xs"
          value={width}
          onChange={(value) => setWidth(value === 'phone' ? 'phone' : 'wide')}
          aria-label={t('page.width')}
          data={[
            { value: 'wide', label: t('page.wide') },
            { value: 'phone', label: t('page.phone') },
          ]}
        />
      </div>
      {/* The page's own origin, so that its pictures come with our cookie; without scripts, forms or popups (SEC2). */}
      <iframe
        className={styles['page']}
        data-width={width}
        sandbox="allow-same-origin"
        srcDoc={html}
        title={t('page.frame')}
      />
    </>
  )
}
