import fc from 'fast-check'
import { expect, test } from 'vitest'
import { stickName, stickPaths } from './stick-names.ts'

test.each([
  ['Lễ hội trà.mp4', 'Le-hoi-tra.mp4'],
  ['Đại hội XIV.png', 'Dai-hoi-XIV.png'],
  ['con.txt', '_con.txt'],
  ['LPT1', '_LPT1'],
  ['concert.txt', 'concert.txt'],
  ['.ẩn', 'an'],
  ['茶.png', 'png'],
  ['  ', 'file'],
])('"%s" is %s on a stick', (name, expected) => {
  expect(stickName(name)).toBe(expected)
})

test('any paths come out ASCII, at most eight levels deep, and no two alike in capitals or small letters', () => {
  const part = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 90 }),
    fc.constantFrom('A', 'a', 'nul', '..', 'ế.png'),
  )
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.array(part, { minLength: 1, maxLength: 12 }).map((all) => all.join('/'))),
      (paths) => {
        const names = [...stickPaths(paths).values()]
        expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(paths.length)
        for (const name of names) {
          expect(name).toMatch(/^[\x20-\x7e]*$/)
          expect(name.split('/').length).toBeLessThanOrEqual(8)
          expect(name).not.toMatch(
            /(?:^|\/)(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|\/|$)|\/\/|[. ](?:\/|$)|[<>:"|?*\\]/i,
          )
        }
      },
    ),
  )
})
