import { uuidv7 } from 'uuidv7'
import { client } from '#renderer/client/client.ts'
import { thrown } from '#renderer/client/failures.ts'
import { uploadFile } from '#renderer/client/upload.ts'
import type { Bringing } from './bring-picture.ts'

const glance = 300

/** Sends a media file and waits until it is kept; answers the clip. Rejects with the failure the import ended in. */
export async function keepClip(file: File, onState: Bringing['onState']): Promise<string> {
  const { grant } = await uploadFile(file, {
    onProgress: (fraction) => onState({ kind: 'sending', fraction }),
  })
  onState({ kind: 'keeping' })
  const { job } = await client.clips.import({ id: uuidv7(), grant })
  for (;;) {
    const { state, result, failure } = await client.jobs.get({ id: job })
    if (failure) throw thrown(failure)
    if (state === 'done' && result !== null) return result
    await new Promise((resolve) => setTimeout(resolve, glance))
  }
}
