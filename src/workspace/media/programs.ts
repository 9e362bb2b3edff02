import { execFile } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { createRequire } from 'node:module'
import { delimiter, dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { type Failure, failure } from '#contract/failures.ts'
import { fail, type Result, succeed } from '#domain/result.ts'

/** The programs that read and write media, and what they can do. */
export type MediaPrograms = Readonly<{
  ffmpeg: string
  ffprobe: string
  /** Version and configuration: part of every recipe, since another build gives other bytes. */
  build: string
  filters: ReadonlySet<string>
  encoders: ReadonlySet<string>
}>

type Environment = Readonly<Record<string, string | undefined>>
type Tool = 'ffmpeg' | 'ffprobe'

const run = promisify(execFile)
const require = createRequire(import.meta.url)

/** Looks the programs up and asks what they can do: FFMPEG_PATH and FFPROBE_PATH, then ffmpeg-static, then PATH. */
export async function findPrograms(
  environment: Environment = process.env,
): Promise<Result<MediaPrograms, Failure>> {
  const ffmpeg = findTool('ffmpeg', environment, shippedFfmpeg())
  if (ffmpeg === undefined) return fail(failure('media-tool-missing', { tool: 'ffmpeg' }))
  const ffprobe = findTool('ffprobe', environment, join(dirname(ffmpeg), fileName('ffprobe')))
  if (ffprobe === undefined) return fail(failure('media-tool-missing', { tool: 'ffprobe' }))
  try {
    const [version, filters, encoders] = await Promise.all([
      ask(ffmpeg, '-version'),
      ask(ffmpeg, '-filters'),
      ask(ffmpeg, '-encoders'),
    ])
    const build = version.split('\n').slice(0, 3).join(' ').trim()
    return succeed({ ffmpeg, ffprobe, build, filters: secondWords(filters), encoders: secondWords(encoders) })
  } catch {
    return fail(failure('media-tool-missing', { tool: 'ffmpeg' }))
  }
}

async function ask(program: string, what: string): Promise<string> {
  const { stdout } = await run(program, ['-hide_banner', what], { maxBuffer: 8 * 2 ** 20, timeout: 30_000 })
  return stdout
}

/** Lists name a thing behind its flags: ` T.C zscale  V->V  …`. */
function secondWords(list: string): ReadonlySet<string> {
  return new Set(list.split('\n').flatMap((line) => /^\s*\S+\s+(\S+)/.exec(line)?.[1] ?? []))
}

function findTool(tool: Tool, environment: Environment, beside: string | undefined): string | undefined {
  const named = environment[`${tool.toUpperCase()}_PATH`]
  // who names one wants that one: another in its place would hide the mistake
  if (named) return isProgram(named) ? named : undefined
  const folders = (environment['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '')
  const candidates = [...(beside ? [beside] : []), ...folders.map((folder) => join(folder, fileName(tool)))]
  return candidates.find(isProgram)
}

function fileName(tool: Tool): string {
  return process.platform === 'win32' ? `${tool}.exe` : tool
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** The optional package may be absent; inside of a packed app its program lies beside the archive, not in it. */
function shippedFfmpeg(): string | undefined {
  try {
    const path: unknown = require('ffmpeg-static')
    return typeof path === 'string' ? path.replace('app.asar', 'app.asar.unpacked') : undefined
  } catch {
    return undefined
  }
}
