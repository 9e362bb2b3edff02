import { expect, test } from 'vitest'
import { proposeArticle } from '#domain/import-proposal/propose-article.ts'
import { readHtml } from './read-html.ts'

const lead = 'Mười tháng qua, du lịch Thái Nguyên đón hơn hai triệu lượt khách, vượt kế hoạch cả năm.'
const text = 'Theo ngành du lịch, lượng khách tăng mạnh so với cùng kỳ năm trước, nhất là khách lưu trú.'

function kinds(html: string): readonly (readonly [string, string])[] {
  return proposeArticle(readHtml(html)).blocks.map(({ kind, runs }) => [
    kind,
    runs.map((run) => run.text).join(''),
  ])
}

test.each([
  ['a class of its own', `<p class="singular-sapo">${lead}</p>`],
  ['a second heading', `<h2 class="article__sapo">${lead}</h2>`],
  ['a wrapper', `<div class="detail-lead"><p>${lead}</p></div>`],
  ['a microdata name', `<div itemprop="description">${lead}</div>`],
])('the lead of a page is told by %s', (_, element) => {
  expect(kinds(`<h1>Tít</h1><p>24/11/2026 08:00</p>${element}<p>${text}</p>`)).toEqual([
    ['title', 'Tít'],
    ['lead', lead],
    ['paragraph', '24/11/2026 08:00'],
    ['paragraph', text],
  ])
})

test('the lead of a page is the paragraph that its description repeats, cut short or not', () => {
  const page = (description: string) =>
    `<html><head><meta name="description" content="${description}"></head><body><h1>Tít</h1>
     <figure><img src="https://example.vn/a.jpg" alt=""></figure><p>${lead}</p><p>${text}</p></body></html>`
  expect(kinds(page(lead))[1]).toEqual(['lead', lead])
  expect(kinds(page(`${lead.slice(0, 70)}...`))[1]).toEqual(['lead', lead])
  expect(kinds(page('Trang tin của tỉnh'))[1]).toEqual(['paragraph', lead])
})

test('a page without any sign keeps its first paragraph as it is', () => {
  expect(kinds(`<h1>Tít</h1><p class="leading">${lead}</p><p>${text}</p>`)[1]).toEqual(['paragraph', lead])
})
