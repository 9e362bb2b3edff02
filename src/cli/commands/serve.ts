import { serveWorkspace } from '#browser/serve.ts'
import { succeed } from '#domain/result.ts'
import type { Command } from '../command.ts'

/** The browser shell: owns the workspace and serves its window until it is told to stop. */
export const serve: Command = {
  usage: 'serve [--open] [--port N]',
  options: { open: { type: 'boolean' }, port: { type: 'string' } },
  positionals: [0, 0],
  async run({ workspace, values, progress, sentences }) {
    const served = await serveWorkspace(workspace, {
      open: values['open'] === true,
      port: Number(values['port'] ?? 0),
      report: (error) => console.error(error),
      announce: (url) => progress(sentences.say('serve.url', { url })),
    })
    if (!served.ok) return served
    await served.value.stopped
    return succeed({ data: {}, lines: [sentences.say('serve.stopped')] })
  },
}
