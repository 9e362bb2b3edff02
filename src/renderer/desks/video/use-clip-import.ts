import { useMutation, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { uuidv7 } from 'uuidv7'
import { client, orpc } from '#renderer/client/client.ts'
import { uploadFile } from '#renderer/client/upload.ts'

/** Takes clips in, one after another, and opens the last one when it is there. Jobs stand in the status strip. */
export function useClipImport(onImported: (clip: string) => void) {
  const [job, setJob] = useState<string | null>(null)
  const [sent, setSent] = useState<number | null>(null)
  const importing = useMutation({
    mutationFn: async (files: readonly File[]) => {
      for (const file of files) {
        setSent(0)
        const { grant } = await uploadFile(file, { onProgress: setSent })
        const id = uuidv7()
        await client.clips.import({ id, grant })
        setJob(id)
      }
    },
    onSettled: () => setSent(null),
  })
  const under = useQuery({
    ...orpc.jobs.get.queryOptions({ input: { id: job ?? '' } }),
    enabled: job !== null,
  })
  const { state, result, failure } = under.data ?? {}
  useEffect(() => {
    if (job === null || state !== 'done' || !result) return
    setJob(null)
    onImported(result)
  }, [job, state, result, onImported])
  return {
    take: importing.mutate,
    /** From 0 to 1 while a file is on its way in. */
    sent,
    isWorking: importing.isPending || state === 'running' || state === 'waiting',
    error: importing.error,
    failure: failure ?? null,
  }
}
