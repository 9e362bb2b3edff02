import { useCallback, useEffect, useState } from 'react'
import type { Failure } from '#contract/failures.ts'
import type { ImportPreview } from '#contract/imports.ts'
import { client } from '#renderer/client/client.ts'
import { failureOf } from '#renderer/client/failures.ts'
import { uploadFile } from '#renderer/client/upload.ts'

type Encoding = 'auto' | 'unicode' | 'tcvn3' | 'vni'
type Reading =
  | Readonly<{ kind: 'sending'; fraction: number }>
  | Readonly<{ kind: 'reading' }>
  | Readonly<{ kind: 'read'; preview: ImportPreview }>
  /** Without a failure: the workspace does not answer. */
  | Readonly<{ kind: 'refused'; failure: Failure | null }>

/** Sends a file to the workspace and asks what article it would make; again when the encoding is answered. */
export function usePreview(file: File) {
  const [reading, setReading] = useState<Reading>({ kind: 'sending', fraction: 0 })
  const [grant, setGrant] = useState<string | null>(null)
  const read = useCallback(async (given: string, encoding: Encoding) => {
    setReading({ kind: 'reading' })
    try {
      setReading({ kind: 'read', preview: await client.imports.preview({ grant: given, encoding }) })
    } catch (error) {
      setReading({ kind: 'refused', failure: failureOf(error) ?? null })
    }
  }, [])
  useEffect(() => {
    const ended = new AbortController()
    async function send() {
      const onProgress = (fraction: number) => setReading({ kind: 'sending', fraction })
      try {
        const sent = await uploadFile(file, { signal: ended.signal, onProgress })
        if (ended.signal.aborted) return
        setGrant(sent.grant)
        await read(sent.grant, 'auto')
      } catch (error) {
        if (!ended.signal.aborted) setReading({ kind: 'refused', failure: failureOf(error) ?? null })
      }
    }
    void send()
    return () => ended.abort()
  }, [file, read])
  const readAs = useCallback(
    (encoding: Encoding) => {
      if (grant !== null) void read(grant, encoding)
    },
    [grant, read],
  )
  const discard = useCallback(() => {
    // What is left behind here ends with the workspace's own time limit.
    const ignore = () => undefined
    if (reading.kind === 'read') client.imports.discard({ preview: reading.preview.preview }).catch(ignore)
    if (grant !== null) client.files.release({ grant }).catch(ignore)
  }, [grant, reading])
  return { reading, readAs, discard }
}
