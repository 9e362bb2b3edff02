import { succeed } from '#domain/result.ts'
import { restoreWorkspace } from '#workspace/maintenance/restore.ts'
import { attempt } from '../attempt.ts'
import type { Command } from '../command.ts'

export const backup: Command = {
  usage: 'backup',
  positionals: [0, 0],
  async run({ connect, sentences }) {
    const connection = await connect()
    if (!connection.ok) return connection
    const made = await attempt(connection.value.client.maintenance.backup())
    if (!made.ok) return made
    return succeed({ data: made.value, lines: [sentences.say('backup.done', made.value)] })
  },
}

/** Works on a workspace that cannot be opened, too: that is when it is needed. */
export const restore: Command = {
  usage: 'restore NAME',
  positionals: [1, 1],
  async run({ positionals: [name = ''], workspace, sentences }) {
    const restored = await restoreWorkspace(workspace, name)
    if (!restored.ok) return restored
    return succeed({
      data: restored.value,
      lines: [sentences.say('restore.done', { name, ...restored.value })],
    })
  },
}

export const rebuild: Command = {
  usage: 'rebuild',
  positionals: [0, 0],
  async run({ connect, sentences }) {
    const connection = await connect()
    if (!connection.ok) return connection
    const made = await attempt(connection.value.client.maintenance.rebuild())
    if (!made.ok) return made
    return succeed({ data: made.value, lines: [sentences.say('rebuild.done', made.value)] })
  },
}
