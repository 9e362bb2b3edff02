import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { type Article, emptyMetadata } from '../article.ts'
import type { Block } from '../blocks.ts'
import { channelSchema, type EditionChannel, type EditionKind, takesEdition } from '../channels.ts'
import { deriveField, derivePictures, hashtag } from './deriving.ts'
import { countField, tagsIn } from './field-counting.ts'

function channel(kind: EditionKind): EditionChannel {
  const parsed = channelSchema.parse(JSON.parse(readFileSync(`resources/channels/${kind}.json`, 'utf8')))
  if (!takesEdition(parsed)) throw new Error(`${kind} takes no edition`)
  return parsed
}

function block(id: string, kind: Block['kind'], text: string, rest: Partial<Block> = {}): Block {
  return { id, kind, runs: [{ text, marks: { bold: true } }], ...rest }
}

function makeArticle(blocks: readonly Block[] = [], metadata: Partial<Article['metadata']> = {}): Article {
  return {
    metadata: {
      ...emptyMetadata,
      byline: 'Hoàng Nam',
      topic: 'Lễ hội Trà, du lịch',
      place: 'Tân Cương',
      ...metadata,
    },
    blocks: [
      block('t', 'title', 'Khai mạc Lễ hội Trà'),
      block('l', 'lead', 'Hơn 200 gian hàng góp mặt.'),
      block('p', 'paragraph', 'Sáng 24/11, lễ hội mở cửa.'),
      ...blocks,
    ],
  }
}

const taken = (kind: EditionKind, field: Parameters<typeof deriveField>[1], article = makeArticle()) =>
  deriveField(channel(kind), field, { article, portalUrl: 'https://vi.du/tin' })

test('a Facebook post is title, lead and body without marks; lists keep their lines, captions stay out', () => {
  const article = makeArticle([
    block('b1', 'bullet', 'Pha trà'),
    block('b2', 'bullet', 'Hái chè', { indent: 1 }),
    block('n1', 'number', 'Đăng ký'),
    block('n2', 'number', 'Nhận thẻ'),
    block('f', 'figure', 'Đồi chè', { asset: 'a'.repeat(64) }),
    block('d', 'divider', ''),
  ])
  expect(taken('facebook', 'text', article).text).toBe(
    'Khai mạc Lễ hội Trà\n\nHơn 200 gian hàng góp mặt.\n\nSáng 24/11, lễ hội mở cửa.\n\n• Pha trà\n  • Hái chè\n\n1. Đăng ký\n2. Nhận thẻ',
  )
})

test('tags come from topic and place: with # where they stand in a post, plain for YouTube', () => {
  expect(taken('facebook', 'tags').text).toBe('#LễHộiTrà #DuLịch #TânCương')
  expect(taken('youtube', 'tags').text).toBe('Lễ hội Trà, du lịch, Tân Cương')
  expect(hashtag('km/h – đèo Khế')).toBe('#KmHĐèoKhế')
  expect(taken('tiktok', 'text').text).toBe(
    'Khai mạc Lễ hội Trà\n\nHơn 200 gian hàng góp mặt.\n\n#LễHộiTrà #DuLịch #TânCương',
  )
})

test('a short message takes the lead only while its parts last', () => {
  expect(taken('sms', 'text').text).toBe('Khai mạc Lễ hội Trà. Hơn 200 gian hàng góp mặt.')
  const long = makeArticle([block('l2', 'lead', 'Đông đảo bà con về dự. '.repeat(20))])
  expect(taken('sms', 'text', long).text).toBe('Khai mạc Lễ hội Trà')
})

test('YouTube texts hold no angle brackets, and no more bytes than fit, by whole paragraphs', () => {
  const korean = makeArticle(
    [...Array(40).keys()].map((at) => block(`k${at}`, 'paragraph', '차 축제 <1>'.repeat(20))),
  )
  const { text } = taken('youtube', 'text', korean)
  expect(text).not.toMatch(/[<>]/)
  const [count] = countField(channel('youtube'), 'text', text)
  expect(count).toMatchObject({ unit: 'bytes', level: 'fits' })
  expect(count?.count).toBeGreaterThan(4000)
})

test('a field rests on the parts it shows: another part’s change leaves it as it was (FLOW1)', () => {
  const later = makeArticle([block('p2', 'paragraph', 'Chiều, hội thi pha trà.')])
  expect(taken('zalo', 'title', later).parts).toBe(taken('zalo', 'title').parts)
  expect(taken('zalo', 'text', later).parts).not.toBe(taken('zalo', 'text').parts)
  const retitled = {
    ...later,
    blocks: later.blocks.map((each) => (each.id === 't' ? block('t', 'title', 'Bế mạc') : each)),
  }
  expect(taken('zalo', 'title', retitled).parts).not.toBe(taken('zalo', 'title').parts)
  expect(taken('zalo', 'lead', retitled).parts).toBe(taken('zalo', 'lead').parts)
})

test('pictures come once each, in reading order, with their words', () => {
  const figure = (id: string, asset: string) =>
    block(id, 'figure', `Ảnh ${id}`, { asset: asset.repeat(64), alt: 'mô tả', credit: 'Hoàng Nam' })
  const article = makeArticle([
    figure('1', 'a'),
    figure('2', 'b'),
    figure('3', 'a'),
    block('c', 'clip', 'Clip', { asset: 'c'.repeat(64) }),
  ])
  const { pictures, clips } = derivePictures({ article, portalUrl: '' })
  expect(pictures.map(({ caption }) => caption)).toEqual(['Ảnh 1', 'Ảnh 2'])
  expect(clips.map(({ asset }) => asset)).toEqual(['c'.repeat(64)])
})

test('limits hold to the unit: one more is too long, the fold only warns (TEXT1)', () => {
  const level = (kind: EditionKind, field: Parameters<typeof countField>[1], text: string) =>
    countField(channel(kind), field, text)[0]?.level
  expect(level('youtube', 'title', 'ệ'.repeat(100))).toBe('fits')
  expect(level('youtube', 'title', 'ệ'.repeat(101))).toBe('tooLong')
  expect(level('youtube', 'text', '한'.repeat(1666))).toBe('fits')
  expect(level('youtube', 'text', '한'.repeat(1667))).toBe('tooLong')
  expect(level('facebook', 'text', 'a'.repeat(476))).toBe('fits')
  expect(level('facebook', 'text', 'a'.repeat(477))).toBe('warns')
  expect(level('facebook', 'text', 'a'.repeat(63_207))).toBe('tooLong')
  expect(level('zalo', 'title', 'Ế'.normalize('NFD').repeat(150))).toBe('fits')
  expect(level('sms', 'text', 'ệ'.repeat(201))).toBe('warns')
  expect(level('sms', 'text', 'ệ'.repeat(202))).toBe('tooLong')
})

test('YouTube counts commas, and quotes around tags with spaces', () => {
  const [count] = countField(channel('youtube'), 'tags', 'trà, lễ hội, #xuân')
  expect(count?.count).toBe('trà,"lễ hội",xuân'.length)
  expect(tagsIn('#a,\n b ,,')).toEqual(['a', 'b'])
})
