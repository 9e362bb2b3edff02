import { expect, test } from 'vitest'
import { contentDisposition } from './content-disposition.ts'
import { shownName } from './file-names.ts'

test('A name loses the path it came with', () => {
  expect(shownName('C:\\Users\\lan\\Bài.docx')).toBe('Bài.docx')
  expect(shownName('/home/lan/../Bài.docx')).toBe('Bài.docx')
  for (const empty of ['', '..', '.', '/', 'a/', '\u0000']) expect(shownName(empty), empty).toBe('file')
})

test('LANG1: a name is NFC, and no hidden character makes it read as another', () => {
  expect(shownName('Ha\u0300 No\u0323\u0302i.txt')).toBe('Hà Nội.txt')
  expect(shownName('anh\u202Egpj.exe')).toBe('anhgpj.exe')
  expect(shownName('a\r\nb\t.txt')).toBe('ab.txt')
})

test('A long name keeps its ending and its characters whole', () => {
  const name = shownName(`${'🐉'.repeat(300)}.docx`)
  expect(Array.from(name)).toHaveLength(200)
  expect(name.endsWith('🐉.docx')).toBe(true)
})

test('A download keeps its name in any script and breaks no header', () => {
  expect(contentDisposition('Lễ hội (1).zip')).toBe(
    `attachment; filename="L__h_i__1_.zip"; filename*=UTF-8''L%E1%BB%85%20h%E1%BB%99i%20%281%29.zip`,
  )
  expect(contentDisposition('a"\r\nX: y.zip')).not.toMatch(/[\r\n]|"a"/)
})
