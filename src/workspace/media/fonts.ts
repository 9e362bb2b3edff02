import { readdir, readFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Failure, failure } from '#contract/failures.ts'
import { fail, type Result, succeed } from '#domain/result.ts'
import { familiesFor } from './font-families.ts'
import { type FontFace, readFontFaces } from './font-file.ts'

/** A typeface of this machine: `index` tells it from others in the same file. */
export type FoundFont = Readonly<{ family: string; path: string; index: number; bold: boolean }>

export type FontService = Readonly<{
  /**
   * The best typeface for a text in a language that draws every character of it, by the lists of `font-families.ts`.
   * `family` asks for one family by its name instead. None that draws all is a failure: never boxes.
   */
  find(
    wanted: Readonly<{ text: string; language: string; family?: string; bold?: boolean }>,
  ): Promise<Result<FoundFont, Failure>>
}>

type Face = FontFace & FoundFont

/** Fonts that come with the program lie first, then those of the system, then the person's own. */
export function systemFontFolders(): readonly string[] {
  const shipped = fileURLToPath(new URL('../../../resources/fonts', import.meta.url))
  const home = homedir()
  switch (process.platform) {
    case 'win32': {
      const { LOCALAPPDATA: local = join(home, 'AppData', 'Local'), WINDIR: windows = 'C:\\Windows' } =
        process.env
      return [shipped, join(windows, 'Fonts'), join(local, 'Microsoft', 'Windows', 'Fonts')]
    }
    case 'darwin':
      return [shipped, '/System/Library/Fonts', '/Library/Fonts', join(home, 'Library', 'Fonts')]
    default:
      return [
        shipped,
        '/usr/share/fonts',
        '/usr/local/share/fonts',
        join(home, '.local/share/fonts'),
        join(home, '.fonts'),
      ]
  }
}

/** Looks fonts up by what is in their files; each file is read once, and only when its name may be the wanted one. */
export function createFonts(folders: readonly string[] = systemFontFolders()): FontService {
  let listed: Promise<readonly string[]> | undefined
  const read = new Map<string, Promise<readonly Face[]>>()
  const facesOf = (path: string) => {
    const faces = read.get(path) ?? readFaces(path)
    read.set(path, faces)
    return faces
  }
  async function facesIn(family: string): Promise<readonly Face[]> {
    listed ??= listFonts(folders)
    const likely = (await listed).filter((path) => mayHold(path, family))
    const faces = (await Promise.all(likely.map(facesOf))).flat()
    return faces.filter((face) => face.family === family && !face.italic)
  }
  return {
    async find({ text, language, family, bold = false }) {
      const needed = [...new Set(text)].filter((letter) => /\S/u.test(letter) && !/\p{C}/u.test(letter))
      let missing = needed
      for (const name of family === undefined ? familiesFor(language) : [family]) {
        const faces = await facesIn(name)
        for (const face of faces.toSorted((one, other) => rank(one, bold) - rank(other, bold))) {
          const lacking = needed.filter((letter) => !face.covers(letter.codePointAt(0) ?? 0))
          if (lacking.length === 0) return succeed(foundOf(face))
          if (lacking.length < missing.length) missing = lacking
        }
      }
      return fail(failure('font-missing', { language, characters: missing.slice(0, 20).join('') }))
    },
  }
}

function rank(face: Face, bold: boolean): number {
  return face.bold === bold ? 0 : 1
}

function foundOf({ family, path, index, bold }: Face): FoundFont {
  return { family, path, index, bold }
}

async function listFonts(folders: readonly string[]): Promise<readonly string[]> {
  const lists = await Promise.all(
    folders.map(async (folder) => {
      const names = await readdir(folder, { recursive: true }).catch(() => [])
      return names.filter((name) => /\.(?:ttf|otf|ttc|otc)$/i.test(name)).map((name) => join(folder, name))
    }),
  )
  return lists.flatMap((list) => list.toSorted())
}

/** File names that say nothing of the family, as Windows has them. */
const shortNames: Readonly<Record<string, RegExp>> = {
  'Microsoft YaHei': /msyh/i,
  'Microsoft JhengHei': /msjh/i,
  'Malgun Gothic': /malgun/i,
  'Segoe UI': /segoeui/i,
  'Yu Gothic': /yugoth/i,
}

/** A folder may hold a thousand fonts of megabytes: only files whose name begins as the family does are opened. */
function mayHold(path: string, family: string): boolean {
  const file =
    path
      .split(/[\\/]/)
      .at(-1)
      ?.replace(/[\s_-]/g, '')
      .toLowerCase() ?? ''
  const words = family.toLowerCase().split(' ')
  // "Noto Sans CJK SC" is one of the typefaces of NotoSansCJK-Regular.ttc
  const stem = (words.length > 3 ? words.slice(0, 3) : words).join('')
  return file.startsWith(stem) || (shortNames[family]?.test(file) ?? false)
}

async function readFaces(path: string): Promise<readonly Face[]> {
  try {
    return readFontFaces(await readFile(path)).map((face, index) => ({ ...face, path, index }))
  } catch {
    // a damaged font is none
    return []
  }
}
