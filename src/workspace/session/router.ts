import { type Failure, failure } from '#contract/failures.ts'
import { protocolVersion } from '#contract/protocol.ts'
import type { ProfileView, SessionView } from '#contract/session.ts'
import { fail, type Result, succeed } from '#domain/result.ts'
import type { ClientContext } from '../binding/clients.ts'
import { answer, operations } from '../binding/operations.ts'
import { findProfile, listProfiles } from '../records/profiles.ts'
import type { Services } from '../services.ts'

/** Handshake and signing in: `contract/session.ts`. */
export function sessionRouter(services: Services) {
  const { session } = operations
  return {
    hello: session.hello.handler(({ input, context }) => {
      if (input.protocol !== protocolVersion) {
        const facts = { client: input.protocol, server: protocolVersion }
        return answer(fail(failure('protocol-mismatch', facts)))
      }
      return viewSession(services, context)
    }),
    signIn: session.signIn.handler(async ({ input, context }) =>
      answer(await signIn(services, context, input.profile, input.pin)),
    ),
    signOut: session.signOut.handler(({ context }) => {
      signOut(services, context)
      return {}
    }),
  }
}

function viewSession(services: Services, context: ClientContext): SessionView {
  const { records, paths, workspaceId, version } = services
  const current = context.profile !== null && records.unlocked(context.profile) ? context.profile : null
  return {
    protocol: protocolVersion,
    version,
    workspace: { id: workspaceId, path: paths.root },
    newsroom: records.newsroom(),
    profiles: listProfiles(services),
    current: current === null ? null : (findProfile(services, current) ?? null),
  }
}

/** Opens a profile's key for one client; when it fails, whoever was signed in there still is. */
async function signIn(
  services: Services,
  context: ClientContext,
  profile: string,
  pin: string,
): Promise<Result<ProfileView, Failure>> {
  const { records, keys } = services
  const publicKey = records.memberships()?.current.get(profile)?.publicKey
  if (publicKey && keys.has(profile)) keys.adopt(profile, publicKey)
  const view = findProfile(services, profile)
  if (!view?.hasKey) return fail(failure('member-unknown', { member: profile }))
  const opened = await keys.unlock(context.client, profile, pin)
  if (!opened.ok) return opened
  context.profile = profile
  return succeed(view)
}

/** Also for a client that is gone: its keys leave the memory. */
export function signOut(services: Pick<Services, 'keys'>, context: ClientContext): void {
  services.keys.lock(context.client)
  context.profile = null
}
