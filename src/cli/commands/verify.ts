import { existsSync } from 'node:fs'
import type { Verdict } from '#contract/packages.ts'
import { protocolVersion } from '#contract/protocol.ts'
import { succeed } from '#domain/result.ts'
import { verifyPackage } from '#workspace/packages/verify/verify-package.ts'
import { workspacePaths } from '#workspace/store/paths.ts'
import { attempt } from '../attempt.ts'
import type { Command, CommandInput, Report } from '../command.ts'

/** A package (folder or zip) or a workspace: is every byte and every signature as it was? */
export const verify: Command = {
  usage: 'verify PATH [--root KEY]',
  options: { root: { type: 'string' } },
  positionals: [1, 1],
  async run(input) {
    const path = input.positionals[0] ?? ''
    const verdict = existsSync(workspacePaths(path).database)
      ? await verifyWorkspace(input, path)
      : await verifyPackage(path, await trustedRoot(input))
    return verdict.ok ? succeed(report(verdict.value, path, input)) : verdict
  },
}

async function verifyWorkspace({ connect }: CommandInput, folder: string) {
  const connection = await connect({ folder })
  return connection.ok ? attempt(connection.value.client.maintenance.verify()) : connection
}

/** The root a package must go back to: named on the command line, else the workspace's own newsroom. */
async function trustedRoot({ values, connect }: CommandInput): Promise<string | null> {
  if (typeof values['root'] === 'string') return values['root']
  const connection = await connect()
  if (!connection.ok) return null
  const hello = await attempt(
    connection.value.client.session.hello({ protocol: protocolVersion, client: 'cli' }),
  )
  return hello.ok ? (hello.value.newsroom?.rootKey ?? null) : null
}

function report(verdict: Verdict, path: string, { sentences }: CommandInput): Report {
  const problems = verdict.problems.map((problem) => {
    const said = sentences.say(`packages:problem.${problem.code}`, problem)
    return said.includes(problem.file) ? `  ${said}` : `  ${problem.file}: ${said}`
  })
  return {
    data: verdict,
    lines: [sentences.say(`verify.${verdict.outcome}`, { path, ...verdict }), ...problems],
    failed: verdict.outcome !== 'valid',
  }
}
