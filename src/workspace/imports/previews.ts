import { rmSync } from 'node:fs'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { uuidv7 } from 'uuidv7'
import type { ImportedPicture } from '#domain/imported-text.ts'
import type { Clock } from '../store/clock.ts'
import { previewPicturePath, previewsFolder, type WorkspacePaths } from '../store/paths.ts'

/** A preview waits this long for its commit, in milliseconds. */
const lifetime = 12 * 60 * 60 * 1000
const mostPreviews = 200

type Places = Pick<WorkspacePaths, 'temporary'>
export type OpenPreview = Readonly<{
  id: string
  fileName: string
  /** The file it was read from. */
  grant: string
  openedAt: number
  pictures: readonly string[]
}>

/** Previews that wait for their commit. Their pictures lie in the temporary folder; nothing else is kept. */
export type Previews = Readonly<{
  open(file: Readonly<{ name: string; grant: string }>, pictures: readonly ImportedPicture[]): Promise<string>
  find(id: string): OpenPreview | undefined
  close(id: string): void
}>

export function previewPictureUrl(preview: string, name: string): string {
  return `/preview/${preview}/${encodeURIComponent(name)}`
}

/** What earlier runs left behind goes: a preview does not outlive its process. */
export function createPreviews(paths: Places, clock: Clock): Previews {
  const folder = previewsFolder(paths)
  rmSync(folder, { recursive: true, force: true })
  const previews = new Map<string, OpenPreview>()

  function close(id: string): void {
    if (!previews.delete(id)) return
    rmSync(join(folder, id), { recursive: true, force: true })
  }

  function dropOld(): void {
    const now = clock.now()
    for (const preview of previews.values()) {
      if (now - preview.openedAt > lifetime || previews.size >= mostPreviews) close(preview.id)
    }
  }

  async function putAside(id: string, pictures: readonly ImportedPicture[]): Promise<void> {
    await mkdir(join(folder, id), { recursive: true })
    for (const { name, bytes } of pictures) {
      const path = previewPicturePath(paths, id, name)
      if (path === undefined) throw new Error(`Not a picture's name: ${name}`)
      await writeFile(path, bytes)
    }
  }

  async function open(
    file: Readonly<{ name: string; grant: string }>,
    pictures: readonly ImportedPicture[],
  ): Promise<string> {
    dropOld()
    const id = uuidv7()
    try {
      await putAside(id, pictures)
    } catch (error) {
      await rm(join(folder, id), { recursive: true, force: true })
      throw error
    }
    const { name: fileName, grant } = file
    const kept = { id, fileName, grant, openedAt: clock.now(), pictures: pictures.map(({ name }) => name) }
    previews.set(id, kept)
    return id
  }

  return { open, find: (id) => previews.get(id), close }
}
