import { execFileSync } from 'node:child_process'
import { copyFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { uuidv7 } from 'uuidv7'
import type { Client } from '../workspace.test-kit.ts'
import type { Workspace } from '../workspace.ts'

/** Makes a media file with the real ffmpeg; `made` are its arguments before the output. */
export function makeMedia(folder: string, name: string, made: string): string {
  const path = join(folder, name)
  const quiet = ['-hide_banner', '-v', 'error', '-nostdin', '-y', '-threads', '1']
  execFileSync('ffmpeg', [...quiet, ...made.split(' ').filter((word) => word !== ''), path])
  return path
}

export const picture = (seconds: number, rate = '25', size = '320x180') =>
  `-f lavfi -i testsrc2=d=${seconds}:r=${rate}:s=${size}`
export const tone = (seconds: number) => `-f lavfi -i sine=f=440:d=${seconds}`
export const h264 = '-c:v libx264 -preset ultrafast -pix_fmt yuv420p'

/** A phone's voice recording (RFC 4867 §5): ffmpeg has no encoder, so its frames are of noise. */
export function makeAmr(folder: string, name: string, seconds: number): string {
  const path = join(folder, name)
  const frame = (at: number) =>
    Buffer.from([0x3c, ...Array.from({ length: 31 }, (_, place) => (at * 7 + place * 31) % 251)])
  const frames = Array.from({ length: seconds * 50 }, (_, at) => frame(at))
  writeFileSync(path, Buffer.concat([Buffer.from('#!AMR\n'), ...frames]))
  return path
}

/** A file that a shell let in. */
export function grantFile(workspace: Workspace, path: string, name: string): string {
  return workspace.services.grants.grant({ path, name, owned: false }).id
}

/** Imports a file as a person does and waits for the end; answers how the job ended. */
export async function importFile(
  workspace: Workspace,
  client: Client,
  path: string,
  name = path.split('/').at(-1) ?? '',
) {
  const id = uuidv7()
  await client.clips.import({ id, grant: grantFile(workspace, path, name) })
  return workspace.services.jobs.ended(id)
}

/** The same bytes under a name that lies. */
export function renamed(path: string, name: string): string {
  const copy = join(path, '..', name)
  copyFileSync(path, copy)
  return copy
}

/** Waits until all that a clip needs is made, or failed. */
export async function untilMade(client: Client, clip: string) {
  for (;;) {
    const view = await client.clips.get({ clip })
    const { playback, peaks } = view
    if (playback.job === null && playback.state !== 'making' && peaks.state !== 'making') return view
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}
