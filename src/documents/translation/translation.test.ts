import { describe, expect, it } from 'vitest'
import { emptyMetadata } from '#domain/article.ts'
import { blockText } from '#domain/blocks.ts'
import { composeTranslation } from '#domain/translation/compose.ts'
import { progressOf } from '#domain/translation/progress.ts'
import { exchange, makeSides, plain, type Side, sourceOf } from '#tests/makers/story.ts'
import { changeArticle } from '../article.ts'
import { ignoreFinding, omitOccurrence } from './edit-translation.ts'
import {
  addBehind,
  mergeRows,
  mergeWithNext,
  pickVariant,
  removeAdded,
  separateRow,
  shareRow,
  unmergeRow,
  writeRow,
} from './row-edits.ts'

function one(...texts: readonly string[]): Side {
  return makeSides(...texts)[0]
}

function composed(side: Side, missing: 'empty' | 'source' = 'empty'): readonly string[] {
  const { source, content, rows } = side.view()
  const target = { language: 'en', metadata: content.metadata, missing }
  return composeTranslation(source, rows, target).blocks.map((block) => blockText(block))
}

function orphans(side: Side): readonly string[] {
  return side.view().orphans.map((text) => blockText(text))
}

/** The source with one block's text changed. */
function change(side: Side, block: string, text: string): void {
  side.rewrite(side.blocks().map((each) => (each.id === block ? { id: block, text } : each)))
}

describe('a change of the source (FLOW1)', () => {
  it('of one figure marks exactly that sentence, with what was its translation', () => {
    const side = one('Chè được mùa. Sản lượng đạt 1.200 tấn. Giá tăng 3%.', 'Dân vui.')
    side.confirm('Chè được mùa.', 'Tea did well.')
    side.confirm('Sản lượng đạt 1.200 tấn.', 'Output reached 1,200 tonnes.')
    side.confirm('Giá tăng 3%.', 'Prices rose 3%.')
    side.confirm('Dân vui.', 'People are glad.')
    change(side, 'p1', 'Chè được mùa. Sản lượng đạt 1.300 tấn. Giá tăng 3%.')
    expect(side.shown()).toEqual([
      'confirmed: Chè được mùa. → Tea did well.',
      'stale: Sản lượng đạt 1.300 tấn. → Output reached 1,200 tonnes.',
      'confirmed: Giá tăng 3%. → Prices rose 3%.',
      'confirmed: Dân vui. → People are glad.',
    ])
    expect(orphans(side)).toEqual([])
  })

  it('and back again shows the confirmed translation as it was, and keeps what was made in between', () => {
    const side = one('Có 5 xã. Vui.')
    side.confirm('Có 5 xã.', 'There are 5 communes.')
    change(side, 'p1', 'Có 6 xã. Vui.')
    side.confirm('Có 6 xã.', 'There are 6 communes.')
    expect(side.shown()[0]).toBe('confirmed: Có 6 xã. → There are 6 communes.')
    expect(orphans(side)).toEqual([])
    change(side, 'p1', 'Có 5 xã. Vui.')
    expect(side.shown()[0]).toBe('confirmed: Có 5 xã. → There are 5 communes.')
    expect(orphans(side)).toEqual(['There are 6 communes.'])
  })

  it('of one of two identical sentences leaves the other confirmed', () => {
    const side = one('Thành phố sạch đẹp. Đường rộng. Thành phố sạch đẹp.')
    side.confirm('Thành phố sạch đẹp.', 'The city is clean.')
    expect(side.row('Thành phố sạch đẹp.').shared).toBe(2)
    change(side, 'p1', 'Thành phố sạch đẹp hơn. Đường rộng. Thành phố sạch đẹp.')
    expect(side.shown()).toEqual([
      'stale: Thành phố sạch đẹp hơn. → The city is clean.',
      'empty: Đường rộng. → ',
      'confirmed: Thành phố sạch đẹp. → The city is clean.',
    ])
    side.write('Thành phố sạch đẹp hơn.', 'The city is cleaner.')
    change(side, 'p1', 'Thành phố sạch đẹp hơn. Đường rộng. Thành phố rất sạch đẹp.')
    expect(side.shown()).toEqual([
      'draft: Thành phố sạch đẹp hơn. → The city is cleaner.',
      'empty: Đường rộng. → ',
      'stale: Thành phố rất sạch đẹp. → The city is clean.',
    ])
  })

  it('that splits a sentence offers its translation to both parts', () => {
    const side = one('Đoàn công tác thăm nhà máy ở Phổ Yên, sau đó làm việc với lãnh đạo tỉnh. Hết.')
    side.confirm(
      'Đoàn công tác thăm nhà máy ở Phổ Yên, sau đó làm việc với lãnh đạo tỉnh.',
      'The delegation visited a plant, then met leaders.',
    )
    side.confirm('Hết.', 'End.')
    change(side, 'p1', 'Đoàn công tác thăm nhà máy ở Phổ Yên. Sau đó làm việc với lãnh đạo tỉnh. Hết.')
    expect(side.view().rows.map(({ state }) => state)).toEqual(['stale', 'stale', 'confirmed'])
    side.write('Đoàn công tác thăm nhà máy ở Phổ Yên.', 'The delegation visited a plant.')
    expect(side.view().rows.map(({ state }) => state)).toEqual(['draft', 'stale', 'confirmed'])
  })

  it('that joins two sentences offers both translations', () => {
    const side = one('Đoàn thăm nhà máy ở Phổ Yên. Đoàn làm việc với lãnh đạo tỉnh.')
    side.confirm('Đoàn thăm nhà máy ở Phổ Yên.', 'They visited a plant.')
    side.confirm('Đoàn làm việc với lãnh đạo tỉnh.', 'They met leaders.')
    change(side, 'p1', 'Đoàn thăm nhà máy ở Phổ Yên, đoàn làm việc với lãnh đạo tỉnh.')
    const [row] = side.view().rows
    expect(row?.kind === 'sentence' && row.offers.map(({ text }) => blockText(text)).sort()).toEqual([
      'They met leaders.',
      'They visited a plant.',
    ])
  })

  it('that only moves blocks changes nothing', () => {
    const side = one('Một hai ba.', 'Bốn năm sáu.')
    side.confirm('Một hai ba.', 'One two three.')
    side.confirm('Bốn năm sáu.', 'Four five six.')
    side.rewrite([...side.blocks()].reverse())
    expect(side.shown()).toEqual([
      'confirmed: Bốn năm sáu. → Four five six.',
      'confirmed: Một hai ba. → One two three.',
    ])
  })

  it('that takes a sentence away leaves its translation among the orphans', () => {
    const side = one('Câu một ở đây. Câu hai khác hẳn.')
    side.confirm('Câu hai khác hẳn.', 'The second is different.')
    change(side, 'p1', 'Câu một ở đây.')
    expect(orphans(side)).toEqual(['The second is different.'])
    expect(side.shown()).toEqual(['empty: Câu một ở đây. → '])
  })

  it('of formatting alone marks the sentence too', () => {
    const side = one('Giá tăng mạnh.')
    side.confirm('Giá tăng mạnh.', 'Prices soared.')
    const runs = [
      { text: 'Giá tăng ', marks: {} },
      { text: 'mạnh', marks: { bold: true as const } },
      { text: '.', marks: {} },
    ]
    changeArticle(side.article, { metadata: emptyMetadata, blocks: [{ id: 'p1', kind: 'paragraph', runs }] })
    expect(side.shown()).toEqual(['stale: Giá tăng mạnh. → Prices soared.'])
  })
})

describe('two translators', () => {
  it('of whom one goes on in a text that the other replaced: what was typed there is seen', () => {
    const [an, binh] = makeSides('Có 5 xã.')
    an.confirm('Có 5 xã.', 'There are 5 communes.')
    exchange(an, binh)
    change(an, 'p1', 'Có 6 xã.')
    an.confirm('Có 6 xã.', 'There are 6 communes.')
    expect(orphans(an)).toEqual([])
    binh.write('Có 5 xã.', 'There are 5 rural communes.')
    exchange(an, binh)
    expect(an.shown()).toEqual(['confirmed: Có 6 xã. → There are 6 communes.'])
    expect(orphans(an)).toEqual(['There are 5 rural communes.'])
    expect(binh.shown()).toEqual(an.shown())
  })

  it('in one text: what both typed is kept', () => {
    const [an, binh] = makeSides('Trời đẹp.')
    an.write('Trời đẹp.', 'Fine weather.')
    exchange(an, binh)
    an.write('Trời đẹp.', 'Very fine weather.')
    binh.write('Trời đẹp.', 'Fine weather today.')
    exchange(an, binh)
    expect(an.shown()).toEqual(['draft: Trời đẹp. → Very fine weather today.'])
    expect(binh.shown()).toEqual(an.shown())
  })

  it('who both begin a sentence stand side by side until a person picks', () => {
    const [an, binh] = makeSides('Trời đẹp.')
    an.confirm('Trời đẹp.', 'Fine weather.')
    binh.confirm('Trời đẹp.', 'It is a fine day.')
    exchange(an, binh)
    expect(an.shown()).toEqual(['variants: Trời đẹp. → Fine weather. / It is a fine day.'])
    const chosen = an.row('Trời đẹp.').variants[1]?.id ?? ''
    an.edit((doc, view) => pickVariant(doc, view, an.row('Trời đẹp.'), chosen))
    exchange(an, binh)
    expect(binh.shown()).toEqual(['confirmed: Trời đẹp. → It is a fine day.'])
    expect(orphans(binh)).toEqual([])
  })

  it('who pick differently at once see both again', () => {
    const [an, binh] = makeSides('Trời đẹp.')
    an.write('Trời đẹp.', 'Fine weather.')
    binh.write('Trời đẹp.', 'It is a fine day.')
    exchange(an, binh)
    for (const [side, index] of [
      [an, 0],
      [binh, 1],
    ] as const) {
      const chosen = side.row('Trời đẹp.').variants[index]?.id ?? ''
      side.edit((doc, view) => pickVariant(doc, view, side.row('Trời đẹp.'), chosen))
    }
    exchange(an, binh)
    expect(an.view().rows[0]?.state).toBe('variants')
    expect(binh.shown()).toEqual(an.shown())
  })

  it('who wrote the same are not rivals', () => {
    const [an, binh] = makeSides('Trời đẹp.')
    an.write('Trời đẹp.', 'Fine weather.')
    binh.confirm('Trời đẹp.', 'Fine weather.')
    exchange(an, binh)
    expect(an.shown()).toEqual(['confirmed: Trời đẹp. → Fine weather.'])
  })

  it('of whom one edits what the other confirms leave a draft', () => {
    const [an, binh] = makeSides('Trời đẹp.')
    an.write('Trời đẹp.', 'Fine weather.')
    exchange(an, binh)
    an.confirm('Trời đẹp.')
    binh.write('Trời đẹp.', 'Fine weather!')
    exchange(an, binh)
    expect(an.shown()).toEqual(['draft: Trời đẹp. → Fine weather!'])
  })

  it('of whom one changes the source: the target typed meanwhile is offered', () => {
    const [an, binh] = makeSides('Giá tăng 3% trong tháng.')
    change(an, 'p1', 'Giá tăng 4% trong tháng.')
    binh.confirm('Giá tăng 3% trong tháng.', 'Prices rose 3% this month.')
    exchange(an, binh)
    expect(an.shown()).toEqual(['stale: Giá tăng 4% trong tháng. → Prices rose 3% this month.'])
  })
})

describe('a row', () => {
  it('can be left out, and its paragraph with it', () => {
    const side = one('Một câu.', 'Câu thừa.')
    side.confirm('Một câu.', 'One sentence.')
    const row = side.row('Câu thừa.')
    side.edit((doc, _, editor) => omitOccurrence(doc, row.id, editor))
    expect(side.shown()[1]).toBe('omitted: Câu thừa. → ')
    expect(composed(side)).toEqual(['One sentence.'])
    expect(progressOf(side.view().rows)).toMatchObject({
      rows: 1,
      words: 2,
      confirmedWords: 2,
      omittedRows: 1,
    })
    side.edit((doc) => omitOccurrence(doc, row.id, null))
    expect(side.shown()[1]).toBe('empty: Câu thừa. → ')
  })

  it('can be merged with the next across the end of a paragraph, and taken apart', () => {
    const side = one('Ông An đến.', 'Rồi ông đi.', 'Hết chuyện.')
    side.write('Ông An đến.', 'Mr An came.')
    side.write('Rồi ông đi.', 'Then he left.')
    merge(side, 'Ông An đến.')
    expect(side.shown()).toEqual([
      'draft: Ông An đến.\nRồi ông đi. → Mr An came. Then he left.',
      'empty: Hết chuyện. → ',
    ])
    expect(composed(side, 'source')).toEqual(['Mr An came. Then he left.', 'Hết chuyện.'])
    expect(orphans(side)).toEqual([])
    const row = side.row('Ông An đến.\nRồi ông đi.')
    side.edit((doc, view) => unmergeRow(doc, view, row))
    expect(side.shown().slice(0, 2)).toEqual([
      'draft: Ông An đến. → Mr An came.',
      'draft: Rồi ông đi. → Then he left.',
    ])
  })

  it('that was merged stays so when one of its sentences changes, and is stale', () => {
    const side = one('Ông An đến lúc 8 giờ sáng.', 'Rồi ông đi ngay.')
    merge(side, 'Ông An đến lúc 8 giờ sáng.')
    side.confirm('Ông An đến lúc 8 giờ sáng.\nRồi ông đi ngay.', 'Mr An came at 8 and left.')
    change(side, 'p1', 'Ông An đến lúc 9 giờ sáng.')
    expect(side.shown()).toEqual([
      'stale: Ông An đến lúc 9 giờ sáng.\nRồi ông đi ngay. → Mr An came at 8 and left.',
    ])
    side.rewrite([{ id: 'p2', text: 'Rồi ông đi ngay.' }])
    expect(side.shown()).toEqual(['empty: Rồi ông đi ngay. → '])
    expect(orphans(side)).toEqual(['Mr An came at 8 and left.'])
  })

  it('of a repeated sentence can have a text of its own', () => {
    const side = one('Chào. Tạm biệt. Chào.')
    side.confirm('Chào.', 'Hello.')
    const row = side.row('Chào.')
    side.edit((doc, _, editor) => separateRow(doc, row, editor))
    side.write('Chào.', 'Hi.')
    expect(side.shown()).toEqual(['draft: Chào. → Hi.', 'empty: Tạm biệt. → ', 'confirmed: Chào. → Hello.'])
    side.write('Chào.', '')
    expect(side.shown()[0]).toBe('empty: Chào. → ')
    side.write('Chào.', 'Hey.')
    expect(side.shown()[0]).toBe('draft: Chào. → Hey.')
    const own = side.row('Chào.')
    side.edit((doc, view) => shareRow(doc, view, own))
    expect(side.shown()[0]).toBe('confirmed: Chào. → Hello.')
  })

  it('that the source lacks stands behind its sentence, and is found again when that changes', () => {
    const side = one('Ông An đến. Hết.')
    side.confirm('Ông An đến.', 'Mr An came.')
    const row = side.row('Ông An đến.')
    side.edit((doc, view, editor) => addBehind(doc, view, row, 'x1', editor))
    const added = () => side.view().rows[1]
    side.edit((doc, view, editor) => {
      const at = added()
      if (at) writeRow(doc, view, at, { before: [], target: plain('He is the chairman.') }, editor)
    })
    side.confirm('Hết.', 'End.')
    expect(composed(side)).toEqual(['Mr An came. He is the chairman. End.'])
    change(side, 'p1', 'Ông An tới. Hết.')
    expect(composed(side)).toEqual(['Mr An came. He is the chairman. End.'])
    side.edit((doc) => {
      const at = added()
      if (at?.kind === 'added') removeAdded(doc, at)
    })
    expect(composed(side)).toEqual(['Mr An came. End.'])
  })
})

function merge(side: Side, source: string): void {
  const row = side.row(source)
  side.edit((doc, view, editor) => {
    const found = mergeWithNext(view, row)
    const next = view.rows[view.rows.findIndex((each) => each.id === row.id) + 1]
    const texts = [row, next].flatMap((each) => (each?.kind === 'sentence' && each.text ? [each.text] : []))
    if (found) mergeRows(doc, found, texts, side.view, ' ', editor)
  })
  expect(side.view().rows.some((each) => sourceOf(each).startsWith(source))).toBe(true)
}

describe('a finding that is ignored', () => {
  it('is ignored on both machines, each with its own reason for its own finding, and the later reason of one', () => {
    const [left, right] = makeSides('Có 5 xã.')
    const { key } = left.row('Có 5 xã.').source.segment
    left.edit((doc) => ignoreFinding(doc, key, 'value-missing:1', { reason: 'số tròn', by: 'an', at: 1 }))
    right.edit((doc) => ignoreFinding(doc, key, 'end-missing:2', { reason: 'tít', by: 'binh', at: 2 }))
    exchange(left, right)
    expect(left.view().content.ignored).toEqual(right.view().content.ignored)
    expect(
      left
        .view()
        .content.ignored.get(key)
        ?.map(({ reason }) => reason),
    ).toEqual(['tít', 'số tròn'])
    right.edit((doc) => ignoreFinding(doc, key, 'end-missing:2', null))
    exchange(left, right)
    expect(
      left
        .view()
        .content.ignored.get(key)
        ?.map(({ by }) => by),
    ).toEqual(['an'])
  })

  it('of another shape, as another program might leave it, is not read', () => {
    const side = one('Có 5 xã.')
    side.translation.getMap('ignored').set('k/value-missing:1', { reason: 7 })
    expect(side.view().content.ignored.size).toBe(0)
  })
})
