import type { QueryClient, QueryKey } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { WorkspaceEvent } from '#contract/events.ts'
import type { JobView } from '#contract/jobs.ts'
import { assertNever } from '#domain/result.ts'
import { orpc, workspaceEvents } from './client.ts'

/** Events come in bursts (an import of fifty files): what they make stale is read again at most this often. */
const gatherMilliseconds = 100

/** Keeps React Query's answers true: mounted once, at the root. */
export function useWorkspaceEvents(queries: QueryClient): void {
  useEffect(() => watchWorkspace(queries), [queries])
}

function watchWorkspace(queries: QueryClient): () => void {
  const stale = new Map<string, QueryKey>()
  let timer: ReturnType<typeof setTimeout> | undefined

  function readAgain(): void {
    timer = undefined
    const keys = [...stale.values()]
    stale.clear()
    for (const queryKey of keys) void queries.invalidateQueries({ queryKey })
  }

  const stop = workspaceEvents.subscribe((event) => {
    if (event.kind === 'job') showJob(queries, event.job)
    for (const key of staleAfter(event)) stale.set(JSON.stringify(key), key)
    if (stale.size > 0) timer ??= setTimeout(readAgain, gatherMilliseconds)
  })
  return () => {
    stop()
    clearTimeout(timer)
  }
}

/** Which answers an event makes stale. */
function staleAfter(event: WorkspaceEvent): readonly QueryKey[] {
  switch (event.kind) {
    case 'articles':
      return [
        orpc.articles.key(),
        orpc.workflow.queue.key(),
        orpc.workflow.status.key(),
        orpc.packages.readiness.key(),
      ]
    case 'translations':
      return [
        orpc.translations.key(),
        orpc.workflow.queue.key(),
        orpc.workflow.status.key(),
        orpc.packages.readiness.key(),
      ]
    case 'tracks':
      return [orpc.tracks.key(), orpc.clips.key(), orpc.workflow.queue.key(), orpc.workflow.status.key()]
    case 'renders':
      return [orpc.renders.list.key({ input: { clip: event.clip } }), orpc.renders.get.key()]
    case 'editions':
      return [orpc.editions.key(), orpc.workflow.queue.key(), orpc.workflow.status.key()]
    case 'publications':
      return [orpc.publications.key(), orpc.editions.board.key()]
    case 'exchanges':
      return [orpc.bundles.key()]
    case 'workflow':
      return [
        orpc.workflow.key(),
        orpc.articles.key(),
        orpc.packages.readiness.key(),
        orpc.packages.approvals.key(),
        orpc.editions.board.key(),
      ]
    case 'people':
      return [orpc.people.key(), orpc.session.key(), orpc.workflow.key()]
    case 'memory':
      return [orpc.memory.key()]
    case 'terms':
      return [orpc.terms.key()]
    case 'clips':
      return [orpc.clips.key()]
    case 'packages':
      return [orpc.packages.key(), orpc.editions.board.key()]
    case 'secrets':
      return [orpc.secrets.key(), orpc.workflow.status.key(), orpc.packages.readiness.key()]
    case 'presence':
      return [orpc.documents.present.key({ input: { document: event.document } })]
    case 'revisions':
      return [orpc.revisions.key()]
    case 'job':
      // Progress is put in place as it is told; only an end can have changed the list's order.
      return event.job.finishedAt === null ? [] : [orpc.jobs.key()]
    case 'offered':
    case 'storeFails':
    case 'storeWorks':
      return []
    case 'reset':
      return [[]]
    default:
      return assertNever(event)
  }
}

function showJob(queries: QueryClient, job: JobView): void {
  queries.setQueryData(orpc.jobs.get.queryKey({ input: { id: job.id } }), job)
  queries.setQueryData(orpc.jobs.list.queryKey(), (jobs) => {
    if (jobs === undefined) return undefined
    const isKnown = jobs.some((each) => each.id === job.id)
    return isKnown ? jobs.map((each) => (each.id === job.id ? job : each)) : [job, ...jobs]
  })
}
