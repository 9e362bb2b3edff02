import { type Article, emptyMetadata } from '#domain/article.ts'

const paragraphs = 200
const wordsInEach = 100
const syllables =
  `thái nguyên tỉnh xã phường tân cương chè lễ hội khai mạc du khách hợp tác sản phẩm doanh nghiệp
đầu tư khu công nghiệp sông cầu đường bộ trường học bệnh viện giáo dục y tế văn hóa thể thao du lịch nông nghiệp`.split(
    /\s+/,
  )

/** Twenty thousand words in two hundred paragraphs, the same each time. */
export function longTexts(): readonly string[] {
  return Array.from({ length: paragraphs }, (_, place) =>
    Array.from(
      { length: wordsInEach },
      (_, at) => syllables[(place * 7 + at * (1 + (place % 5))) % syllables.length],
    ).join(' '),
  )
}

export function longArticle(): Article {
  return {
    metadata: emptyMetadata,
    blocks: longTexts().map((text, at) => ({ id: `p${at}`, kind: 'paragraph', runs: [{ text, marks: {} }] })),
  }
}
