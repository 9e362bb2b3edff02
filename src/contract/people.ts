import { z } from 'zod'
import { roles } from '#domain/roles.ts'
import { freshId, instant, operation } from './base.ts'
import { profileView } from './session.ts'

const pin = z.string().min(4).max(64)
const personName = z.string().trim().min(1).max(120)

export const memberView = z.object({
  id: z.string(),
  name: z.string(),
  roles: z.array(z.enum(roles)),
  publicKey: z.string(),
  since: instant,
  removed: z.boolean(),
  hasKey: z.boolean(),
  /** Someone else who belongs here bears the same name: in lists and signatures nobody can tell them apart. */
  hasNamesake: z.boolean(),
})
export type MemberView = z.infer<typeof memberView>

export const people = {
  /**
   * Makes the newsroom: root key, first owner, and the recovery file's text. Nothing counts as set up
   * before `confirmRecovery` has read that file back.
   */
  createNewsroom: operation
    .input(z.object({ id: freshId, newsroom: personName, owner: personName, pin }))
    .output(z.object({ recoveryFile: z.string(), fileName: z.string(), owner: profileView })),
  /** The recovery file's text as read back from where the owner keeps it. */
  confirmRecovery: operation.input(z.object({ recoveryFile: z.string() })).output(z.object({})),
  /** A request file with the new member's public key, for an owner of an existing newsroom. */
  requestToJoin: operation
    .input(z.object({ id: freshId, name: personName, pin }))
    .output(z.object({ requestFile: z.string(), fileName: z.string(), profile: profileView })),
  /** Who asks in a request file, with its signature checked; `member` when that person belongs here already. */
  readRequest: operation
    .input(z.object({ request: z.string().max(100_000) }))
    .output(z.object({ profile: z.string(), name: z.string(), at: instant, member: z.boolean() })),
  /** An owner lets in who asked: the key stays where it was made. The invitation is `bundles.invite`. */
  admit: operation
    .input(z.object({ id: freshId, request: z.string().max(100_000), roles: z.array(z.enum(roles)).min(1) }))
    .output(memberView),
  /** An owner adds a member on this machine, with a first PIN. */
  addMember: operation
    .input(z.object({ id: freshId, name: personName, roles: z.array(z.enum(roles)).min(1), pin }))
    .output(memberView),
  setRoles: operation
    .input(z.object({ id: freshId, member: z.string(), roles: z.array(z.enum(roles)) }))
    .output(memberView),
  removeMember: operation.input(z.object({ id: freshId, member: z.string() })).output(memberView),
  changePin: operation.input(z.object({ current: pin, next: pin })).output(z.object({})),
  /** Gives a member who lost the PIN a new key, signed by an owner. */
  renewKey: operation.input(z.object({ id: freshId, member: z.string(), pin })).output(memberView),
  /** The root key, from the recovery file, makes a known member an owner with a new key: when no owner can sign. */
  recoverOwner: operation
    .input(z.object({ recoveryFile: z.string(), member: z.string(), pin }))
    .output(memberView),
  list: operation.output(z.array(memberView)),
}
