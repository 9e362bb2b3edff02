import { z } from 'zod'
import { grantId, operation } from './base.ts'

/** A file on its way in or out, under a name that reveals no path. */
export const grantView = z.object({
  grant: grantId,
  name: z.string(),
  bytes: z.number(),
  mediaType: z.string(),
})
export type GrantView = z.infer<typeof grantView>

export const files = {
  /** Forgets a grant and what was uploaded under it. */
  release: operation.input(z.object({ grant: grantId })).output(z.object({})),
  /** For shells and programs: a file that was opened from outside, to be shown in a window. */
  offer: operation.input(z.object({ grant: grantId })).output(z.object({})),
  /** Files that wait to be shown; each is told of once. */
  offered: operation.output(z.array(grantView)),
  /** Describes a grant. */
  describe: operation.input(z.object({ grant: grantId })).output(grantView),
}
