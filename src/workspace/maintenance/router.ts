import { type Failure, failure } from '#contract/failures.ts'
import { fail, type Result, succeed } from '#domain/result.ts'
import type { ClientContext } from '../binding/clients.ts'
import { answer, operations } from '../binding/operations.ts'
import { mayWork, signedIn } from '../binding/signed-in.ts'
import type { Services } from '../services.ts'
import type { MaintenanceService } from './maintenance-service.ts'

/**
 * `contract/maintenance.ts`. `restart` closes the workspace and opens it again once the answer has left: that is
 * when a restore is done.
 */
export function maintenanceRouter(
  services: Pick<Services, 'records'>,
  maintenance: MaintenanceService,
  restart: () => void,
) {
  const { backup, backups, restore, rebuild, verify } = operations.maintenance
  return {
    backup: backup.handler(async ({ context }) => {
      answer(mayWork(services, context))
      return answer(await maintenance.backup())
    }),
    backups: backups.handler(async () => [...(await maintenance.backups())]),
    restore: restore.handler(async ({ input, context }) => {
      answer(mayRestore(services, context))
      const prepared = answer(await maintenance.prepareRestore(input.name))
      setImmediate(restart)
      return prepared
    }),
    rebuild: rebuild.handler(({ context }) => {
      answer(mayWork(services, context))
      return maintenance.rebuild()
    }),
    verify: verify.handler(() => maintenance.verify()),
  }
}

/** A restore takes everybody back in time: an owner does it, or who has the machine in hand (the CLI). */
function mayRestore(services: Pick<Services, 'records'>, context: ClientContext): Result<null, Failure> {
  if (context.trusted) return succeed(null)
  const person = signedIn(services, context)
  if (!person.ok) return person
  return person.value.roles.includes('owner')
    ? succeed(null)
    : fail(failure('role-missing', { needs: ['owner'] }))
}
