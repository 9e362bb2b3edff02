import { readFileSync, rmSync } from 'node:fs'
import { z } from 'zod'
import { writeDurablySync } from './durable-files-sync.ts'
import type { WorkspacePaths } from './paths.ts'

/** How other programs of the same user reach the process that owns a workspace. */
const endpoint = z.object({
  protocol: z.number(),
  url: z.string(),
  token: z.string().min(16),
  pid: z.number(),
  /** Hashes of the cookies that windows hold: an owner that follows a killed one on its port lets them in again. */
  windows: z.array(z.string()).default([]),
})
export type Endpoint = z.infer<typeof endpoint>

/** Readable by its user alone: who can read it can open the workspace. */
export function writeEndpoint(paths: WorkspacePaths, value: Endpoint): void {
  writeDurablySync(paths.endpoint, `${JSON.stringify(endpoint.parse(value))}\n`, 0o600)
}

/** The endpoint of the owner, or undefined. A file of a killed owner may be left: ask before you trust it. */
export function readEndpoint(paths: WorkspacePaths): Endpoint | undefined {
  try {
    return endpoint.safeParse(JSON.parse(readFileSync(paths.endpoint, 'utf8'))).data
  } catch {
    return undefined
  }
}

export function removeEndpoint(paths: WorkspacePaths): void {
  rmSync(paths.endpoint, { force: true })
}
