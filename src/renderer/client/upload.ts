import { failure, failureSchema } from '#contract/failures.ts'
import { type GrantView, grantView } from '#contract/files.ts'
import { ConnectionLost, thrown, unwrap } from './failures.ts'
import { electronBridge } from './shell.ts'

export type UploadOptions = Readonly<{
  /** From 0 to 1. */
  onProgress?: (fraction: number) => void
  signal?: AbortSignal
}>

/**
 * Lets a file into the workspace and answers with its grant. Rejects like an operation: with a typed failure that
 * `failureOf` reads (`cancelled` after the signal), or with ConnectionLost.
 */
export async function uploadFile(file: File, options: UploadOptions = {}): Promise<GrantView> {
  const bridge = electronBridge()
  if (bridge === undefined) return sendFile(file, options)
  const granted =
    (await bridge.grantFile(file)) ?? (await bridge.grantBytes(file.name, await file.arrayBuffer()))
  return unwrap(granted)
}

/** XMLHttpRequest, because fetch tells nothing of an upload's progress. */
function sendFile(file: File, { onProgress, signal }: UploadOptions): Promise<GrantView> {
  const { promise, resolve, reject } = Promise.withResolvers<GrantView>()
  const request = new XMLHttpRequest()
  const abort = () => request.abort()
  request.open('PUT', '/upload')
  request.setRequestHeader('x-file-name', encodeURIComponent(file.name))
  request.upload.onprogress = (event) => onProgress?.(event.total === 0 ? 0 : event.loaded / event.total)
  request.onload = () => {
    const body = parseJson(request.responseText)
    if (request.status === 201) resolve(grantView.parse(body))
    else reject(refusal(body))
  }
  request.onerror = () => reject(new ConnectionLost())
  request.onabort = () => reject(thrown(failure('cancelled', {})))
  request.onloadend = () => signal?.removeEventListener('abort', abort)
  signal?.addEventListener('abort', abort)
  if (signal?.aborted === true) reject(thrown(failure('cancelled', {})))
  else request.send(file)
  return promise
}

function refusal(body: unknown): Error {
  const refused = failureSchema.safeParse(body)
  return refused.success ? thrown(refused.data) : new ConnectionLost()
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
