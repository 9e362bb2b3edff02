import { expect, test } from 'vitest'
import { filterMenu, type MenuItem, opensMenu, typedInMenu } from './block-menu-items.ts'

const items: readonly MenuItem[] = [
  { kind: 'paragraph', label: 'Đoạn văn', keywords: 'text paragraph' },
  { kind: 'heading', label: 'Tít phụ', keywords: 'heading' },
  { kind: 'quote', label: 'Trích dẫn', keywords: 'quote' },
  { kind: 'bullet', label: 'Gạch đầu dòng', keywords: 'bullet list' },
  { kind: 'divider', label: 'Đường ngăn', keywords: 'divider line' },
]
const kinds = (typed: string) => filterMenu(items, typed).map((item) => item.kind)

test('without diacritics, and with them, the same item is found (LANG1)', () => {
  expect(kinds('trich')).toEqual(['quote'])
  expect(kinds('trích')).toEqual(['quote'])
  expect(kinds('gach dau')).toEqual(['bullet'])
  expect(kinds('doan')).toEqual(['paragraph'])
})

test('đ is found by d, and the English word works too', () => {
  expect(kinds('duong')).toEqual(['divider'])
  expect(kinds('list')).toEqual(['bullet'])
})

test('nothing typed shows all; nonsense shows none', () => {
  expect(kinds('')).toHaveLength(items.length)
  expect(kinds('11')).toEqual([])
})

test('a slash opens the menu in an empty block only', () => {
  expect(opensMenu('', '/')).toBe(true)
  for (const [before, now] of [
    ['24', '24/'],
    ['km', 'km/'],
    ['UBND', 'UBND/'],
    ['a', '/a'],
    ['', '24/11'],
  ] as const)
    expect(opensMenu(before, now)).toBe(false)
})

test('the menu closes when the slash is gone or a line was broken', () => {
  expect(typedInMenu('/gach')).toBe('gach')
  expect(typedInMenu('gach')).toBeNull()
  expect(typedInMenu('/a\nb')).toBeNull()
})
