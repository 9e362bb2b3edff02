import { copyFile, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { fontFolder, scriptName } from './picture-filters.ts'
import type { PreparedSubtitles } from './prepared-subtitles.ts'

/**
 * Runs `work` in a folder of its own that holds script, typefaces and subtitle files under fixed ASCII names; it is
 * gone afterwards, whatever happened.
 */
export async function inRunFolder<Value>(
  temporary: string,
  { burned, soft }: PreparedSubtitles,
  work: (folder: string) => Promise<Value>,
): Promise<Value> {
  await mkdir(temporary, { recursive: true })
  const folder = await mkdtemp(join(temporary, 'render-'))
  try {
    if (burned) {
      await writeFile(join(folder, scriptName), burned.script)
      await mkdir(join(folder, fontFolder))
      for (const [at, font] of burned.fonts.entries()) {
        await lay(font, join(folder, fontFolder, `font-${at}${extname(font).toLowerCase()}`))
      }
    }
    for (const { file, text } of soft) await writeFile(join(folder, file), text)
    return await work(folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Windows lets only administrators link. */
async function lay(font: string, place: string): Promise<void> {
  if (process.platform === 'win32') await copyFile(font, place)
  else await symlink(font, place)
}
