import { join } from 'node:path'
import { createRouterClient } from '@orpc/server'
import { failureSchema } from '#contract/failures.ts'
import { succeed } from '#domain/result.ts'
import { createAssetService } from '#workspace/assets/asset-service.ts'
import type { ClientContext } from '#workspace/binding/clients.ts'
import { createDocumentService } from '#workspace/documents/document-service.ts'
import { announceRecords } from '#workspace/events/announcing.ts'
import { createEventService } from '#workspace/events/event-service.ts'
import { createGrants } from '#workspace/files/grants.ts'
import { createJobService } from '#workspace/jobs/job-service.ts'
import { peopleRouter } from '#workspace/people/router.ts'
import { openRecords } from '#workspace/records/open-records.ts'
import type { Services } from '#workspace/services.ts'
import { sessionRouter } from '#workspace/session/router.ts'
import { workspacePaths } from '#workspace/store/paths.ts'
import { workflowRouter } from '#workspace/workflow/router.ts'
import { makeClock, makeFolder, makeStore } from '../workspace/make-store.ts'

/** A cheap scrypt: tests sign in often. */
const keyCost = 2 ** 10

/** A workspace as far as people and approval need it: real store, documents, keys and routers. */
export function makeDesk({ folder = join(makeFolder(), 'workspace'), clock = makeClock() } = {}) {
  const paths = workspacePaths(folder)
  const store = makeStore({ folder, clock })
  const documents = createDocumentService({ store, clock })
  const { records, keys } = openRecords({
    store,
    paths,
    clock,
    keyCost,
    contributions: documents.contributions,
  })
  const events = createEventService(clock)
  const assets = createAssetService({ store, paths, clock })
  const services: Services = {
    version: '0.0.0',
    workspaceId: store.workspaceId,
    paths,
    clock,
    store,
    documents,
    records,
    keys,
    events,
    jobs: createJobService({ store, events, clock }),
    grants: createGrants(),
    assets,
  }
  announceRecords(services)
  const router = {
    session: sessionRouter(services),
    people: peopleRouter(services),
    workflow: workflowRouter(
      services,
      () => {},
      () => succeed(null),
    ),
  }
  let clients = 0
  function connect() {
    clients += 1
    const context: ClientContext = { client: `client ${clients}`, profile: null, trusted: false }
    return { context, call: createRouterClient(router, { context }) }
  }
  return { ...services, folder, clock, store, documents, records, keys, connect }
}

/** The code of the failure an operation ends in. */
export async function failureOf(call: Promise<unknown>): Promise<string> {
  try {
    await call
  } catch (error) {
    if (error instanceof Error && 'data' in error) return failureSchema.parse(error.data).code
    throw error
  }
  return 'no failure'
}
