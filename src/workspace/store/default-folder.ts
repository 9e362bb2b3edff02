import { homedir } from 'node:os'
import { join } from 'node:path'

/** Where a person's workspace lies when nobody says otherwise. */
export function defaultWorkspaceFolder(): string {
  return process.env['TRAMTIN_WORKSPACE'] ?? join(homedir(), 'TramTin')
}
