import type { KeyObject } from 'node:crypto'
import { type Failure, failure } from '#contract/failures.ts'
import { fail, type Result, succeed } from '#domain/result.ts'
import type { Clock } from '../store/clock.ts'
import { faultOrThrow } from '../store/faults.ts'
import { type KeyFile, openKey, sealKey } from './key-file.ts'
import { openKeyFolder } from './key-folder.ts'
import { openPinAttempts } from './pin-attempts.ts'
import { isWeakPin, shortestPin } from './pin-rules.ts'
import { createKey, publicKeyOf } from './signature.ts'

type Owner = Readonly<{ profile: string; name: string }>

/** The private keys of this machine. Open ones live in this process's memory and nowhere else. */
export type KeyRing = Readonly<{
  /** Makes and stores a profile's first key; answers its public half. */
  create(owner: Owner, pin: string): Promise<Result<string, Failure>>
  /** Makes a new key that takes the old one's place with `adopt`, once its membership is signed. */
  prepare(owner: Owner, pin: string): Promise<Result<string, Failure>>
  adopt(profile: string, publicKey: string): void
  setAside(profile: string): void
  changePin(profile: string, current: string, next: string): Promise<Result<null, Failure>>
  /** Opens a profile's key for a client. */
  unlock(client: string, profile: string, pin: string): Promise<Result<null, Failure>>
  /** The key is forgotten when the last client that opened it has gone. */
  lock(client: string): void
  openKey(profile: string): KeyObject | undefined
  has(profile: string): boolean
  list(): readonly Readonly<{ profile: string; name: string; publicKey: string }>[]
}>

type Opened = Readonly<{ key: KeyObject; clients: Set<string> }>

export function openKeyRing(folder: string, clock: Clock, cost: number): KeyRing {
  const files = openKeyFolder(folder)
  const attempts = openPinAttempts(folder, clock)
  const opened = new Map<string, Opened>()
  const queues = new Map<string, Promise<unknown>>()

  /** One PIN at a time per profile: tries side by side would slip past the wait. */
  function inTurn<Value>(profile: string, work: () => Promise<Value>): Promise<Value> {
    const turn = (queues.get(profile) ?? Promise.resolve()).then(work, work)
    queues.set(profile, turn)
    return turn
  }

  async function makeKey(
    owner: Owner,
    pin: string,
    keep: (file: KeyFile) => void,
  ): Promise<Result<string, Failure>> {
    if (isWeakPin(pin)) return fail(failure('pin-too-weak', { minimum: shortestPin }))
    const key = createKey()
    return sealInto(owner, key, pin, keep)
  }

  async function sealInto(owner: Owner, key: KeyObject, pin: string, keep: (file: KeyFile) => void) {
    const file = await sealKey(owner, key, pin, cost)
    try {
      keep(file)
      return succeed(publicKeyOf(key))
    } catch (error) {
      return fail(faultOrThrow(error, folder))
    }
  }

  async function tryPin(file: KeyFile, pin: string): Promise<Result<KeyObject, Failure>> {
    const wait = attempts.waitSeconds(file.profile)
    if (wait > 0) return fail(failure('pin-wrong', { waitSeconds: wait }))
    const waitSeconds = attempts.begin(file.profile)
    const key = await openKey(file, pin)
    if (!key) return fail(failure('pin-wrong', { waitSeconds }))
    attempts.succeeded(file.profile)
    return succeed(key)
  }

  function withFile<Value>(
    profile: string,
    work: (file: KeyFile) => Promise<Result<Value, Failure>>,
  ): Promise<Result<Value, Failure>> {
    return inTurn(profile, async () => {
      const file = files.find(profile)
      return file ? work(file) : fail(failure('member-unknown', { member: profile }))
    })
  }

  function remember(client: string, profile: string, key: KeyObject): void {
    lock(client)
    const clients = opened.get(profile)?.clients ?? new Set()
    opened.set(profile, { key, clients: clients.add(client) })
  }

  function lock(client: string): void {
    for (const [profile, { clients }] of opened) {
      clients.delete(client)
      if (clients.size === 0) opened.delete(profile)
    }
  }

  return {
    create: (owner, pin) => makeKey(owner, pin, files.put),
    prepare: (owner, pin) => makeKey(owner, pin, files.prepare),
    adopt(profile, publicKey) {
      files.adopt(profile, publicKey)
      const held = opened.get(profile)
      if (held && publicKeyOf(held.key) !== publicKey) opened.delete(profile)
    },
    setAside: files.setAside,
    changePin: (profile, current, next) =>
      withFile(profile, async (file) => {
        if (isWeakPin(next)) return fail(failure('pin-too-weak', { minimum: shortestPin }))
        const key = await tryPin(file, current)
        if (!key.ok) return key
        const sealed = await sealInto({ profile, name: file.name }, key.value, next, files.put)
        return sealed.ok ? succeed(null) : sealed
      }),
    unlock: (client, profile, pin) =>
      withFile(profile, async (file) => {
        const key = await tryPin(file, pin)
        if (!key.ok) return key
        remember(client, profile, key.value)
        return succeed(null)
      }),
    lock,
    openKey: (profile) => opened.get(profile)?.key,
    has: (profile) => files.find(profile) !== undefined,
    list: () => files.list().map(({ profile, name, publicKey }) => ({ profile, name, publicKey })),
  }
}
