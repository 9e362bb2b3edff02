import { type Failure, failure } from '#contract/failures.ts'
import type { ProfileView } from '#contract/session.ts'
import { canonicalJson } from '#domain/canonical-json.ts'
import { fail, type Result, succeed } from '#domain/result.ts'
import type { ClientContext } from '../binding/clients.ts'
import { findProfile } from '../records/profiles.ts'
import { publicKeyOf, signText } from '../records/signature.ts'
import type { Services } from '../services.ts'
import { cleanName, fileNameFrom } from './names.ts'

export const joinMarker = 'TRAMTIN-JOIN-1'

/**
 * Makes a key on this machine and a request with its public half, signed by it: the owner's answer is what makes
 * a member. The same id asks again with the same key.
 */
export async function requestToJoin(
  services: Services,
  context: ClientContext,
  input: Readonly<{ id: string; name: string; pin: string }>,
): Promise<Result<{ requestFile: string; fileName: string; profile: ProfileView }, Failure>> {
  const { keys, clock } = services
  const name = cleanName(input.name)
  if (!keys.has(input.id)) {
    const made = await keys.create({ profile: input.id, name }, input.pin)
    if (!made.ok) return made
  }
  const opened = await keys.unlock(context.client, input.id, input.pin)
  if (!opened.ok) return opened
  const key = keys.openKey(input.id)
  const profile = findProfile(services, input.id)
  if (!key || !profile) return fail(failure('member-unknown', { member: input.id }))
  context.profile = input.id
  const request = { schema: 1, profile: input.id, name, publicKey: publicKeyOf(key), at: clock.now() }
  const body = canonicalJson(request)
  const requestFile = writeRequest(name, body, signText(key, body))
  return succeed({ requestFile, fileName: fileNameFrom(name, 'xin-vao'), profile })
}

function writeRequest(name: string, body: string, signature: string): string {
  return [
    `ĐỀ NGHỊ VÀO TÒA SOẠN: ${name}`,
    'Gửi tệp này cho người quản trị tòa soạn trên Trạm Tin. Tệp không chứa bí mật nào: chỉ có tên và khóa công khai.',
    '',
    'REQUEST TO JOIN A NEWSROOM',
    'Send this file to an owner of the newsroom in Trạm Tin. It holds no secret: a name and a public key only.',
    '',
    joinMarker,
    `request: ${body}`,
    `signature: ${signature}`,
    '',
  ].join('\n')
}
