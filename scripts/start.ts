import { join } from 'node:path'
import { buildIfStale } from './build-if-stale.ts'
import { projectRoot, runTool } from './command.ts'
import { electronBinary } from './electron-binary.ts'
import { preflight } from './preflight.ts'

/** Opens the workstation: in Electron where its binary can be had, else in the browser shell. */
async function main(): Promise<number> {
  if (!preflight('start') || !(await buildIfStale())) return 1
  const electron = await electronBinary()
  const rest = process.argv.slice(2)
  if (electron) return (await runTool(electron, [projectRoot, ...rest])).code
  console.log("Electron's program cannot be fetched here: opening the browser shell instead.")
  return (await runTool('node', [join(projectRoot, 'src/cli/tramtin.ts'), 'serve', '--open', ...rest])).code
}

process.exitCode = await main()
