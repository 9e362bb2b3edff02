import fc from 'fast-check'
import { type DefaultTreeAdapterTypes, parse } from 'parse5'
import { expect, test } from 'vitest'
import { blockKinds } from '#domain/blocks.ts'
import { renderPage } from './page.ts'
import { makeBlock, makePortalText, pictureHash } from './portal-making.test-kit.ts'

type Element = DefaultTreeAdapterTypes.Element
type Node = DefaultTreeAdapterTypes.ChildNode

const listed = (...items: readonly [kind: 'bullet' | 'number', indent: number, text: string][]) =>
  items.map(([kind, indent, text]) => makeBlock(kind, text, { indent }))

/** The page as a browser reads it; a page that needs mending is not one of ours. */
function read(html: string) {
  const errors: string[] = []
  const document = parse(html, { onParseError: ({ code }) => errors.push(code) })
  expect(errors).toEqual([])
  return document
}

function elements(node: { childNodes: readonly Node[] }, name?: string): readonly Element[] {
  return node.childNodes.flatMap((child) => {
    if (!('tagName' in child)) return []
    const below = elements(child, name)
    return name === undefined || child.tagName === name ? [child, ...below] : below
  })
}

function textOf(node: Node | Element): string {
  if ('value' in node) return node.value
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : ''
}

function attribute(element: Element | undefined, name: string): string | undefined {
  return element?.attrs.find((each) => each.name === name)?.value
}

/** Lists as nested arrays: ['ul', 'text', ['ol', …]]. */
function outline(list: Element): unknown[] {
  const items = list.childNodes.filter((child): child is Element => 'tagName' in child)
  return [
    list.tagName,
    ...items.flatMap((item) => {
      expect(item.tagName).toBe('li')
      return item.childNodes.map((child) => ('tagName' in child ? outline(child) : textOf(child)))
    }),
  ]
}

function firstList(blocks: ReturnType<typeof listed>): unknown[] {
  const main = elements(read(renderPage(makePortalText({ blocks }))), 'article')[0]
  const list = main && elements(main).find(({ tagName }) => tagName === 'ul' || tagName === 'ol')
  return list ? outline(list) : []
}

test('a page says its language and direction, has one h1, and no script', () => {
  const document = read(renderPage(makePortalText({ language: 'zh-Hans' })))
  const [html] = elements(document, 'html')
  expect(attribute(html, 'lang')).toBe('zh-Hans')
  expect(attribute(html, 'dir')).toBe('ltr')
  expect(elements(document, 'h1').map(textOf)).toEqual(['Khai mạc Lễ hội Trà'])
  expect(elements(document, 'script')).toEqual([])
  expect(elements(document, 'title').map(textOf)).toEqual(['Khai mạc Lễ hội Trà'])
})

test('a page in a language written from right to left says so', () => {
  const document = read(renderPage(makePortalText({ language: 'ar' })))
  expect(attribute(elements(document, 'html')[0], 'dir')).toBe('rtl')
})

test('headings come in order below the title, and no title block is lost', () => {
  const blocks = [
    makeBlock('title', 'Tít'),
    makeBlock('heading', 'Mục một'),
    makeBlock('title', 'Tít thứ hai'),
    makeBlock('heading', 'Mục hai'),
  ]
  const document = read(renderPage(makePortalText({ blocks })))
  const headings = elements(document).filter(({ tagName }) => /^h\d$/.test(tagName))
  expect(headings.map(({ tagName }) => tagName)).toEqual(['h1', 'h2', 'h2', 'h2'])
  expect(headings.map(textOf)).toEqual(['Tít', 'Mục một', 'Tít thứ hai', 'Mục hai'])
})

test('a picture stands in a figure with alt text, size, caption and credit', () => {
  const figure = makeBlock('figure', 'Đồi chè', {
    asset: pictureHash,
    alt: 'Đồi chè "xanh"',
    credit: 'Hoàng Nam',
  })
  const document = read(renderPage(makePortalText({ blocks: [figure] })))
  const [image] = elements(elements(document, 'figure')[0] ?? document, 'img')
  expect(attribute(image, 'alt')).toBe('Đồi chè "xanh"')
  expect(attribute(image, 'src')).toBe('../pictures/abababababababab-w1600.jpg')
  expect([attribute(image, 'width'), attribute(image, 'height')]).toEqual(['1600', '1067'])
  expect(attribute(image, 'srcset')).toContain('480w')
  expect(elements(document, 'figcaption').map(textOf)).toEqual(['Đồi chè Ảnh: Hoàng Nam'])
})

test('a credit that has its label keeps it', () => {
  const figure = makeBlock('figure', '', { asset: pictureHash, credit: 'Ảnh: TTXVN' })
  const document = read(renderPage(makePortalText({ blocks: [figure] })))
  expect(elements(document, 'figcaption').map(textOf)).toEqual(['Ảnh: TTXVN'])
})

test('list items nest by their indent and change of kind', () => {
  expect(
    firstList(listed(['bullet', 0, 'a'], ['bullet', 1, 'b'], ['number', 1, 'c'], ['bullet', 0, 'd'])),
  ).toEqual(['ul', 'a', ['ul', 'b'], ['ol', 'c'], 'd'])
})

test('an item that skips levels goes one level deeper only', () => {
  expect(firstList(listed(['number', 3, 'a'], ['number', 8, 'b'], ['number', 1, 'c']))).toEqual([
    'ol',
    'a',
    ['ol', 'b', 'c'],
  ])
})

test('quotes that follow each other are one quotation', () => {
  const blocks = [makeBlock('quote', 'Một'), makeBlock('quote', 'Hai'), makeBlock('paragraph', 'Ba')]
  const document = read(renderPage(makePortalText({ blocks })))
  const [quote] = elements(document, 'blockquote')
  expect(quote && elements(quote, 'p').map(textOf)).toEqual(['Một', 'Hai'])
})

test('bold, italic, underline, links and line breaks are kept, other links lose their address only', () => {
  const runs = [
    { text: 'đậm', marks: { bold: true, italic: true, underline: true } },
    { text: '\ncổng', marks: { link: 'https://thainguyen.gov.vn/?a=1&b="2"' } },
    { text: 'xấu', marks: { link: 'javascript:alert(1)' } },
  ] as const
  const document = read(renderPage(makePortalText({ blocks: [makeBlock('paragraph', runs)] })))
  const [paragraph] = elements(elements(document, 'article')[0] ?? document, 'p').filter(
    (p) => p.attrs.length === 0,
  )
  expect(paragraph && elements(paragraph).map(({ tagName }) => tagName)).toEqual([
    'strong',
    'em',
    'u',
    'a',
    'br',
  ])
  expect(elements(document, 'a').map((link) => attribute(link, 'href'))).toEqual([
    'https://thainguyen.gov.vn/?a=1&b=%222%22',
  ])
  expect(paragraph && textOf(paragraph)).toBe('đậmcổngxấu')
})

test('place, date of approval, dateline, byline, source and rights are on the page', () => {
  const metadata = {
    dateline: 'Thái Nguyên, 24/11',
    penName: 'Nam Hoàng',
    source: 'TTXVN',
    rights: 'Bản quyền',
  }
  const text = textOf(elements(read(renderPage(makePortalText({ metadata }))), 'article')[0] ?? fail())
  expect(text).toContain('Thái Nguyên · 24/11/2026, 08:02')
  expect(text).toContain('Thái Nguyên, 24/11 – Sáng 24/11.')
  expect(text).toContain('Nam Hoàng')
  expect(text).toContain('Nguồn: TTXVN')
  expect(text).toContain('Bản quyền')
})

test('a dateline that opens the text already is not said twice', () => {
  const blocks = [makeBlock('paragraph', 'Thái Nguyên, 24/11: lễ hội mở cửa.')]
  const html = renderPage(makePortalText({ blocks, metadata: { dateline: 'Thái Nguyên, 24/11' } }))
  expect(html.split('Thái Nguyên, 24/11')).toHaveLength(2)
})

test('a preview says so in the title, on the page and to search engines (FLOW2)', () => {
  const document = read(renderPage(makePortalText({ preview: true, approvedAt: null })))
  expect(textOf(elements(document, 'title')[0] ?? fail())).toContain('Bản xem thử')
  const [banner] = elements(document, 'p').filter((p) => attribute(p, 'role') === 'note')
  expect(banner && textOf(banner)).toContain('chưa duyệt')
  const robots = elements(document, 'meta').find((meta) => attribute(meta, 'name') === 'robots')
  expect(attribute(robots, 'content')).toBe('noindex')
  expect(elements(document, 'time')).toEqual([])
})

test('an embargo is on the page, shown in the newsroom’s zone', () => {
  const html = renderPage(makePortalText({ metadata: { embargo: '2026-11-25T00:30:00Z' } }))
  expect(html).toContain('Không đăng trước 25/11/2026, 07:30.')
})

const hostile = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({
    unit: fc.constantFrom('<', '>', '&', '"', "'", ']', '-', '!', '\0', '\u0085', '\u202e', '\ud800'),
  }),
  fc.constantFrom(']]>', '</title><script>', '--><script>', '&lt;', '" onload="', '\ufdd0', '\ufffe\uffff'),
)

/** What HTML can carry of a text: the rest is shown as U+FFFD. */
function writable(text: string): string {
  return text.toWellFormed().replace(/(?![\t\n])[\p{Cc}\p{Noncharacter_Code_Point}]/gu, '\ufffd')
}

test('whatever stands in title, text, caption, credit and metadata comes out as that text and nothing else', () => {
  fc.assert(
    fc.property(hostile, hostile, (left, right) => {
      const blocks = [
        makeBlock('title', `t${left}`),
        makeBlock('paragraph', `p${left}|${right}`),
        makeBlock('figure', `c${right}`, { asset: pictureHash, alt: `a${left}`, credit: `x:${right}` }),
      ]
      const metadata = { byline: `b${left}`, place: `n${right}`, source: `s${left}`, rights: `r${right}` }
      const document = read(renderPage(makePortalText({ blocks, metadata })))
      const paragraphs = elements(document, 'p').filter((p) => p.attrs.length === 0)
      const broken = writable(`p${left}|${right}`).split('\n').join('')
      expect(paragraphs.map(textOf)).toEqual([broken])
      expect(attribute(elements(document, 'img')[0], 'alt')).toBe(writable(`a${left}`))
      expect(elements(document, 'script')).toEqual([])
      const attributes = elements(document).flatMap(({ attrs }) => attrs.map(({ name }) => name))
      expect(attributes.filter((name) => name.startsWith('on'))).toEqual([])
    }),
    { numRuns: 150 },
  )
})

test('any sequence of blocks gives a page that needs no mending', () => {
  const anyBlock = fc.record({
    kind: fc.constantFrom(...blockKinds),
    text: fc.constantFrom('', ' ', 'chữ', '\n'),
    indent: fc.integer({ min: 0, max: 8 }),
    asset: fc.constantFrom(pictureHash, 'f'.repeat(64)),
  })
  fc.assert(
    fc.property(fc.array(anyBlock, { maxLength: 12 }), (made) => {
      const blocks = made.map(({ kind, text, ...rest }) => makeBlock(kind, text, rest))
      expect(elements(read(renderPage(makePortalText({ blocks }))), 'h1')).toHaveLength(1)
    }),
    { numRuns: 150 },
  )
})

function fail(): never {
  throw new Error('The element is not there')
}

test('a page that is only looked at says so and finds its pictures where it is told', () => {
  const figure = makeBlock('figure', 'Đồi chè', { asset: pictureHash, alt: 'Đồi chè' })
  const text = makePortalText({ blocks: [makeBlock('title', 'Tít'), figure] })
  const page = renderPage(text, { onScreen: ({ width }) => `/asset/x?width=${width}&a` })
  expect(page).toContain('chưa phải bộ tệp đăng')
  expect(page).toContain('src="/asset/x?width=1600&amp;a"')
  expect(page).not.toContain('../pictures')
  const packed = renderPage(text)
  expect(packed).not.toContain('chưa phải bộ tệp đăng')
  expect(packed).toContain('src="../pictures/')
})

test('the quotation marks of a Vietnamese page are not left to whatever serif the system has', () => {
  const [, faces = ''] = /font:1\.125rem\/1\.65 ([^}]+)/.exec(renderPage(makePortalText())) ?? []
  expect(faces.split(',').length).toBeGreaterThan(4)
  expect(faces.endsWith(',serif')).toBe(true)
})

test('a page in its first form comes out as it did then', () => {
  const page = renderPage(makePortalText(), { template: 1 })
  expect(page).toContain('font:1.125rem/1.65 "Source Serif 4",Georgia,"Noto Serif",serif}h1{')
  expect(page).toContain('font-family:"Be Vietnam Pro",system-ui,sans-serif;')
})
