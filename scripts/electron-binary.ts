import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot, runTool } from './command.ts'

const packageFolder = join(projectRoot, 'node_modules', 'electron')
const refusal = join(projectRoot, 'node_modules', '.cache', 'tramtin', 'electron-not-fetched')
const tryAgainAfter = 24 * 60 * 60 * 1000
const fetchTimeout = 120_000

/** Electron's program, fetched at the first start; undefined where it cannot be had (said once a day). */
export async function electronBinary(): Promise<string | undefined> {
  const present = installedBinary()
  if (present || refusedLately()) return present
  const { code } = await runTool('node', [join(packageFolder, 'install.js')], {
    quiet: true,
    timeout: fetchTimeout,
  })
  if (code === 0) return installedBinary()
  mkdirSync(join(refusal, '..'), { recursive: true })
  writeFileSync(refusal, '')
  return undefined
}

function installedBinary(): string | undefined {
  const pathFile = join(packageFolder, 'path.txt')
  if (!existsSync(pathFile)) return undefined
  const binary = join(packageFolder, 'dist', readFileSync(pathFile, 'utf8'))
  return existsSync(binary) ? binary : undefined
}

function refusedLately(): boolean {
  return existsSync(refusal) && Date.now() - statSync(refusal).mtimeMs < tryAgainAfter
}
