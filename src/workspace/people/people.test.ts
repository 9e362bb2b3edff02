import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { uuidv7 } from 'uuidv7'
import { describe, expect, it } from 'vitest'
import { failureOf, makeDesk } from '#tests/makers/desk.ts'
import { makeId } from '#tests/makers/newsroom.ts'
import { verifySignature } from '../records/signature.ts'
import { verifyWorkspaceRecords } from '../records/verify-workspace-records.ts'

const lan = makeId('Lan')
const minh = makeId('Minh')
const pin = '7294'

async function foundNewsroom() {
  const desk = makeDesk()
  const owner = desk.connect()
  const founding = { id: lan, newsroom: 'Báo Thái Nguyên', owner: 'Nguyễn Thị Lan', pin }
  const founded = await owner.call.people.createNewsroom(founding)
  return { desk, owner, founding, founded }
}

async function foundConfirmed() {
  const made = await foundNewsroom()
  await made.owner.call.people.confirmRecovery({ recoveryFile: made.founded.recoveryFile })
  return made
}

describe('creating a newsroom', () => {
  it('signs in the first owner, and is set up only when the recovery file was read back', async () => {
    const { desk, owner, founded } = await foundNewsroom()
    const hello = () => owner.call.session.hello({ protocol: 1, client: 'test' })
    expect((await hello()).newsroom).toMatchObject({ name: 'Báo Thái Nguyên', confirmed: false })
    expect((await hello()).current).toMatchObject({ id: lan, roles: ['owner'], hasKey: true })
    const adding = { id: minh, name: 'Minh', roles: ['approver' as const], pin }
    expect(await failureOf(owner.call.people.addMember(adding))).toBe('recovery-unconfirmed')
    await owner.call.people.confirmRecovery({ recoveryFile: founded.recoveryFile })
    expect((await hello()).newsroom?.confirmed).toBe(true)
    expect(desk.records.people()).toEqual([{ id: lan, name: 'Nguyễn Thị Lan', roles: ['owner'] }])
  })

  it('writes a recovery file for people, in Vietnamese and English', async () => {
    const { founded } = await foundNewsroom()
    expect(founded.fileName).toBe('bao-thai-nguyen-khoi-phuc.txt')
    expect(founded.recoveryFile).toContain('TỆP KHÔI PHỤC CỦA TÒA SOẠN: Báo Thái Nguyên')
    expect(founded.recoveryFile).toContain('RECOVERY FILE OF A NEWSROOM')
  })

  it('takes the recovery file back from Notepad, and refuses a slip, another one and none', async () => {
    const { owner, founded } = await foundNewsroom()
    const other = await foundNewsroom()
    const confirm = (recoveryFile: string) => owner.call.people.confirmRecovery({ recoveryFile })
    const secret = /root-secret: (\w)/.exec(founded.recoveryFile)?.[1]
    const slip = founded.recoveryFile.replace(/root-secret: \w/, `root-secret: ${secret === '0' ? '1' : '0'}`)
    expect(await failureOf(confirm(slip))).toBe('recovery-file-wrong')
    expect(await failureOf(confirm(other.founded.recoveryFile))).toBe('recovery-file-wrong')
    expect(await failureOf(confirm('thư gửi mẹ'))).toBe('recovery-file-wrong')
    await confirm(`\uFEFF${founded.recoveryFile.replaceAll('\n', '\r\n')}`)
  })

  it('leaves the root’s secret nowhere but in the recovery file', async () => {
    const { desk, founded } = await foundConfirmed()
    const secret = /root-secret: (.*)/.exec(founded.recoveryFile)?.[1]?.replaceAll(' ', '') ?? ''
    expect(secret).toHaveLength(64)
    const files = readdirSync(desk.folder, { recursive: true, withFileTypes: true }).filter((file) =>
      file.isFile(),
    )
    expect(files.length).toBeGreaterThan(2)
    for (const file of files) {
      const bytes = readFileSync(join(file.parentPath, file.name))
      expect(bytes.includes(Buffer.from(secret, 'hex'))).toBe(false)
      expect(bytes.includes(secret)).toBe(false)
    }
  })

  it('answers a repeat as the first time, and refuses a second newsroom', async () => {
    const { owner, founding, founded } = await foundNewsroom()
    expect(await owner.call.people.createNewsroom(founding)).toEqual(founded)
    await owner.call.people.confirmRecovery({ recoveryFile: founded.recoveryFile })
    expect(await failureOf(owner.call.people.createNewsroom({ ...founding, id: minh }))).toBe(
      'newsroom-exists',
    )
  })

  it('can begin again when the recovery file got lost before it was confirmed', async () => {
    const { desk, owner, founding } = await foundNewsroom()
    const again = await owner.call.people.createNewsroom({ ...founding, id: minh, owner: 'Minh' })
    await owner.call.people.confirmRecovery({ recoveryFile: again.recoveryFile })
    const hello = await desk.connect().call.session.hello({ protocol: 1, client: 'test' })
    expect(hello.profiles.map((profile) => profile.name)).toEqual(['Minh'])
    const verdict = verifyWorkspaceRecords(desk.store.read, desk.documents.contributions)
    expect(verdict).toMatchObject({ outcome: 'valid', records: 1, problems: [] })
  })

  it.each(['1234', '1111', '4321', '1212', '123123', 'abcd', '2580'])('refuses the PIN %s', async (weak) => {
    const owner = makeDesk().connect()
    const founding = { id: lan, newsroom: 'Báo', owner: 'Lan', pin: weak }
    expect(await failureOf(owner.call.people.createNewsroom(founding))).toBe('pin-too-weak')
  })
})

describe('keys on this machine', () => {
  it('are sealed in a file for this user alone', async () => {
    const { desk } = await foundNewsroom()
    const path = join(desk.paths.keys, `${lan}.json`)
    expect(statSync(path).mode & 0o777).toBe(0o600)
    expect(Object.keys(JSON.parse(readFileSync(path, 'utf8')))).not.toContain('secret')
  })

  it('open for the right PIN only, and slow down whoever guesses, over a restart too', async () => {
    const { desk } = await foundConfirmed()
    const guesser = desk.connect()
    const guess = (text: string) => guesser.call.session.signIn({ profile: lan, pin: text })
    for (const wrong of ['0001', '0002', '0003']) expect(await failureOf(guess(wrong))).toBe('pin-wrong')
    await expect(guess(pin)).rejects.toMatchObject({ data: { facts: { waitSeconds: 5 } } })
    const attempts = join(desk.paths.keys, 'attempts.json')
    expect(JSON.parse(readFileSync(attempts, 'utf8'))[lan].failures).toBe(3)
    desk.clock.move(5000)
    expect(await guess(pin)).toMatchObject({ id: lan })
    expect(JSON.parse(readFileSync(attempts, 'utf8'))).toEqual({})
  })

  it('do not open when the file was tampered with', async () => {
    const { desk } = await foundConfirmed()
    const path = join(desk.paths.keys, `${lan}.json`)
    const file = JSON.parse(readFileSync(path, 'utf8'))
    writeFileSync(path, JSON.stringify({ ...file, name: 'Kẻ khác' }))
    const other = desk.connect()
    expect(await failureOf(other.call.session.signIn({ profile: lan, pin }))).toBe('pin-wrong')
  })

  it('are forgotten when the last client that opened them signs out', async () => {
    const { desk, owner } = await foundConfirmed()
    const second = desk.connect()
    await second.call.session.signIn({ profile: lan, pin })
    await owner.call.session.signOut()
    expect(desk.records.unlocked(lan)).toBe(true)
    await second.call.session.signOut()
    expect(desk.records.unlocked(lan)).toBe(false)
    expect(await failureOf(second.call.people.changePin({ current: pin, next: '8305' }))).toBe(
      'not-signed-in',
    )
  })

  it('take a new PIN', async () => {
    const { owner } = await foundConfirmed()
    expect(await failureOf(owner.call.people.changePin({ current: '0000', next: '8305' }))).toBe('pin-wrong')
    await owner.call.people.changePin({ current: pin, next: '8305' })
    expect(await failureOf(owner.call.session.signIn({ profile: lan, pin }))).toBe('pin-wrong')
    expect(await owner.call.session.signIn({ profile: lan, pin: '8305' })).toMatchObject({ id: lan })
  })
})

describe('members', () => {
  const adding = { id: minh, name: 'Lê  Văn\u0020Minh', roles: ['reporter' as const], pin: '8305' }

  it('are added by an owner, once per id, and switch by PIN', async () => {
    const { desk, owner } = await foundConfirmed()
    const added = await owner.call.people.addMember(adding)
    expect(added).toMatchObject({ id: minh, name: 'Lê Văn Minh', roles: ['reporter'], hasKey: true })
    expect(await owner.call.people.addMember(adding)).toEqual(added)
    expect(desk.records.all()).toHaveLength(2)
    const member = desk.connect()
    expect(await member.call.session.signIn({ profile: minh, pin: '8305' })).toMatchObject({ id: minh })
    const others = { ...adding, id: makeId('Hoa') }
    expect(await failureOf(member.call.people.addMember(others))).toBe('role-missing')
    expect(await failureOf(desk.connect().call.people.addMember(others))).toBe('not-signed-in')
  })

  it('are added once by two tries at the same time, and sign in', async () => {
    const { desk, owner } = await foundConfirmed()
    const [first, second] = await Promise.all([
      owner.call.people.addMember(adding),
      owner.call.people.addMember(adding),
    ])
    expect(second).toEqual(first)
    expect(desk.records.all()).toHaveLength(2)
    const member = desk.connect()
    expect(await member.call.session.signIn({ profile: minh, pin: '8305' })).toMatchObject({ id: minh })
    expect(desk.records.unlocked(minh)).toBe(true)
  })

  it('keep a key that counts when a renewal is tried twice at the same time', async () => {
    const { desk, owner } = await foundConfirmed()
    await owner.call.people.addMember(adding)
    const renewal = { id: uuidv7(), member: minh, pin: '4920' }
    const [first, second] = await Promise.all([
      owner.call.people.renewKey(renewal),
      owner.call.people.renewKey(renewal),
    ])
    expect(second).toEqual(first)
    expect(desk.records.all()).toHaveLength(3)
    const member = desk.connect()
    await member.call.session.signIn({ profile: minh, pin: '4920' })
    expect(desk.records.unlocked(minh)).toBe(true)
  })

  it('are changed once per id, and the repeat is answered even to who is an owner no more', async () => {
    const { desk, owner } = await foundConfirmed()
    await owner.call.people.addMember({ ...adding, roles: ['owner'] })
    const stepBack = { id: uuidv7(), member: lan, roles: ['approver' as const] }
    const answer = await owner.call.people.setRoles(stepBack)
    const before = desk.records.all().length
    expect(await owner.call.people.setRoles(stepBack)).toEqual(answer)
    expect(await failureOf(owner.call.people.setRoles({ ...stepBack, member: minh }))).toBe('id-taken')
    expect(await failureOf(owner.call.people.removeMember(stepBack))).toBe('id-taken')
    expect(desk.records.all()).toHaveLength(before)
  })

  it('change roles, and one owner always stays', async () => {
    const { owner } = await foundConfirmed()
    await owner.call.people.addMember(adding)
    const change = (member: string, roles: ('owner' | 'approver')[]) =>
      owner.call.people.setRoles({ id: uuidv7(), member, roles })
    expect(await failureOf(change(lan, ['approver']))).toBe('last-owner')
    expect(await failureOf(owner.call.people.removeMember({ id: uuidv7(), member: lan }))).toBe('last-owner')
    expect(await change(minh, ['owner'])).toMatchObject({ roles: ['owner'] })
    expect(await change(lan, ['approver'])).toMatchObject({ roles: ['approver'] })
    expect(await failureOf(change(minh, ['approver']))).toBe('role-missing')
  })

  it('who are removed sign in no more, and stay in the list as removed', async () => {
    const { desk, owner } = await foundConfirmed()
    await owner.call.people.addMember(adding)
    const member = desk.connect()
    await member.call.session.signIn({ profile: minh, pin: '8305' })
    await owner.call.people.removeMember({ id: uuidv7(), member: minh })
    expect(await failureOf(member.call.people.changePin({ current: '8305', next: '4920' }))).toBe(
      'not-signed-in',
    )
    expect(await failureOf(member.call.session.signIn({ profile: minh, pin: '8305' }))).toBe('member-unknown')
    const list = await owner.call.people.list()
    expect(list.find((item) => item.id === minh)).toMatchObject({ removed: true, roles: [] })
  })

  it('get their new key at the next sign-in when a crash came between its signing and its taking place', async () => {
    const { desk, owner } = await foundConfirmed()
    await owner.call.people.addMember(adding)
    const prepared = await desk.keys.prepare({ profile: minh, name: 'Lê Văn Minh' }, '4920')
    const former = desk.records.memberships()?.latestAbout(minh)[0]
    if (!prepared.ok || !former) throw new Error('There must be a key and a membership')
    const renewal = { ...former.record, publicKey: prepared.value, replaces: former.hash }
    const signed = desk.records.sign(lan, { ...renewal, ...desk.records.base(lan, makeId('renewal')) })
    expect(signed.ok).toBe(true)
    const member = desk.connect()
    expect(await member.call.session.signIn({ profile: minh, pin: '4920' })).toMatchObject({ id: minh })
    expect(desk.records.unlocked(minh)).toBe(true)
  })

  it('who lost their PIN get a new key from an owner', async () => {
    const { desk, owner } = await foundConfirmed()
    const { publicKey } = await owner.call.people.addMember(adding)
    const renewed = await owner.call.people.renewKey({ id: uuidv7(), member: minh, pin: '4920' })
    expect(renewed.publicKey).not.toBe(publicKey)
    const member = desk.connect()
    expect(await failureOf(member.call.session.signIn({ profile: minh, pin: '8305' }))).toBe('pin-wrong')
    expect(await member.call.session.signIn({ profile: minh, pin: '4920' })).toMatchObject({
      roles: ['reporter'],
    })
  })

  it('are told when another who belongs here bears the same name', async () => {
    const { owner } = await foundConfirmed()
    const add = (id: string, name: string) =>
      owner.call.people.addMember({ id, name, roles: ['reporter'], pin: '4920' })
    expect(await add(minh, 'Nguyễn Thị Hòa')).toMatchObject({ hasNamesake: false })
    const other = uuidv7()
    expect(await add(other, 'nguyễn thị hoà')).toMatchObject({ hasNamesake: true })
    await owner.call.people.removeMember({ id: uuidv7(), member: other })
    const told = (await owner.call.people.list()).map(({ hasNamesake }) => hasNamesake)
    expect(told).toEqual([false, false, false])
  })
})

describe('the recovery file', () => {
  const newPin = '8305'

  it('leaves the owner one key, and that one counts, when it is used twice at the same time', async () => {
    const { desk, founded } = await foundConfirmed()
    const anyone = desk.connect()
    const recovery = { recoveryFile: founded.recoveryFile, member: lan, pin: newPin }
    const answers = await Promise.all([
      anyone.call.people.recoverOwner(recovery),
      anyone.call.people.recoverOwner(recovery),
    ])
    const [member] = (await anyone.call.people.list()).filter(({ id }) => id === lan)
    expect(answers.map(({ publicKey }) => publicKey)).toContain(member?.publicKey)
    await anyone.call.session.signIn({ profile: lan, pin: newPin })
    const adding = { id: minh, name: 'Minh', roles: ['reporter' as const], pin }
    expect(await anyone.call.people.addMember(adding)).toMatchObject({ id: minh })
    expect(verifyWorkspaceRecords(desk.store.read, desk.documents.contributions).outcome).toBe('valid')
  })

  it('gives a newsroom back whose only owner lost the PIN', async () => {
    const { desk, owner, founded } = await foundConfirmed()
    const before = await owner.call.people.list()
    await owner.call.session.signOut()
    const anyone = desk.connect()
    const recover = (recoveryFile: string) =>
      anyone.call.people.recoverOwner({ recoveryFile, member: lan, pin: newPin })
    const other = await foundNewsroom()
    expect(await failureOf(recover(other.founded.recoveryFile))).toBe('recovery-file-wrong')
    const recovered = await recover(founded.recoveryFile)
    expect(recovered).toMatchObject({ id: lan, roles: ['owner'], removed: false })
    expect(recovered.publicKey).not.toBe(before[0]?.publicKey)
    await anyone.call.session.signIn({ profile: lan, pin: newPin })
    const adding = { id: minh, name: 'Minh', roles: ['approver' as const], pin }
    expect(await anyone.call.people.addMember(adding)).toMatchObject({ id: minh })
    expect(verifyWorkspaceRecords(desk.store.read, desk.documents.contributions).outcome).toBe('valid')
  })
})

function publicKeyIn(requestFile: string): string {
  const body = /^request: (.*)$/m.exec(requestFile)?.[1] ?? ''
  return JSON.parse(body).publicKey
}

describe('asking to join', () => {
  it('makes one key when it is asked twice at the same time', async () => {
    const client = makeDesk().connect()
    const asking = { id: minh, name: 'Minh', pin: '8305' }
    const [first, second] = await Promise.all([
      client.call.people.requestToJoin(asking),
      client.call.people.requestToJoin(asking),
    ])
    expect(publicKeyIn(second.requestFile)).toBe(publicKeyIn(first.requestFile))
  })

  it('makes a key here and a request that the key itself signed', async () => {
    const desk = makeDesk()
    const client = desk.connect()
    const asking = { id: minh, name: 'Minh', pin: '8305' }
    const { requestFile, fileName, profile } = await client.call.people.requestToJoin(asking)
    expect(fileName).toBe('minh-xin-vao.txt')
    expect(profile).toEqual({ id: minh, name: 'Minh', roles: [], hasKey: true })
    const body = /^request: (.*)$/m.exec(requestFile)?.[1] ?? ''
    const signature = /^signature: (.*)$/m.exec(requestFile)?.[1] ?? ''
    expect(verifySignature(JSON.parse(body).publicKey, body, signature)).toBe(true)
    expect((await client.call.session.hello({ protocol: 1, client: 'test' })).current).toEqual(profile)
  })
})

it('refuses a client that speaks another protocol', async () => {
  const client = makeDesk().connect()
  expect(await failureOf(client.call.session.hello({ protocol: 99, client: 'test' }))).toBe(
    'protocol-mismatch',
  )
})
