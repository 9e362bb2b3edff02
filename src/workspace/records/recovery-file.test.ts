import { generateKeyPairSync } from 'node:crypto'
import { expect, test } from 'vitest'
import { writeRecoveryFile } from './recovery-file.ts'

test('a recovery file says its day as Vietnamese papers write it', () => {
  const { privateKey } = generateKeyPairSync('ed25519')
  const text = writeRecoveryFile('Báo Thái Nguyên', privateKey, new Date(2026, 10, 4, 9, 30).getTime())
  expect(text).toContain('Lập ngày 04/11/2026\n')
})
