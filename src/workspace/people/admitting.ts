import { z } from 'zod'
import { type Failure, failure } from '#contract/failures.ts'
import type { MemberView } from '#contract/people.ts'
import { fail, type Result, succeed } from '#domain/result.ts'
import type { Role } from '#domain/roles.ts'
import type { ClientContext } from '../binding/clients.ts'
import { verifySignature } from '../records/signature.ts'
import type { Services } from '../services.ts'
import { joinMarker } from './joining.ts'
import { findMember, signedInOwner, unique, viewMember } from './members.ts'
import { cleanName } from './names.ts'

const requestSchema = z.strictObject({
  schema: z.literal(1),
  profile: z.uuid(),
  name: z.string().min(1).max(120),
  publicKey: z.string().regex(/^[0-9a-f]{64}$/),
  at: z.number().int(),
})
type JoinRequest = z.infer<typeof requestSchema>

/** Reads a request file: who asks, and that the one who asks holds the key it names. */
export function readRequest(text: string): Result<JoinRequest, Failure> {
  const wrong = (reason: 'unreadable' | 'damaged') => fail(failure('join-request-wrong', { reason }))
  const body = lineOf(text, 'request')
  const signature = lineOf(text, 'signature')
  if (!text.includes(joinMarker) || body === undefined || signature === undefined) return wrong('unreadable')
  const parsed = requestSchema.safeParse(parseJson(body))
  if (!parsed.success || !verifySignature(parsed.data.publicKey, body, signature)) return wrong('damaged')
  return succeed(parsed.data)
}

function lineOf(text: string, name: string): string | undefined {
  return new RegExp(`^\\s*${name}: (.*?)\\s*$`, 'm').exec(text)?.[1]
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** What an owner is shown before the answer. */
export function viewRequest(services: Services, text: string) {
  const request = readRequest(text)
  if (!request.ok) return request
  const { profile, name, at } = request.value
  return succeed({ profile, name: cleanName(name), at, member: isMember(services, request.value) })
}

/** An owner lets in who asked; somebody who is in already stays as they are. */
export function admitMember(
  services: Services,
  context: ClientContext,
  input: Readonly<{ id: string; request: string; roles: readonly Role[] }>,
): Result<MemberView, Failure> {
  const owner = signedInOwner(services, context)
  if (!owner.ok) return owner
  const request = readRequest(input.request)
  if (!request.ok) return request
  const { profile, name, publicKey } = request.value
  if (isMember(services, request.value)) return viewMember(services, profile)
  if (findMember(services, profile)) return fail(failure('id-taken', { id: profile }))
  const signed = services.records.sign(owner.value.id, {
    ...services.records.base(owner.value.id, input.id),
    kind: 'membership',
    profile,
    name: cleanName(name),
    publicKey,
    roles: unique(input.roles),
    removed: false,
    replaces: null,
    accepts: [],
  })
  return signed.ok ? viewMember(services, profile) : signed
}

function isMember(services: Services, { profile, publicKey }: JoinRequest): boolean {
  const member = findMember(services, profile)
  return member !== undefined && !member.removed && member.publicKey === publicKey
}
