import { useEffect, useState } from 'react'
import { ImportDialog } from './ImportDialog.tsx'
import { importGate } from './import-gate.ts'
import { createImportRun, type ImportRun } from './import-run.ts'
import './imports.css'

type Props = Readonly<{
  /** The files last dropped or chosen; a further drop adds to the same import. */
  given: readonly File[]
  /** `article` is the last that was imported. */
  onEnd: (article: string | null) => void
}>

/** One import, from the drop of its first file until all its files are done with. */
export function Importing({ given, onEnd }: Props) {
  const [run, setRun] = useState<ImportRun | null>(null)
  useEffect(() => {
    const begun = createImportRun<File>(importGate, [])
    setRun(begun)
    return begun.close
  }, [])
  useEffect(() => run?.add(given), [run, given])
  return run && <ImportDialog run={run} onEnd={onEnd} />
}
