import { Button } from '@mantine/core'
import { IconDownload, IconShieldCheck } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { PackageRow } from '#contract/packages.ts'
import { download } from '../../client/asset-url.ts'
import { client } from '../../client/client.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { ErrorNotice } from '../../ui/failure/ErrorNotice.tsx'
import { PackageVerdict } from './PackageVerdict.tsx'
import styles from './StoryBoard.module.css'
import { useWrittenFacts } from './use-written-facts.ts'

/** One package: when, by whom, how large; taking it along and verifying it. */
export function MadePackage({ row }: Readonly<{ row: PackageRow }>) {
  const { t } = useTranslation('publishing')
  const { t: words } = useTranslation('packages')
  const format = useFormat()
  const written = useWrittenFacts()
  const take = useMutation({
    mutationFn: async () => {
      const { url, name } = await client.packages.download({ id: row.id })
      return download(url, name)
    },
  })
  const verify = useMutation({ mutationFn: () => client.packages.verify({ id: row.id }) })
  return (
    <article className={styles['package']}>
      <div className={styles['packageHead']}>
        <div>
          <div className={styles['name']}>
            {row.zipName} {row.preview && <span className={styles['state']}>{t('preview')}</span>}
          </div>
          <span className={styles['facts']}>
            {t('madeBy', { name: row.by.name, when: format.moment(row.at) })} · {format.bytes(row.bytes)} ·{' '}
            {t('files', { count: row.files })} ·{' '}
            {format.list(row.languages.map((language) => t(`common:tongue.${language}`, language)))} ·{' '}
            <span className={styles['fingerprint']} title={row.manifest}>
              {t('fingerprint', { hash: row.manifest.slice(0, 12) })}
            </span>
          </span>
        </div>
        <Button
          size="xs"
          variant="default"
          leftSection={<IconDownload size={15} aria-hidden />}
          aria-label={t('downloadOne', { name: row.zipName })}
          onClick={() => take.mutate()}
        >
          {t('download')}
        </Button>
        <Button
          size="xs"
          variant="default"
          leftSection={<IconShieldCheck size={15} aria-hidden />}
          aria-label={t('verifyOne', { name: row.zipName })}
          loading={verify.isPending}
          onClick={() => verify.mutate()}
        >
          {t('verify')}
        </Button>
      </div>
      {row.warnings.map((warning) => (
        <p key={JSON.stringify(warning)} className={styles['warning']}>
          {words(`warning.${warning.code}`, written(warning.facts))}
        </p>
      ))}
      <ErrorNotice error={take.error ?? verify.error} />
      {verify.data && <PackageVerdict verdict={verify.data} />}
    </article>
  )
}
