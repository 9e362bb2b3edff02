import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { z } from 'zod'

const windowState = z.object({
  x: z.number().int().optional(),
  y: z.number().int().optional(),
  width: z.number().int().min(800).max(20_000),
  height: z.number().int().min(500).max(20_000),
  maximized: z.boolean(),
})
export type WindowState = z.infer<typeof windowState>
type Area = Readonly<{ x: number; y: number; width: number; height: number }>

/** The smallest screen the workstation is made for. */
export const firstState: WindowState = { width: 1366, height: 768, maximized: true }

/** Where the window was, unless that is on a screen which is not there any more. */
export function readWindowState(file: string, screens: readonly Area[]): WindowState {
  try {
    const state = windowState.parse(JSON.parse(readFileSync(file, 'utf8')))
    return isVisible(state, screens) ? state : { ...firstState, maximized: state.maximized }
  } catch {
    return firstState
  }
}

/** Losing it costs a person one drag: a full disk here must not keep the window from closing. */
export function writeWindowState(file: string, state: WindowState): void {
  try {
    writeFileSync(`${file}.new`, JSON.stringify(windowState.parse(state)))
    renameSync(`${file}.new`, file)
  } catch {
    return
  }
}

/** True when enough of the title bar lies on a screen to be taken hold of. */
function isVisible({ x, y, width }: WindowState, screens: readonly Area[]): boolean {
  if (x === undefined || y === undefined) return true
  const grip = 100
  return screens.some((screen) => {
    const across = Math.min(x + width, screen.x + screen.width) - Math.max(x, screen.x)
    return across >= grip && y >= screen.y && y <= screen.y + screen.height - 40
  })
}
