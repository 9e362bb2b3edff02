import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { type Failure, failure } from '#contract/failures.ts'
import { presetSchema, type RenderPreset } from '#domain/renders/preset.ts'
import { fail, type Result, succeed } from '#domain/result.ts'

const shippedPresets = fileURLToPath(new URL('../../../resources/presets', import.meta.url))

/**
 * Loads the presets that come with the app, and those that staff keep in a folder of their own: there a file with a
 * shipped preset's id takes its place. One bad file refuses all, by its name and the place in it.
 */
export function loadPresets(
  own?: string,
  shipped = shippedPresets,
): Result<ReadonlyMap<string, RenderPreset>, Failure> {
  const found = new Map<string, RenderPreset>()
  for (const folder of [shipped, ...(own !== undefined && existsSync(own) ? [own] : [])]) {
    for (const name of readdirSync(folder).sort()) {
      if (!name.endsWith('.json')) continue
      const preset = readPreset(join(folder, name))
      if (!preset.ok) return preset
      found.set(preset.value.id, preset.value)
    }
  }
  return succeed(found)
}

function readPreset(path: string): Result<RenderPreset, Failure> {
  try {
    const parsed = presetSchema.safeParse(JSON.parse(readFileSync(path, 'utf8')))
    if (parsed.success) return succeed(parsed.data)
    const details = parsed.error.issues.map((issue) => `${z.core.toDotPath(issue.path)}: ${issue.message}`)
    return fail(failure('preset-invalid', { path, detail: details.join('; ') }))
  } catch (error) {
    return fail(failure('preset-invalid', { path, detail: error instanceof Error ? error.message : '' }))
  }
}

export function findPreset(
  presets: ReadonlyMap<string, RenderPreset>,
  id: string,
): Result<RenderPreset, Failure> {
  const found = presets.get(id)
  return found ? succeed(found) : fail(failure('preset-unknown', { preset: id }))
}
