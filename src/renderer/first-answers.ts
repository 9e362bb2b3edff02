import type { QueryClient } from '@tanstack/react-query'
import { connection, orpc } from './client/client.ts'
import type { ConnectionState } from './client/connection.ts'
import { untilValue } from './client/stores.ts'
import { everything } from './desks/writing/list/article-filter.ts'
import { pageOfRows } from './desks/writing/list/use-article-rows.ts'

/** Longer than this nobody looks at an empty window: then the screen says that it is connecting. */
const patience = 700

/**
 * Asks at once for what the first screen shows, so that it is drawn once with everything in it. Settles when all
 * is there, when nobody is signed in, or when it takes too long.
 */
export async function askFirst(queries: QueryClient): Promise<void> {
  const tired = AbortSignal.timeout(patience)
  const late = new Promise<void>((resolve) =>
    tired.addEventListener('abort', () => resolve(), { once: true }),
  )
  await Promise.race([late, askOnceConnected(queries, tired)])
}

async function askOnceConnected(queries: QueryClient, tired: AbortSignal): Promise<void> {
  const state = await untilValue(connection.state, isConnected, tired).catch(() => undefined)
  if (!state?.session.current) return
  await Promise.all([
    queries.prefetchQuery(orpc.settings.get.queryOptions()),
    queries.prefetchQuery(pageOfRows(everything, 0)),
    queries.prefetchQuery(orpc.articles.facets.queryOptions()),
    queries.prefetchQuery(orpc.workflow.queue.queryOptions()),
    queries.prefetchQuery(orpc.jobs.list.queryOptions()),
  ])
}

function isConnected(state: ConnectionState): state is ConnectionState & { kind: 'connected' } {
  return state.kind === 'connected'
}
