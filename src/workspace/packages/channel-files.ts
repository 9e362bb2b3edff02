import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { type Failure, failure } from '#contract/failures.ts'
import { type Channel, channelSchema } from '#domain/channels.ts'
import { fail, type Result, succeed } from '#domain/result.ts'

/** Loads every channel of a folder, sorted by id. One bad file refuses all, by its name and place in it. */
export function loadChannels(folder: string): Result<readonly Channel[], Failure> {
  const channels = new Map<string, Channel>()
  for (const name of readdirSync(folder).sort()) {
    if (!name.endsWith('.json')) continue
    const path = join(folder, name)
    const channel = readChannel(path)
    if (!channel.ok) return channel
    if (channels.has(channel.value.id)) {
      return fail(failure('channel-invalid', { path, detail: `id: ${channel.value.id} is there twice` }))
    }
    channels.set(channel.value.id, channel.value)
  }
  return succeed([...channels.values()].sort((left, right) => (left.id < right.id ? -1 : 1)))
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
