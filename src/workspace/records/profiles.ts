import type { ProfileView } from '#contract/session.ts'
import { comparePersonNames } from '#domain/person-names.ts'
import type { KeyRing } from './key-ring.ts'
import type { RecordService } from './record-service.ts'

type Trust = Readonly<{ records: RecordService; keys: KeyRing }>

/** Members, and those of this machine who have asked to join and belong to no newsroom yet. */
export function listProfiles({ records, keys }: Trust): ProfileView[] {
  const members = records
    .people()
    .map(({ id, name, roles }) => ({ id, name, roles: [...roles], hasKey: keys.has(id) }))
  const asking = keys
    .list()
    .filter(({ profile }) => records.person(profile) === undefined)
    .map(({ profile, name }) => ({ id: profile, name, roles: [], hasKey: true }))
  return [...members, ...asking].sort((left, right) => comparePersonNames(left.name, right.name))
}

export function findProfile(trust: Trust, profile: string): ProfileView | undefined {
  return listProfiles(trust).find((item) => item.id === profile)
}
