import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { usePreferences } from '../preferences.ts'
import styles from './DeskLayout.module.css'
import { ResizeHandle } from './ResizeHandle.tsx'

type Props = Readonly<{
  list?: ReactNode
  inspector?: ReactNode
  /** The name of the work's region, for those who hear the page. */
  label: string
  children: ReactNode
}>

/** A desk: list, work and inspector side by side; the outer two fold away and keep their widths. */
export function DeskLayout({ list, inspector, label, children }: Props) {
  const { t } = useTranslation()
  const [{ listFolded, inspectorFolded, listWidth, inspectorWidth }, change] = usePreferences()
  return (
    <div className={styles['desk']}>
      {list !== undefined && !listFolded && (
        <>
          <section className={styles['side']} style={{ width: listWidth }} aria-label={t('list')}>
            {list}
          </section>
          <ResizeHandle
            label={t('resizeList')}
            width={listWidth}
            range={[200, 520]}
            grows="right"
            onResize={(width) => change({ listWidth: width })}
          />
        </>
      )}
      <section className={styles['work']} aria-label={label}>
        {children}
      </section>
      {inspector !== undefined && !inspectorFolded && (
        <>
          <ResizeHandle
            label={t('resizeInspector')}
            width={inspectorWidth}
            range={[220, 520]}
            grows="left"
            onResize={(width) => change({ inspectorWidth: width })}
          />
          <section className={styles['side']} style={{ width: inspectorWidth }} aria-label={t('inspector')}>
            {inspector}
          </section>
        </>
      )}
    </div>
  )
}
