import { uuidv7 } from 'uuidv7'
import { client } from '#renderer/client/client.ts'
import { createWatchedValue } from '#renderer/client/stores.ts'
import { uploadFile } from '#renderer/client/upload.ts'

/** A TMX file on its way into the memory: being let in, then a job, or refused before it became one. */
export type MemoryImport = Readonly<{
  /** The job's id, once it is one. */
  id: string
  name: string
  step:
    | Readonly<{ kind: 'sending'; fraction: number; stop: AbortController }>
    | Readonly<{ kind: 'job' }>
    | Readonly<{ kind: 'refused'; error: unknown }>
}>

/** The imports of this window, the last one first; they go on whatever is looked at. */
export const memoryImports = createWatchedValue<readonly MemoryImport[]>([])

export function importMemories(files: readonly File[]): void {
  for (const file of files) void importMemory(file)
}

export function dismissImport(id: string): void {
  memoryImports.set(memoryImports.get().filter((each) => each.id !== id))
}

async function importMemory(file: File): Promise<void> {
  const id = uuidv7()
  const stop = new AbortController()
  memoryImports.set([
    { id, name: file.name, step: { kind: 'sending', fraction: 0, stop } },
    ...memoryImports.get(),
  ])
  try {
    const { grant } = await uploadFile(file, {
      signal: stop.signal,
      onProgress: (fraction) => change(id, { kind: 'sending', fraction, stop }),
    })
    await client.memory.importFile({ id, grant })
    change(id, { kind: 'job' })
  } catch (error) {
    if (stop.signal.aborted) dismissImport(id)
    else change(id, { kind: 'refused', error })
  }
}

function change(id: string, step: MemoryImport['step']): void {
  memoryImports.set(memoryImports.get().map((each) => (each.id === id ? { ...each, step } : each)))
}
