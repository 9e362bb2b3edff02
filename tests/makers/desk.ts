import { join } from 'node:path'
import { createRouterClient } from '@orpc/server'
import { failureSchema } from '#contract/failures.ts'
import { succeed } from '#domain/result.ts'
import type { ClientContext } from '#workspace/binding/clients.ts'
import { createEventService } from '#workspace/events/event-service.ts'
import { openServices } from '#workspace/open-services.ts'
import { peopleRouter } from '#workspace/people/router.ts'
import { sessionRouter } from '#workspace/session/router.ts'
import { printBug } from '#workspace/store/bugs.ts'
import { workspacePaths } from '#workspace/store/paths.ts'
import { workflowRouter } from '#workspace/workflow/router.ts'
import { makeClock, makeFolder, makeStore } from '../workspace/make-store.ts'

/** A cheap scrypt: tests sign in often. */
const keyCost = 2 ** 10

/** A workspace as far as people and approval need it: real store, documents, keys and routers. */
export function makeDesk({ folder = join(makeFolder(), 'workspace'), clock = makeClock() } = {}) {
  const paths = workspacePaths(folder)
  const store = makeStore({ folder, clock })
  const events = createEventService(clock)
  const services = openServices({ version: '0', store, paths, clock, events, keyCost, reportBug: printBug })
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
  return { ...services, folder, clock, store, connect }
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
