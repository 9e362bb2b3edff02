import { type Failure, failure } from '#contract/failures.ts'
import { protocolVersion } from '#contract/protocol.ts'
import { fail, type Result } from '#domain/result.ts'
import { attempt } from './attempt.ts'
import type { Client } from './client.ts'

/** Signs in by name or id; the PIN comes from TRAMTIN_PIN, for a word on the command line is seen by others. */
export async function signIn(client: Client, profile: string): Promise<Result<unknown, Failure>> {
  const hello = await attempt(client.session.hello({ protocol: protocolVersion, client: 'cli' }))
  if (!hello.ok) return hello
  const found = hello.value.profiles.find((each) => each.id === profile || each.name === profile)
  if (!found) return fail(failure('member-unknown', { member: profile }))
  return attempt(client.session.signIn({ profile: found.id, pin: process.env['TRAMTIN_PIN'] ?? '' }))
}
