import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { type Failure, failure } from '#contract/failures.ts'
import { type Channel, channelSchema } from '#domain/channels.ts'
import { fail, type Result, succeed } from '#domain/result.ts'

/**
 * Loads the channels that come with the app, and those that staff keep in a folder of their own: there a file
 * with a shipped channel's id takes its place. One bad file refuses all, by its name and the place in it.
 */
export function loadChannels(shipped: string, own?: string): Result<readonly Channel[], Failure> {
  const theirs = readFolder(shipped)
  if (!theirs.ok) return theirs
  const ours = own !== undefined && existsSync(own) ? readFolder(own) : succeed([])
  if (!ours.ok) return ours
  const byId = new Map([...theirs.value, ...ours.value].map((channel) => [channel.id, channel]))
  return succeed([...byId.values()].sort((left, right) => (left.id < right.id ? -1 : 1)))
}

function readFolder(folder: string): Result<readonly Channel[], Failure> {
  const channels: Channel[] = []
  for (const name of readdirSync(folder).sort()) {
    if (!name.endsWith('.json')) continue
    const path = join(folder, name)
    const channel = readChannel(path)
    if (!channel.ok) return channel
    if (channels.some(({ id }) => id === channel.value.id)) {
      return fail(failure('channel-invalid', { path, detail: `id: ${channel.value.id} is there twice` }))
    }
    channels.push(channel.value)
  }
  return succeed(channels)
}

function readChannel(path: string): Result<Channel, Failure> {
  const content = readJson(path)
  if (!content.ok) return content
  const parsed = channelSchema.safeParse(content.value)
  if (parsed.success) return succeed(parsed.data)
  const details = parsed.error.issues.map((issue) => `${z.core.toDotPath(issue.path)}: ${issue.message}`)
  return fail(failure('channel-invalid', { path, detail: details.join('; ') }))
}

function readJson(path: string): Result<unknown, Failure> {
  try {
    return succeed(JSON.parse(readFileSync(path, 'utf8')))
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error)
    return fail(failure('channel-invalid', { path, detail }))
  }
}
