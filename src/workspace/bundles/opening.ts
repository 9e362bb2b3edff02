import type { BundleOutcome, BundleView } from '#contract/bundles.ts'
import { type Failure, failure } from '#contract/failures.ts'
import { fail, type Result, succeed } from '#domain/result.ts'
import type { TrustProblem } from '#domain/trust.ts'
import type { ClientContext } from '../binding/clients.ts'
import { signedIn } from '../binding/signed-in.ts'
import type { OpenedBundle } from './bundle-reader.ts'
import type { BundleServices } from './bundle-services.ts'
import { inspectInvitation } from './invitations.ts'
import { withBundle } from './staging.ts'
import { takeBundle } from './taking.ts'
import { viewBundle } from './viewing.ts'
import { judgeSender, weighBundle } from './weighing.ts'

/** Looks at a bundle; nothing is written. */
export function inspectBundle(
  services: BundleServices,
  grantId: string,
): Promise<Result<BundleView, Failure>> {
  return withGrant(services, grantId, async (bundle) => {
    if (bundle.manifest.kind === 'invitation') return succeed(inspectInvitation(services, bundle))
    const weighed = await weighBundle(services, bundle)
    return weighed.ok ? succeed(viewBundle(services, weighed.value)) : weighed
  })
}

/** Takes a bundle in as a whole. One whose sender is no member needs a person's decision, each time. */
export async function openStories(
  services: BundleServices,
  context: ClientContext,
  input: Readonly<{ grant: string; acceptUnknown: boolean }>,
): Promise<Result<BundleOutcome, Failure>> {
  const person = signedIn(services, context)
  if (!person.ok) return person
  return withGrant(services, input.grant, (bundle) =>
    openBundleFor(services, bundle, { acceptUnknown: input.acceptUnknown, way: 'file' }),
  )
}

export async function openBundleFor(
  services: BundleServices,
  bundle: OpenedBundle,
  { acceptUnknown, way }: Readonly<{ acceptUnknown: boolean; way: 'file' | 'mailbox' }>,
): Promise<Result<BundleOutcome, Failure>> {
  const { name, manifest } = bundle
  if (manifest.kind === 'invitation') {
    return fail(failure('bundle-refused', { name, reason: 'not-a-bundle', detail: 'invitation' }))
  }
  const stranger = acceptUnknown ? null : strangerProblem(services, bundle)
  // before any of its texts is read: a stranger's bundle keeps nobody waiting
  if (stranger)
    return fail(failure('sender-unknown', { name, sender: manifest.signerName, problem: stranger }))
  const weighed = await weighBundle(services, bundle)
  if (!weighed.ok) return weighed
  return takeBundle(services, weighed.value, way)
}

/** Why the sender is no member here; a wrong signature is no stranger's but a broken bundle's. */
function strangerProblem(services: BundleServices, bundle: OpenedBundle): TrustProblem | null {
  const newsroom = services.records.newsroom()
  const problem = newsroom && judgeSender(services, bundle, newsroom.rootKey)
  return problem === 'signature-wrong' ? null : (problem ?? null)
}

function withGrant<Value>(
  { grants, paths }: BundleServices,
  id: string,
  work: (bundle: OpenedBundle) => Promise<Result<Value, Failure>>,
): Promise<Result<Value, Failure>> {
  const grant = grants.find(id)
  return grant.ok ? withBundle(paths, grant.value, work) : Promise.resolve(grant)
}

export { withGrant }
