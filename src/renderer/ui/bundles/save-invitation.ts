import { uuidv7 } from 'uuidv7'
import { download } from '../../client/asset-url.ts'
import { client } from '../../client/client.ts'

/** Makes a member's invitation and saves it where the person chooses; answers the file's name. */
export async function saveInvitation(member: string): Promise<string> {
  const { url, name } = await client.bundles.invite({ id: uuidv7(), member })
  if (url !== null) await download(url, name)
  return name
}
