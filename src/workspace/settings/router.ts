import { operations } from '../binding/operations.ts'
import type { Services } from '../services.ts'
import { changePreferences, readPreferences } from './preferences.ts'

/** `settings.*` of the contract. Preferences are no secret: they may be set before anybody signs in. */
export function settingsRouter(services: Services) {
  return {
    get: operations.settings.get.handler(({ context }) =>
      readPreferences(services.store.read, context.profile),
    ),
    set: operations.settings.set.handler(({ context, input }) =>
      changePreferences(services.store, context.profile, input),
    ),
  }
}
