import { z } from 'zod'
import { roles } from '#domain/roles.ts'
import { operation } from './base.ts'

export const profileView = z.object({
  id: z.string(),
  name: z.string(),
  roles: z.array(z.enum(roles)),
  /** False when this machine holds no private key for the profile. */
  hasKey: z.boolean(),
})
export type ProfileView = z.infer<typeof profileView>

export const sessionView = z.object({
  protocol: z.number(),
  version: z.string(),
  workspace: z.object({ id: z.string(), path: z.string() }),
  newsroom: z.object({ name: z.string(), rootKey: z.string(), confirmed: z.boolean() }).nullable(),
  profiles: z.array(profileView),
  /** The profile that is signed in, for one client. */
  current: profileView.nullable(),
})
export type SessionView = z.infer<typeof sessionView>

export const session = {
  /** Version handshake and the state a client starts from. */
  hello: operation
    .input(z.object({ protocol: z.number(), client: z.enum(['renderer', 'cli', 'test']) }))
    .output(sessionView),
  signIn: operation.input(z.object({ profile: z.string(), pin: z.string() })).output(profileView),
  signOut: operation.output(z.object({})),
}
