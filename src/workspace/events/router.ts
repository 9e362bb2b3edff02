import { operations } from '../binding/operations.ts'
import type { Services } from '../services.ts'

/** The stream of `contract/events.ts`. */
export function eventsRouter(services: Pick<Services, 'events'>) {
  return {
    follow: operations.events.follow.handler(({ input, signal }) =>
      services.events.follow(input.after, signal),
    ),
  }
}
