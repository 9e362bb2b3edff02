import { serveWorkspace } from '#browser/serve.ts'
import type { Failure } from '#contract/failures.ts'
import { type Result, succeed } from '#domain/result.ts'
import { attempt } from '../attempt.ts'
import type { Command, CommandInput } from '../command.ts'

/** The browser shell: owns the workspace and serves its window until it is told to stop. */
export const serve: Command = {
  usage: 'serve [--open] [--port N] [BUNDLE…]',
  options: { open: { type: 'boolean' }, port: { type: 'string' } },
  positionals: [0, 100],
  async run({ workspace, values, progress, sentences, positionals, connect }) {
    const served = await serveWorkspace(workspace, {
      open: values['open'] === true,
      port: Number(values['port'] ?? 0),
      report: (error) => console.error(error),
      announce: (url) => progress(sentences.say('serve.url', { url })),
    })
    if (!served.ok) return served
    const offered = await offerFiles(positionals, connect)
    if (!offered.ok) return offered
    const stopped = await served.value.stopped
    if (!stopped.ok) return stopped
    return succeed({ data: {}, lines: [sentences.say('serve.stopped')] })
  },
}

/** Bundles named on the command line are shown in a window, as by a double click. */
async function offerFiles(
  files: readonly string[],
  connect: CommandInput['connect'],
): Promise<Result<unknown, Failure>> {
  if (files.length === 0) return succeed(null)
  const connection = await connect()
  if (!connection.ok) return connection
  for (const file of files) {
    const grant = await connection.value.letIn(file)
    if (!grant.ok) return grant
    const offered = await attempt(connection.value.client.files.offer({ grant: grant.value }))
    if (!offered.ok) return offered
  }
  return succeed(null)
}
