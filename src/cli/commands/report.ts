import { resolve } from 'node:path'
import { uuidv7 } from 'uuidv7'
import { succeed } from '#domain/result.ts'
import { attempt } from '../attempt.ts'
import type { Command } from '../command.ts'

/** The month's report of what was posted, as an XLSX file. */
export const report: Command = {
  usage: 'report --month 2026-11 --out FILE.xlsx',
  options: { month: { type: 'string', default: '' }, out: { type: 'string' } },
  positionals: [0, 0],
  async run({ values, connect, sentences }) {
    const connection = await connect()
    if (!connection.ok) return connection
    const month = String(values['month'])
    const path = resolve(String(values['out'] ?? `bao-cao-${month}.xlsx`))
    const { publications } = connection.value.client
    const made = await attempt(publications.exportReport({ id: uuidv7(), month, path }))
    if (!made.ok) return made
    const { rows } = made.value
    return succeed({ data: { ...made.value, path }, lines: [sentences.say('report.done', { path, rows })] })
  },
}
