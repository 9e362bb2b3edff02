import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CodedText } from '#domain/segments/coded-text.ts'
import { plainText } from '#domain/segments/coded-text.ts'
import { createTmxReader } from './read-tmx.ts'
import { emptyFacts, readTmxDate, type TmxHeader, type TmxSkip, type TmxUnit, writeTmxDate } from './tmx.ts'
import { tmxEnd, writeTmxHead, writeTmxUnit } from './write-tmx.ts'

const program = { name: 'tramtin', version: '0.1.0' }

function read(xml: string, piece = xml.length) {
  const units: TmxUnit[] = []
  const skips: TmxSkip[] = []
  let header: TmxHeader = emptyFacts
  const reader = createTmxReader({
    header: (found) => {
      header = found
    },
    unit: (unit) => void units.push(unit),
    skipped: (skip) => void skips.push(skip),
  })
  for (let at = 0; at < xml.length; at += Math.max(1, piece)) {
    const result = reader.write(xml.slice(at, at + Math.max(1, piece)))
    if (!result.ok) return { header, units, skips, result }
  }
  return { header, units, skips, result: reader.end() }
}

function write(units: readonly TmxUnit[], header: TmxHeader = emptyFacts): string {
  return writeTmxHead(header, program) + units.map(writeTmxUnit).join('') + tmxEnd
}

const everyTag = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE tmx SYSTEM "tmx14.dtd">
<tmx version="1.4"><header creationtool="X" creationtoolversion="1" segtype="sentence" o-tmf="X" adminlang="en" srclang="vi" datatype="rtf">
<note>made by hand</note><prop type="project">Trà</prop></header><body>
<tu tuid="7" creationdate="20240102T030405Z" creationid="LAN" usagecount="3"><note xml:lang="vi">Lưu ý</note><prop type="x-a" o-encoding="b">c &amp; d</prop>
<tuv xml:lang="vi" changedate="20240102T030405Z"><seg>Một <bpt i="1" x="4" type="bold">{\\b </bpt>hai<ept i="1">}</ept> <ph x="2" assoc="p">\\n<sub type="note">chú <it pos="begin">{</it></sub></ph><it pos="end" x="9">}</it><hi type="term">ba <hi x="3">bốn</hi></hi><ut>&lt;u&gt;</ut></seg></tuv>
<tuv xml:lang="EN_us"><prop type="y">z</prop><seg>One <bpt i="5">[</bpt>two<ept i="5">]</ept></seg></tuv>
</tu></body></tmx>`

describe('TMX 1.4b', () => {
  it('keeps every inline tag, property, note, date and user through a round trip', () => {
    const first = read(everyTag)
    expect(first.result.ok).toBe(true)
    expect(first.skips).toEqual([])
    const [unit] = first.units
    expect(unit?.attributes).toMatchObject({ tuid: '7', creationid: 'LAN', usagecount: '3' })
    expect(unit?.properties).toEqual([{ type: 'x-a', text: 'c & d', attributes: { 'o-encoding': 'b' } }])
    expect(unit?.notes).toEqual([{ text: 'Lưu ý', attributes: { 'xml:lang': 'vi' } }])
    expect(unit?.texts.map(({ language }) => language)).toEqual(['vi', 'en-US'])
    expect(plainText(unit?.texts[0]?.content ?? [])).toBe('Một hai ba bốn')
    const written = write(first.units, first.header)
    for (const tag of [
      '<bpt i="1" x="4" type="bold">',
      '<ph x="2" assoc="p">',
      '<sub type="note">',
      '<it pos="begin">',
      '<hi type="term">',
      '<hi x="3">',
      '<ut>&lt;u&gt;</ut>',
    ])
      expect(written).toContain(tag)
    const second = read(written)
    expect(second.units).toEqual(first.units)
    expect(second.header).toMatchObject({ properties: first.header.properties, notes: first.header.notes })
  })

  it('reads the same in pieces of any size', () => {
    for (const piece of [1, 7, 64]) expect(read(everyTag, piece)).toEqual(read(everyTag))
  })

  it('writes our own marks as typed pairs and reads them back as marks', () => {
    const content: CodedText = [
      { code: 'open', number: 1, mark: 'bold', value: '' },
      'Lễ hội',
      { code: 'close', number: 1, mark: 'bold', value: '' },
      ' ở ',
      { code: 'open', number: 2, mark: 'link', value: 'https://a.vn/?b=1&c=2' },
      'đây',
      { code: 'close', number: 2, mark: 'link', value: 'https://a.vn/?b=1&c=2' },
    ]
    const texts = [
      { ...emptyFacts, language: 'vi', content },
      { ...emptyFacts, language: 'en', content: ['A festival here'] },
    ]
    const again = read(write([{ ...emptyFacts, texts }]))
    const codes = again.units[0]?.texts[0]?.content.filter((part) => typeof part !== 'string')
    expect(codes?.map(({ mark }) => mark)).toEqual(['bold', 'bold', 'link', 'link'])
    expect(codes?.[2]?.value).toBe('https://a.vn/?b=1&c=2')
  })

  it('says what it left out, why, and in which line, and reads the rest', () => {
    const xml = `<tmx version="1.4"><header/><body>
<tu><tuv xml:lang="vi"><seg>a</seg></tuv></tu>
<tu><tuv xml:lang="Tiếng Việt"><seg>b</seg></tuv><tuv xml:lang="en"><seg>b</seg></tuv></tu>
<tu><tuv xml:lang="vi"><seg>c <g id="1">d</g></seg></tuv><tuv xml:lang="en"><seg>c</seg></tuv><tuv xml:lang="ko"><seg>다</seg></tuv></tu>
<tu><tuv xml:lang="vi"/><tuv><seg>e</seg></tuv></tu>
</body></tmx>`
    const { units, skips, result } = read(xml)
    expect(result.ok).toBe(true)
    expect(units.map(({ texts }) => texts.map(({ language }) => language))).toEqual([['en', 'ko']])
    expect(skips.map(({ reason, line }) => [reason, line])).toEqual([
      ['one-language', 2],
      ['bad-language', 3],
      ['one-language', 3],
      ['foreign-element', 4],
      ['no-segment', 5],
      ['no-language', 5],
      ['one-language', 5],
    ])
  })

  it('refuses entity bombs, deep nesting and what is no TMX, with the line', () => {
    const bomb =
      '<!DOCTYPE tmx [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>\n<tmx><body><tu><tuv xml:lang="vi"><seg>&b;</seg></tuv></tu></body></tmx>'
    expect(read(bomb).result).toMatchObject({ ok: false, failure: { code: 'format-damaged', line: 2 } })
    expect(read(bomb).units).toEqual([])
    expect(read(`<tmx>${'<a>'.repeat(100)}`).result.ok).toBe(false)
    expect(read('<html/>').result.ok).toBe(false)
    expect(read('<tmx><body><tu>').result.ok).toBe(false)
    expect(read('').result.ok).toBe(false)
  })

  it('writes nothing that is no XML, whatever a code claims to be', () => {
    const evil = [
      '</seg></tuv></tu>',
      '<ph>',
      '<!-- -->',
      '&x;',
      '<bpt i="1"/><bpt i="2"/>',
      'a<ph/>',
      '<script/>',
      '<hi a="<">',
    ]
    const units = evil.map((value) => ({
      ...emptyFacts,
      texts: ['vi', 'en'].map((language) => ({
        ...emptyFacts,
        language,
        content: (['open', 'close', 'single'] as const).map((code) => ({
          code,
          number: 1,
          mark: 'other' as const,
          value,
        })),
      })),
    }))
    const again = read(write(units))
    expect(again.result.ok).toBe(true)
    expect(again.units).toHaveLength(evil.length)
  })

  it('writes any text so that it reads the same', () => {
    const words = fc.string({ unit: 'binary', maxLength: 40 })
    fc.assert(
      fc.property(words, words, fc.integer({ min: 1, max: 9 }), (left, right, piece) => {
        const texts = [left, right].map((content, at) => ({
          ...emptyFacts,
          language: at === 0 ? 'vi' : 'en',
          content: [content],
        }))
        const again = read(write([{ ...emptyFacts, attributes: { tuid: left }, texts }]), piece)
        const clean = (text: string) =>
          text.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
        expect(again.result.ok).toBe(true)
        expect(again.units[0]?.texts.map(({ content }) => plainText(content))).toEqual(
          [left, right].map(clean),
        )
        expect(again.units[0]?.attributes['tuid']).toBe(clean(left))
      }),
      { numRuns: 60 },
    )
  })

  it('fails or reads, and never throws, on damaged files', () => {
    const cut = fc.tuple(fc.nat(everyTag.length), fc.nat(40), fc.string({ unit: 'binary', maxLength: 12 }))
    fc.assert(
      fc.property(cut, fc.integer({ min: 1, max: 90 }), ([at, gone, put], piece) => {
        const damaged = everyTag.slice(0, at) + put + everyTag.slice(at + gone)
        const { units, result } = read(damaged, piece)
        if (result.ok) for (const unit of units) expect(unit.texts.length).toBeGreaterThanOrEqual(2)
        else expect(result.failure.code).toBe('format-damaged')
      }),
      { numRuns: 200 },
    )
  })

  it('reads and writes its dates in UTC', () => {
    expect(readTmxDate('20240102T030405Z')).toBe(Date.UTC(2024, 0, 2, 3, 4, 5))
    expect(writeTmxDate(Date.UTC(2024, 0, 2, 3, 4, 5))).toBe('20240102T030405Z')
    expect(readTmxDate('yesterday')).toBeNull()
  })
})
