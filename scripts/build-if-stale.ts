import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot, runTool } from './command.ts'

const built = join(projectRoot, 'out', 'renderer', 'index.html')
const sources = ['src', 'locales', 'electron.vite.config.ts', 'package-lock.json']

/** Builds the window's page and Electron's bundles when a source is newer than the last build. */
export async function buildIfStale(): Promise<boolean> {
  if (existsSync(built) && newestChange() < statSync(built).mtimeMs) return true
  console.log('Building the interface …')
  const { code, output } = await runTool('electron-vite', ['build'], { quiet: true })
  if (code !== 0) console.log(output)
  return code === 0
}

function newestChange(): number {
  const files = sources.flatMap((source) => {
    const path = join(projectRoot, source)
    if (!statSync(path).isDirectory()) return [path]
    return readdirSync(path, { recursive: true, encoding: 'utf8' }).map((file) => join(path, file))
  })
  return Math.max(...files.map((file) => statSync(file).mtimeMs))
}
