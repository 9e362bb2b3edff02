import { describe, expect, it } from 'vitest'
import starter from '#resources/termbase/starter.json' with { type: 'json' }
import { foldWithPlaces } from './folded-text.ts'
import { forbiddenAnywhere, formsIn, metTerms, termFinder } from './recognise.ts'
import { starterConcepts, starterFile } from './starter.ts'
import { type Official, titlesOn } from './termbase.ts'

const concepts = starterConcepts(starterFile.parse(starter))
const byId = new Map(concepts.map((concept) => [concept.id, concept]))
const lan: Official = {
  id: 'lan',
  name: 'Nguyễn Thị Lan',
  gender: 'female',
  titles: [
    { id: 'a', text: 'Phó Chủ tịch UBND tỉnh', concept: '', from: '2021-06-01', until: '2025-06-30' },
    { id: 'b', text: 'Chủ tịch UBND tỉnh', concept: '', from: '2025-07-01', until: '' },
  ],
  names: [
    { language: 'zh', text: '阮氏兰', confirmed: true },
    { language: 'ko', text: '응우옌티란', confirmed: false },
  ],
  note: '',
  source: '',
}
const termbase = { concepts, people: [lan] }

function found(text: string, language: string): string[] {
  return termFinder(termbase, language)
    .find(text)
    .map(({ id, start, end }) => `${id}:${text.slice(start, end)}`)
}

describe('terms in a sentence', () => {
  it('are found whatever their case, tone placement and Unicode form, the longest first (LANG1)', () => {
    expect(found('Chủ tịch Uỷ ban nhân dân tỉnh dự Lễ Hội Trà.', 'vi')).toEqual([
      'chu-tich-ubnd-tinh:Chủ tịch Uỷ ban nhân dân tỉnh',
      'le-hoi-tra:Lễ Hội Trà',
    ])
    const decomposed = 'tại tỉnh  Thái Nguyên nay'.normalize('NFD')
    expect(found(decomposed, 'vi')).toEqual([`thai-nguyen:${'tỉnh  Thái Nguyên'.normalize('NFD')}`])
  })

  it('are whole words in Vietnamese and English, and parts of others in Chinese and Korean', () => {
    expect(found('Quốc hội họp; quốc hộirất', 'vi')).toEqual(['quoc-hoi:Quốc hội'])
    expect(found('The Ambassadors met; ambassadorial', 'en')).toEqual(['dai-su:Ambassador'])
    expect(found('省人民委员会主席出席', 'zh')).toEqual(['chu-tich-ubnd-tinh:省人民委员会主席'])
    expect(found('베트남 공산당은', 'ko')).toEqual(['dang-cong-san:베트남 공산당'])
  })

  it('include people, and their names in other languages once these are confirmed', () => {
    expect(found('Bà Nguyễn Thị Lan phát biểu', 'vi')).toEqual(['lan:Nguyễn Thị Lan'])
    expect(found('nguyễn thị lan', 'vi')).toEqual([])
    expect(found('阮氏兰出席', 'zh')).toEqual(['lan:阮氏兰'])
    expect(found('응우옌티란', 'ko')).toEqual([])
    expect(titlesOn(lan, '2024-02-02').map(({ text }) => text)).toEqual(['Phó Chủ tịch UBND tỉnh'])
    expect(titlesOn(lan, '2025-07-01').map(({ text }) => text)).toEqual(['Chủ tịch UBND tỉnh'])
  })

  it('ask for a form of the target and forbid others where the source speaks of them', () => {
    const text = 'Quần đảo Trường Sa trên Biển Đông'
    const met = metTerms(text, termFinder(termbase, 'vi').find(text), byId, 'zh')
    expect(met).toContainEqual({
      term: 'Quần đảo Trường Sa',
      source: { start: 0, end: 18 },
      allowed: ['长沙群岛'],
      forbidden: ['南沙群岛', '南沙'],
    })
    expect(met.flatMap(({ forbidden }) => forbidden)).toContain('长沙市')
    expect(met.find(({ term }) => term === 'Biển Đông')?.allowed).toEqual(['东海'])
  })

  it('are found with their places in the text as it is written', () => {
    expect(foldWithPlaces('A\u200bB  c').folded).toBe('ab c')
    expect(foldWithPlaces('A\u200bB  c').places).toEqual([0, 2, 3, 5, 6])
  })
})

describe('the shipped termbase', () => {
  it('names its source everywhere and has a form to write for each language it has any for', () => {
    expect(new Set(concepts.map(({ id }) => id)).size).toBe(concepts.length)
    for (const concept of concepts) {
      expect(concept.source).not.toBe('')
      expect(concept.terms.some(({ language, use }) => language === 'vi' && use === 'preferred')).toBe(true)
      const texts = concept.terms.map(({ language, text }) => `${language} ${text}`)
      expect(new Set(texts).size).toBe(texts.length)
    }
  })

  it('forbids anywhere only what is never right: no city and no weather', () => {
    for (const language of ['en', 'zh', 'ko']) {
      const forbidden = forbiddenAnywhere(concepts, language).flatMap((met) => met.forbidden)
      expect(forbidden.length).toBeGreaterThan(2)
      for (const innocent of ['长沙', '长沙市', '황사', '太原市', 'Taiyuan', '동해', '东海'])
        expect(forbidden).not.toContain(innocent)
    }
    expect(formsIn(byId.get('bien-dong') ?? concepts[0]!, 'en')).toEqual({
      allowed: ['East Sea'],
      forbidden: ['South China Sea'],
    })
  })
})
