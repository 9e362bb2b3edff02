import { spawn } from 'node:child_process'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const projectRoot = dirname(dirname(fileURLToPath(import.meta.url)))
const localTools = join(projectRoot, 'node_modules', '.bin')
/** Where Node keeps modules compiled, for the tools and for every process and thread that they start. */
const compiled = join(projectRoot, 'node_modules', '.cache', 'compiled')

export type Outcome = Readonly<{ code: number; output: string; seconds: number }>

/** Runs a tool of the project (node_modules/.bin first on the PATH). `quiet` keeps its output for the caller. */
export function runTool(
  tool: string,
  parameters: readonly string[],
  options: Readonly<{ quiet?: boolean; environment?: NodeJS.ProcessEnv; timeout?: number }> = {},
): Promise<Outcome> {
  const started = performance.now()
  const child = spawn(tool, parameters, {
    cwd: projectRoot,
    env: {
      NODE_COMPILE_CACHE: compiled,
      ...process.env,
      ...options.environment,
      PATH: `${localTools}:${process.env['PATH']}`,
    },
    stdio: ['ignore', options.quiet ? 'pipe' : 'inherit', options.quiet ? 'pipe' : 'inherit'],
    shell: process.platform === 'win32',
    ...(options.timeout === undefined ? {} : { timeout: options.timeout }),
  })
  let output = ''
  child.stdout?.on('data', (chunk) => (output += chunk))
  child.stderr?.on('data', (chunk) => (output += chunk))
  return new Promise((resolve) => {
    const finish = (code: number) => resolve({ code, output, seconds: (performance.now() - started) / 1000 })
    child.on('error', (error) => {
      output += String(error)
      finish(127)
    })
    child.on('close', (code) => finish(code ?? 1))
  })
}
