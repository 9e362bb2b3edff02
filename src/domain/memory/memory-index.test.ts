import fc from 'fast-check'
import { distance } from 'fastest-levenshtein'
import { describe, expect, it } from 'vitest'
import { boundedDistance, distancePattern } from './bit-distance.ts'
import { exactKey, matchKey } from './match-key.ts'
import { createMemoryIndex } from './memory-index.ts'
import { textHash } from './text-hash.ts'
import { languageBit, memoryLanguage } from './unit.ts'
import { codesOf } from './units.ts'

describe('edit distance by bit vectors', () => {
  it('agrees with another program on any two texts, and stops where it is told', () => {
    const letters = fc.string({ unit: fc.constantFrom(...'aăâbcd đơưx'), maxLength: 130 })
    fc.assert(
      fc.property(letters, letters, fc.nat(130), (left, right, most) => {
        const real = distance(left, right)
        const text = codesOf(right)
        const found = boundedDistance(distancePattern(codesOf(left)), text, 0, text.length, most)
        expect(found).toBe(real <= most ? real : most + 1)
      }),
      { numRuns: 400 },
    )
  })
})

describe('the key that sentences are compared by', () => {
  it('does not mind tone placement, case, quotes, spaces or which number (LANG1)', () => {
    const key = matchKey('Ngày 24/11, “Lễ hội Trà” ở xã Hoà Bình thu hút 1.250 khách…')
    expect(key).toBe(matchKey('ngày 3-2,  "lễ hội trà" ở xã Hòa Bình thu hút 98 khách...'))
    expect(exactKey('Hoà  Bình')).toBe(exactKey('Hòa Bình'))
    expect(exactKey('Hòa Bình')).not.toBe(exactKey('hòa bình'))
  })

  it('hashes the same text alike and others apart', () => {
    const words = fc.string({ unit: 'binary', maxLength: 40 })
    fc.assert(
      fc.property(words, words, (left, right) => (textHash(left) === textHash(right)) === (left === right)),
    )
    expect(Number.isSafeInteger(textHash('Thái Nguyên'))).toBe(true)
  })

  it('keeps Chinese of two scripts apart and every English together', () => {
    expect(['vi-VN', 'en-GB', 'zh-CN', 'zh-Hant-TW', 'zh-HK', 'ko'].map(memoryLanguage)).toEqual([
      'vi',
      'en',
      'zh',
      'zh-Hant',
      'zh-Hant',
      'ko',
    ])
  })
})

const words =
  'tỉnh thái nguyên xã phường lễ hội trà khai mạc du khách hợp tác sản phẩm đầu tư sông cầu trường học bệnh viện'.split(
    ' ',
  )

/** Sentences of random words, some of them near copies of others. */
function makeTexts(size: number, seed: number): string[] {
  let state = seed
  const random = (below: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
  const texts: string[] = []
  while (texts.length < size) {
    const base = texts[random(texts.length)]
    if (base !== undefined && random(2) === 0) {
      const tokens = base.split(' ')
      tokens[random(tokens.length)] = words[random(words.length)] ?? ''
      texts.push(tokens.join(' '))
    } else texts.push(Array.from({ length: 4 + random(16) }, () => words[random(words.length)]).join(' '))
  }
  return texts
}

describe('the index of likeness', () => {
  /** The scores of the best 20 by a full scan, and those that were found. */
  function bestOf(texts: readonly string[], asked: string, index: ReturnType<typeof createMemoryIndex>) {
    const scan = texts
      .map((text) => 1 - distance(text, asked) / Math.max(text.length, asked.length))
      .filter((likeness) => likeness >= 0.7)
      .sort((left, right) => right - left)
      .slice(0, 20)
    const found = index.search(asked, { least: 0.7, most: 20, mask: 255 }).map(({ likeness }) => likeness)
    return { scan, found }
  }

  function makeIndex(texts: readonly string[]) {
    const index = createMemoryIndex('vi')
    for (const [number, text] of texts.entries()) index.add(number, 1, text)
    return index
  }

  it('finds all that a full scan finds while every text is looked at', () => {
    const texts = makeTexts(2500, 3).map(matchKey)
    const index = makeIndex(texts)
    expect(index.size()).toBe(texts.length)
    for (const asked of makeTexts(12, 77).map(matchKey).concat(texts.slice(0, 6))) {
      const { scan, found } = bestOf(texts, asked, index)
      expect(found.map((each) => each.toFixed(6))).toEqual(scan.map((each) => each.toFixed(6)))
    }
  })

  it('misses few in larger segments, though the words be so few that nothing is rare', () => {
    const texts = makeTexts(16_400, 5).map(matchKey)
    const index = makeIndex(texts)
    let wanted = 0
    let got = 0
    for (const asked of texts.filter((_, at) => at % 1100 === 0)) {
      const { scan, found } = bestOf(texts, asked, index)
      wanted += scan.length
      got += scan.filter((likeness, at) => (found[at] ?? 0) >= likeness - 1e-9).length
    }
    expect(got / wanted).toBeGreaterThan(0.9)
  })

  it('finds a short sentence of which all that is alike stands in hundreds of others', () => {
    const letters = 'abcdefghijklmnopqrstuvwxyz'
    const word = (at: number) =>
      Array.from({ length: 5 }, (_, place) => letters[Math.floor((at * 7919 + 17) / 11 ** place) % 26]).join(
        '',
      )
    const alike = Array.from({ length: 1400 }, (_, at) => `không thể ${word(at)} tập tin`)
    const others = makeTexts(15_000, 5).map((text) => text.split(' ').slice(0, 5).join(' '))
    const texts = [...alike, ...others].map(matchKey)
    const index = makeIndex(texts)
    for (const asked of [9000, 12_345, 7777].map((at) => `không thể ${word(at)} tập tin`)) {
      const { scan, found } = bestOf(texts, asked, index)
      expect(scan).toHaveLength(20)
      expect(found.map((each) => each.toFixed(6))).toEqual(scan.map((each) => each.toFixed(6)))
    }
  })

  it('offers only units with the wanted language, and a number once', () => {
    const index = createMemoryIndex('vi')
    index.add(1, languageBit('en'), 'lễ hội trà')
    index.add(2, languageBit('ko'), 'lễ hội trà')
    index.add(2, languageBit('ko') | languageBit('en'), 'lễ hội trà')
    const wish = { least: 0.7, most: 5 }
    expect(
      index.search('lễ hội trà', { ...wish, mask: languageBit('ko') }).map(({ number }) => number),
    ).toEqual([2])
    expect(
      index.search('lễ hội trà', { ...wish, mask: languageBit('en') }).map(({ number }) => number),
    ).toEqual([1, 2])
    expect(index.search('', { ...wish, mask: 255 })).toEqual([])
  })
})
