import { join, resolve } from 'node:path'
import { uuidv7 } from 'uuidv7'
import { succeed } from '#domain/result.ts'
import { attempt } from '../attempt.ts'
import type { Command } from '../command.ts'
import { jobEnd } from '../job-end.ts'

/** Writes a made package to a stick, read back and compared ("Ghi ra USB"). */
export const usb: Command = {
  usage: 'usb PACKAGE --out DIR',
  options: { out: { type: 'string' } },
  positionals: [1, 1],
  async run({ positionals: [id = ''], values, connect, sentences }) {
    const connection = await connect()
    if (!connection.ok) return connection
    const { client } = connection.value
    const directory = resolve(String(values['out'] ?? '.'))
    const started = await attempt(client.packages.usb({ id: uuidv7(), package: id, directory }))
    if (!started.ok) return started
    const ended = await jobEnd(client, started.value.job)
    if (!ended.ok) return ended
    const path = join(directory, started.value.name)
    return succeed({ data: { path }, lines: [sentences.say('usb.done', { path })] })
  },
}
