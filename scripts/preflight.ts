import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync, readdirSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/** What a purpose needs besides the npm packages: how it is found, and the Debian package that brings it. */
type Need = Readonly<{ what: string; found: () => boolean; debian: string }>

const browsers = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge']

const browser: Need = {
  what: 'Chromium',
  found: () =>
    browsers.some(onPath) || process.env['CHROMIUM_PATH'] !== undefined || process.platform !== 'linux',
  debian: 'chromium',
}
const ffmpeg: Need = {
  what: 'ffmpeg',
  found: () => (onPath('ffmpeg') && onPath('ffprobe')) || process.env['FFMPEG_PATH'] !== undefined,
  debian: 'ffmpeg',
}
const latinFonts: Need = {
  what: 'Noto fonts',
  found: () => process.platform !== 'linux' || fontInstalled('NotoSans-Regular'),
  debian: 'fonts-noto-core',
}
const cjkFonts: Need = {
  what: 'Noto CJK fonts',
  found: () => process.platform !== 'linux' || fontInstalled('NotoSansCJK'),
  debian: 'fonts-noto-cjk',
}
const strace: Need = { what: 'strace', found: () => onPath('strace'), debian: 'strace' }

const needs = {
  start: [browser, ffmpeg, latinFonts, cjkFonts],
  test: [browser, ffmpeg, latinFonts, cjkFonts, strace],
} as const satisfies Record<string, readonly Need[]>

/**
 * Makes sure the machine has what `purpose` needs: installs it with apt where that is allowed without asking,
 * else prints the exact line to type. Takes milliseconds when all is there.
 */
export function preflight(purpose: keyof typeof needs): boolean {
  const missing = needs[purpose].filter((need) => !need.found())
  if (missing.length === 0) return true
  const packages = missing.map((need) => need.debian)
  console.log(`Preflight: missing ${missing.map((need) => need.what).join(', ')}.`)
  if (installWithApt(packages)) {
    const left = missing.filter((need) => !need.found())
    if (left.length === 0) return true
  }
  console.log(`Please install them, then try again:\n  ${manualLine(packages)}`)
  return false
}

function installWithApt(packages: readonly string[]): boolean {
  const prefix = aptPrefix()
  if (!onPath('apt-get') || prefix === undefined) return false
  console.log(`Preflight: installing ${packages.join(', ')} …`)
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const apt = (...parameters: string[]) => {
    const [command = 'apt-get', ...rest] = [...prefix, 'apt-get', ...parameters]
    return spawnSync(command, rest, { stdio: ['ignore', 'ignore', 'inherit'], env: environment }).status === 0
  }
  apt('update', '-qq')
  return apt('install', '-y', '-qq', '--no-install-recommends', ...packages)
}

/** How apt may be called without a question: as root, by passwordless sudo, or (undefined) not at all. */
function aptPrefix(): readonly string[] | undefined {
  if (process.getuid?.() === 0) return []
  if (onPath('sudo') && spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' }).status === 0)
    return ['sudo', '-n']
  return undefined
}

function manualLine(packages: readonly string[]): string {
  if (onPath('apt-get')) return `sudo apt-get update && sudo apt-get install -y ${packages.join(' ')}`
  return `(the packages that your system calls) ${packages.join(' ')}`
}

function onPath(command: string): boolean {
  return (process.env['PATH'] ?? '').split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, command), constants.X_OK)
      return true
    } catch {
      return false
    }
  })
}

/** Looks into the font folders: asking fontconfig takes longer than the whole preflight may. */
function fontInstalled(name: string): boolean {
  const home = process.env['HOME'] ?? '/nonexistent'
  const folders = [
    '/usr/share/fonts',
    '/usr/local/share/fonts',
    join(home, '.fonts'),
    join(home, '.local/share/fonts'),
  ]
  return folders.some(
    (folder) =>
      existsSync(folder) &&
      readdirSync(folder, { recursive: true, encoding: 'utf8' }).some((file) => file.includes(name)),
  )
}
