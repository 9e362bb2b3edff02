import { expect, test } from 'vitest'
import { purgeSaid } from './purge-result.ts'

const nothing = { backupsCleaned: 0, backupsDropped: 0, memoryUnits: 0, terms: [] }

test('SEC1: a purge that met no backup speaks of none', () => {
  expect(purgeSaid('block', nothing)).toEqual([{ text: 'block', count: 1, names: '' }])
})

test('SEC1: backups that were cleaned and that had to go are told apart', () => {
  const said = purgeSaid('article', { ...nothing, backupsCleaned: 3, backupsDropped: 1 })
  expect(said.slice(1)).toMatchObject([
    { text: 'backupsCleaned', count: 3 },
    { text: 'backupsDropped', count: 1 },
  ])
})

test('SEC1: what went from the memory is counted, terms that still hold the words are named', () => {
  const said = purgeSaid('block', { ...nothing, memoryUnits: 2, terms: ['chè', 'Nguyễn Thị Lan'] })
  expect(said.slice(1)).toMatchObject([
    { text: 'memoryUnits', count: 2 },
    { text: 'terms', names: 'chè, Nguyễn Thị Lan' },
  ])
})
