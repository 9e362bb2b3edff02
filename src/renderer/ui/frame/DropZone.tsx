import { IconFileImport } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { giveFiles } from '../file-drop.ts'
import styles from './DropZone.module.css'

/** Files dropped anywhere on the window are imported. A place that takes files itself has `data-takes-files`. */
export function DropZone() {
  const { t } = useTranslation()
  const over = useFileDrag()
  if (!over) return null
  return (
    <div className={styles['zone']} aria-hidden>
      <IconFileImport size={40} stroke={1.4} />
      {t('drop.here')}
      <span className={styles['kinds']}>{t('drop.kinds')}</span>
    </div>
  )
}

function useFileDrag(): boolean {
  const [over, setOver] = useState(false)
  useEffect(() => {
    function drag(event: DragEvent) {
      if (!carriesFiles(event)) return
      // Without this the window would leave the app and show the file.
      event.preventDefault()
      setOver(!takesItself(event))
    }
    function leave(event: DragEvent) {
      if (event.relatedTarget === null) setOver(false)
    }
    function drop(event: DragEvent) {
      setOver(false)
      if (!carriesFiles(event)) return
      event.preventDefault()
      if (!takesItself(event)) giveFiles([...(event.dataTransfer?.files ?? [])])
    }
    window.addEventListener('dragover', drag)
    window.addEventListener('dragleave', leave)
    window.addEventListener('drop', drop)
    return () => {
      window.removeEventListener('dragover', drag)
      window.removeEventListener('dragleave', leave)
      window.removeEventListener('drop', drop)
    }
  }, [])
  return over
}

function carriesFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes('Files') ?? false
}

function takesItself(event: DragEvent): boolean {
  return event.target instanceof Element && event.target.closest('[data-takes-files]') !== null
}
