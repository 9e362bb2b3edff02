import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Marks, mergeRuns, type Run } from '../blocks.ts'
import { type CodedText, plainText } from './coded-text.ts'
import { codedFromRuns, codedString, joinCoded, numberLike, runsFromCoded } from './inline-codes.ts'

const marks = fc.record(
  {
    bold: fc.constant(true as const),
    italic: fc.constant(true as const),
    underline: fc.constant(true as const),
    link: fc.constantFrom('https://a.vn', 'https://b.vn'),
  },
  { requiredKeys: [] },
) as fc.Arbitrary<Marks>
const runs: fc.Arbitrary<readonly Run[]> = fc
  .array(fc.record({ text: fc.string({ minLength: 1, maxLength: 4 }), marks }), { maxLength: 8 })
  .map((all) => mergeRuns(all))

describe('codes', () => {
  it('set marks apart and give them back as they were', () => {
    fc.assert(
      fc.property(runs, (all) => {
        expect(runsFromCoded(codedFromRuns(all))).toEqual(all)
      }),
    )
  })

  it('nest: what opens last closes first', () => {
    fc.assert(
      fc.property(runs, (all) => {
        const open: number[] = []
        for (const part of codedFromRuns(all)) {
          if (typeof part === 'string') continue
          if (part.code === 'open') open.push(part.number)
          else expect(open.pop()).toBe(part.number)
        }
        expect(open).toEqual([])
      }),
    )
  })

  it('open the longer mark around the shorter one', () => {
    const text = codedFromRuns([
      { text: 'a', marks: { bold: true, italic: true } },
      { text: 'b', marks: { italic: true } },
    ])
    expect(shown(text)).toBe('<1 italic><2 bold>a</2>b</1>')
  })

  it('that stand alone mark nothing, and no word is lost with them', () => {
    const broken: CodedText = [
      { code: 'close', number: 2, mark: 'bold', value: '' },
      'một ',
      { code: 'open', number: 1, mark: 'bold', value: '' },
      'hai',
    ]
    expect(runsFromCoded(broken)).toEqual([{ text: 'một hai', marks: {} }])
  })
})

describe('a target’s codes', () => {
  it('carry the numbers of the source’s codes that do the same, in whatever order they stand', () => {
    const source = codedFromRuns([
      { text: 'đậm', marks: { bold: true } },
      { text: ' và ', marks: {} },
      { text: 'nghiêng', marks: { italic: true } },
    ])
    const target = codedFromRuns([
      { text: 'italic', marks: { italic: true } },
      { text: ' and ', marks: {} },
      { text: 'bold', marks: { bold: true } },
      { text: ' linked', marks: { link: 'https://a.vn' } },
    ])
    expect(shown(numberLike(source, target))).toBe(
      '<2 italic>italic</2> and <1 bold>bold</1><3 link> linked</3>',
    )
  })
})

describe('the word that is hashed', () => {
  it('is the same for precomposed and decomposed letters, and for any numbers of the codes', () => {
    const coded = codedFromRuns([{ text: 'Thái Nguyên', marks: { bold: true } }])
    const shifted = joinCoded([{ code: 'single', number: 7, mark: 'other', value: '' }], '', coded)
    const apart = codedFromRuns([{ text: 'Thái Nguyên'.normalize('NFD'), marks: { bold: true } }])
    expect(codedString(shifted)).toBe(codedString(coded))
    expect(codedString(apart)).toBe(codedString(coded))
    expect(codedString(['Thái Nguyên'])).not.toBe(codedString(coded))
  })
})

function shown(text: CodedText): string {
  const parts = text.map((part) => {
    if (typeof part === 'string') return part
    return part.code === 'open' ? `<${part.number} ${part.mark}>` : `</${part.number}>`
  })
  expect(plainText(text)).toBe(parts.join('').replace(/<[^>]*>/g, ''))
  return parts.join('')
}
