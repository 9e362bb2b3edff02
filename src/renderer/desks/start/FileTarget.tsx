import { Button, FileButton } from '@mantine/core'
import { IconFile } from '@tabler/icons-react'
import { type DragEvent, useState } from 'react'
import styles from './RecoveryStep.module.css'

type Props = Readonly<{ label: string; hint: string; disabled: boolean; onFile(file: File): void }>

/** Takes one file: chosen in the system's dialog, or dropped. */
export function FileTarget({ label, hint, disabled, onFile }: Props) {
  const [over, setOver] = useState(false)
  function drop(event: DragEvent) {
    event.preventDefault()
    setOver(false)
    const [file] = event.dataTransfer.files
    if (file && !disabled) onFile(file)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the button is for everyone
    <div
      className={styles['target']}
      data-takes-files
      data-over={(over && !disabled) || undefined}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <FileButton onChange={(file) => file && onFile(file)} disabled={disabled}>
        {(props) => (
          <Button {...props} disabled={disabled} leftSection={<IconFile size={16} aria-hidden />}>
            {label}
          </Button>
        )}
      </FileButton>
      <span>{hint}</span>
    </div>
  )
}
