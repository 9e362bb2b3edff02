import { expect, test } from 'vitest'
import { purgeSaid } from './purge-result.ts'

test('SEC1: a purge that met no backup speaks of none', () => {
  expect(purgeSaid('block', { backupsCleaned: 0, backupsDropped: 0 })).toEqual([{ text: 'block', count: 1 }])
})

test('SEC1: backups that were cleaned and that had to go are told apart', () => {
  expect(purgeSaid('article', { backupsCleaned: 3, backupsDropped: 1 }).slice(1)).toEqual([
    { text: 'backupsCleaned', count: 3 },
    { text: 'backupsDropped', count: 1 },
  ])
})
