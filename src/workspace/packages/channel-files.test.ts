import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { channelKinds, channelName } from '#domain/channels.ts'
import { makeFolder } from '#tests/workspace/make-store.ts'
import { loadChannels } from './channel-files.ts'
import { valued } from './package-making.test-kit.ts'

const shipped = 'resources/channels'
const portal = JSON.parse(readFileSync(join(shipped, 'portal.json'), 'utf8'))
const facebook = JSON.parse(readFileSync(join(shipped, 'facebook.json'), 'utf8'))

function ownFolder(files: Readonly<Record<string, unknown>>): string {
  const folder = join(makeFolder(), 'channels')
  mkdirSync(folder)
  for (const [name, content] of Object.entries(files)) {
    writeFileSync(join(folder, name), typeof content === 'string' ? content : JSON.stringify(content))
  }
  return folder
}

test('the shipped channels are valid and have a name in every interface language', () => {
  const channels = valued(loadChannels(shipped))
  expect(channels.map(({ kind }) => kind).sort()).toEqual([...channelKinds].sort())
  for (const channel of channels) expect(Object.keys(channel.names).sort()).toEqual(['en', 'ko', 'vi', 'zh'])
})

test('every limit says where it comes from and when that was read', () => {
  for (const { limits } of valued(loadChannels(shipped))) {
    for (const { source, date } of limits) {
      expect(source).not.toBe('')
      expect(date).toMatch(/^\d{4}-\d\d-\d\d$/)
    }
  }
})

test('staff change a shipped channel or add one by a file in a folder of their own', () => {
  const own = ownFolder({
    'cong-xa.json': { ...portal, id: 'commune', names: { vi: 'Trang xã' } },
    'portal.json': { ...portal, languages: ['vi', 'fr'] },
    'ghi-chu.txt': 'không phải kênh',
  })
  const channels = valued(loadChannels(shipped, own))
  const portals = channels.filter(({ kind }) => kind === 'portal')
  expect(portals.map(({ id, languages }) => [id, languages.length])).toEqual([
    ['commune', 4],
    ['portal', 2],
  ])
  expect(portals.map((channel) => channelName(channel, 'ko'))).toEqual(['Trang xã', '웹 포털'])
})

test('a folder of their own need not exist', () => {
  expect(valued(loadChannels(shipped, join(makeFolder(), 'channels')))).toEqual(valued(loadChannels(shipped)))
})

const wrong: Readonly<Record<string, readonly [content: unknown, detail: RegExp]>> = {
  'is no JSON': ['{', /JSON/],
  'has a rendition without a width': [
    { ...portal, renditions: [{ name: 'a', format: 'jpeg', quality: 80 }] },
    /renditions\[0\]\.width/,
  ],
  'has two renditions of one name': [
    { ...portal, renditions: [portal.renditions[0], portal.renditions[0]] },
    /renditions: .*same name/,
  ],
  'has no Vietnamese name': [{ ...portal, names: { en: 'Portal' } }, /names/],
  'has an entry we do not know': [{ ...portal, colour: 'red' }, /colour/],
  'has an offset that is none': [{ ...portal, utcOffset: '+25:00' }, /utcOffset/],
  'is of a kind we do not know': [{ ...portal, kind: 'fax' }, /kind/],
  'warns behind its maximum': [
    { ...facebook, limits: [{ ...facebook.limits[0], warnAt: 70_000 }] },
    /limits\[0\]\.warnAt/,
  ],
  'has a limit nobody can look up': [
    { ...facebook, limits: [{ ...facebook.limits[0], source: '' }] },
    /limits\[0\]\.source/,
  ],
  'leads out of its folder by its id': [{ ...portal, id: '../portal' }, /id/],
}

for (const [name, [content, detail]] of Object.entries(wrong)) {
  test(`a channel file that ${name} is refused by its path and the place in it`, () => {
    const own = ownFolder({ 'sai.json': content })
    const result = loadChannels(shipped, own)
    expect(result).toMatchObject({
      ok: false,
      failure: { code: 'channel-invalid', facts: { path: join(own, 'sai.json') } },
    })
    expect(result.ok ? '' : JSON.stringify(result.failure.facts)).toMatch(detail)
  })
}

test('two files of one channel are refused', () => {
  const result = loadChannels(shipped, ownFolder({ 'a.json': portal, 'b.json': portal }))
  expect(result).toMatchObject({ ok: false, failure: { code: 'channel-invalid' } })
})
