import { rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { BundleView } from '#contract/bundles.ts'
import { type Failure, failure } from '#contract/failures.ts'
import { fileSlug } from '#domain/file-slug.ts'
import { judgeMemberships } from '#domain/membership.ts'
import type { Member } from '#domain/membership-view.ts'
import { parseSignedRecord } from '#domain/record-schema.ts'
import { isMembership } from '#domain/records.ts'
import { fail, type Result, succeed } from '#domain/result.ts'
import type { ClientContext } from '../binding/clients.ts'
import { signedIn } from '../binding/signed-in.ts'
import { verifySignature } from '../records/signature.ts'
import { bundleFile } from '../store/bundle-files.ts'
import { sha256Hex } from '../store/sha256.ts'
import type { OpenedBundle } from './bundle-reader.ts'
import type { BundleServices } from './bundle-services.ts'
import { fileView } from './exporting.ts'
import { makeBundle } from './making.ts'
import { viewInvitation } from './viewing.ts'
import { judgeSender } from './weighing.ts'

/** The owner's answer to a request to join: a bundle with the newsroom's memberships and no story. */
export async function inviteMember(
  services: BundleServices,
  context: ClientContext,
  { id, member, directory }: Readonly<{ id: string; member: string; directory: string | null }>,
) {
  const person = signedIn(services, context)
  if (!person.ok) return person
  if (!person.value.roles.includes('owner')) return fail(failure('role-missing', { needs: ['owner'] }))
  if (directory !== null && !context.trusted) return fail(failure('not-found', { what: directory }))
  const invited = services.records.person(member)
  if (!invited) return fail(failure('member-unknown', { member }))
  const slug = fileSlug(invited.name)
  const name = `${slug === '' ? 'thanh-vien' : slug}-thu-moi.tramtin`
  const target = directory === null ? bundleFile(services.paths, id, name) : join(directory, name)
  if (directory === null) await rm(dirname(target), { recursive: true, force: true })
  const order = { id, kind: 'invitation', documents: [], note: '', holds: [], memory: false } as const
  const sent = { way: 'file', target, invited: member, profile: person.value.id } as const
  const made = await makeBundle(services, { ...order, ...sent })
  return made.ok ? succeed(fileView(target, id, made.value.bytes, directory)) : made
}

/** The memberships in an invitation that lead to the root it names, and the member it is for. */
function readInvitation({ manifest, records }: OpenedBundle) {
  const parsed = records.flatMap((value) => {
    const record = parseSignedRecord(value, sha256Hex)
    return record.ok && isMembership(record.value) ? [record.value] : []
  })
  const memberships = judgeMemberships(parsed, manifest.newsroom, verifySignature)
  return {
    member: memberships.current.get(manifest.invited ?? ''),
    proven: parsed.filter((record) => memberships.problem(record) === null),
  }
}

export function inspectInvitation(services: BundleServices, bundle: OpenedBundle): BundleView {
  const { member } = readInvitation(bundle)
  const problem = judgeSender(services, bundle, bundle.manifest.newsroom) ?? (member ? null : 'not-a-member')
  const invited = {
    id: bundle.manifest.invited ?? '',
    name: member?.name ?? '',
    here: member !== undefined && hasKeyOf(services, member),
  }
  return viewInvitation(services, bundle, invited, problem)
}

/**
 * Takes an invitation: this machine trusts the newsroom from now on. The invited person's key must lie here, be the
 * one that the memberships name, and all signatures must lead to the root that the invitation is for.
 */
export function takeInvitation(
  services: BundleServices,
  bundle: OpenedBundle,
): Result<Readonly<{ newsroom: string; rootKey: string; profile: string }>, Failure> {
  const { manifest } = bundle
  const refuse = (reason: 'not-an-invitation' | 'not-for-us' | 'other-newsroom' | 'not-proven') =>
    fail(failure('invitation-wrong', { reason }))
  if (manifest.kind !== 'invitation' || manifest.invited === null) return refuse('not-an-invitation')
  const { records } = services
  const newsroom = records.newsroom()
  if (newsroom?.confirmed && newsroom.rootKey !== manifest.newsroom) return refuse('other-newsroom')
  const { member, proven } = readInvitation(bundle)
  if (!member || judgeSender(services, bundle, manifest.newsroom) !== null) return refuse('not-proven')
  if (member.removed || !hasKeyOf(services, member)) return refuse('not-for-us')
  const trusted = { name: manifest.newsroomName, rootKey: manifest.newsroom, confirmed: true }
  const taken = newsroom?.confirmed ? records.receive(bundle.records) : records.trustNewsroom(trusted, proven)
  if (!taken.ok) return taken
  services.events.emit({ kind: 'people' })
  return succeed({ newsroom: manifest.newsroomName, rootKey: manifest.newsroom, profile: member.profile })
}

function hasKeyOf({ keys }: BundleServices, { profile, publicKey }: Member): boolean {
  return keys.list().some((key) => key.profile === profile && key.publicKey === publicKey)
}
