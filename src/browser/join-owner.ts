import { z } from 'zod'
import type { Endpoint } from '#workspace/store/endpoint.ts'

const patience = 3000
const answer = z.object({ url: z.url() })

/** Asks the owner of a workspace for a launch link; undefined when the endpoint file is a dead owner's. */
export async function joinOwner(endpoint: Endpoint): Promise<string | undefined> {
  try {
    const response = await fetch(new URL('/launch', endpoint.url), {
      method: 'POST',
      headers: { authorization: `Bearer ${endpoint.token}` },
      signal: AbortSignal.timeout(patience),
      redirect: 'error',
    })
    return response.ok ? answer.parse(await response.json()).url : undefined
  } catch {
    return undefined
  }
}
