import { connection, orpc } from './client/client.ts'
import type { ConnectionState } from './client/connection.ts'
import { untilValue } from './client/stores.ts'
import { everything } from './desks/writing/list/article-filter.ts'
import { pageOfRows } from './desks/writing/list/page-of-rows.ts'
import { queries } from './queries.ts'

/** Longer than this nobody looks at an empty window: then the screen says that it is connecting. */
const patience = 700

/**
 * What the first screen shows is asked for at once, while the rest of the page is still read, so that it is drawn once
 * with everything in it. Settles when all is there, when nobody is signed in, or when it takes too long.
 */
export const firstAnswers = askFirst()

async function askFirst(): Promise<void> {
  const tired = AbortSignal.timeout(patience)
  const late = new Promise<void>((resolve) =>
    tired.addEventListener('abort', () => resolve(), { once: true }),
  )
  await Promise.race([late, askOnceConnected(tired)])
}

async function askOnceConnected(tired: AbortSignal): Promise<void> {
  const state = await untilValue(connection.state, isConnected, tired).catch(() => undefined)
  if (!state?.session.current) return
  await Promise.all([
    queries.prefetchQuery(orpc.settings.get.queryOptions()),
    queries.prefetchQuery(pageOfRows(everything, 0)),
    queries.prefetchQuery(orpc.workflow.queue.queryOptions()),
    queries.prefetchQuery(orpc.jobs.list.queryOptions()),
  ])
}

function isConnected(state: ConnectionState): state is ConnectionState & { kind: 'connected' } {
  return state.kind === 'connected'
}
