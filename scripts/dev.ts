import { runTool } from './command.ts'
import { electronBinary } from './electron-binary.ts'
import { preflight } from './preflight.ts'

/** Rebuilds on every change: in Electron, or (where its program cannot be had) behind the browser shell. */
async function main(): Promise<number> {
  if (!preflight('start')) return 1
  if (await electronBinary()) return (await runTool('electron-vite', ['dev', '--watch'])).code
  const built = await runTool('electron-vite', ['build'], { quiet: true })
  if (built.code !== 0) {
    console.log(built.output)
    return built.code
  }
  const page = runTool('electron-vite', ['build', '--watch'], { quiet: true })
  const server = runTool('node', [
    '--watch-path=src',
    '--watch-preserve-output',
    'src/cli/tramtin.ts',
    'serve',
    '--open',
  ])
  const [first] = await Promise.all([server, page])
  return first.code
}

process.exitCode = await main()
