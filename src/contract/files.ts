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
  /** Describes a grant. */
  describe: operation.input(z.object({ grant: grantId })).output(grantView),
}
