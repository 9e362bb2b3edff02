import fc from 'fast-check'
import { expect, test } from 'vitest'
import { contrast } from './contrast.ts'
import { exampleScreens, slideThemes, themeSchema } from './screen.ts'
import { slideSeconds } from './slide-seconds.ts'
import { planSlides, type SlideLine, type TextMeasure } from './slides.ts'

/** Letters half as wide as they are high, ideographs square; marks above and tails below. */
const measure: TextMeasure = {
  width: (text, size) =>
    Array.from(text).reduce((sum, letter) => sum + (/[\u3000-\uffef]/.test(letter) ? size : size / 2), 0),
  ink: (size) => ({ above: size * 1.05, below: size * 0.25 }),
}
const line = (text: string, title = false): SlideLine => ({ id: 'a', text, title })
const plan = (text: string, width: number, height: number) => {
  const planned = planSlides([line(text)], { width, height }, measure)
  if (!planned.ok) throw new Error(JSON.stringify(planned.failure))
  return planned.value
}

const sentence =
  'Sáng ngày khai mạc, lễ hội trà Tân Cương có tám mươi sáu gian hàng của bốn mươi hai hợp tác xã và rất đông khách từ các tỉnh về dự.'
const sizes = [
  [64, 32],
  [128, 64],
  [384, 192],
  [192, 384],
  [1920, 1080],
] as const

test.each(sizes)('on %s × %s no word is cut or lost, and lines are inside', (width, height) => {
  const { slides, size, lineHeight, margin } = plan(sentence, width, height)
  expect(slides.flatMap(({ lines }) => lines.flatMap((each) => each.split(' ')))).toEqual(sentence.split(' '))
  for (const { lines } of slides) {
    expect(lines.length * lineHeight + 2 * margin).toBeLessThanOrEqual(height)
    for (const each of lines) expect(measure.width(each, size)).toBeLessThanOrEqual(width - 2 * margin)
  }
})

test.each(sizes)(
  'on %s × %s lines are at least 16 pixels high and keep a dark row between inks',
  (width, height) => {
    const { size, lineHeight } = plan(sentence, width, height)
    const { above, below } = measure.ink(size)
    expect(lineHeight).toBeGreaterThanOrEqual(16)
    expect(Math.ceil(above) + Math.ceil(below)).toBeLessThan(lineHeight)
  },
)

test('more text makes more slides, not smaller text', () => {
  const short = plan('Mời bà con đến dự', 384, 192)
  const long = plan(sentence.repeat(4), 384, 192)
  expect(long.size).toBe(short.size)
  expect(long.slides.length).toBeGreaterThan(short.slides.length)
})

test('a sentence over several slides is shared evenly', () => {
  const words = plan(sentence, 384, 192).slides.map(({ lines }) => lines.join(' ').split(' ').length)
  expect(Math.max(...words) - Math.min(...words)).toBeLessThanOrEqual(3)
})

test('ideographs are broken anywhere but before a closing mark', () => {
  const { slides } = plan('太原省新疆茶文化节今天上午开幕，吸引了一万二千名游客。', 64, 32)
  for (const each of slides.flatMap(({ lines }) => lines)) expect(each).not.toMatch(/^[，。]/)
})

test('a word too wide for the screen at the least text is refused, with the word', () => {
  expect(planSlides([line('Uploadabcdefghijk mới')], { width: 64, height: 32 }, measure)).toMatchObject({
    ok: false,
    failure: { kind: 'wordTooWide', word: 'Uploadabcdefghijk', width: 64 },
  })
  expect(planSlides([line('  ')], { width: 64, height: 32 }, measure)).toMatchObject({
    ok: false,
    failure: { kind: 'nothingToShow' },
  })
})

test('seconds follow the words: 6 to 8 words stand 3 to 4 seconds, in whole frames at 25 a second', () => {
  expect([slideSeconds('một'), slideSeconds('a b c d e f'), slideSeconds('a b c d e f g h')]).toEqual([
    3, 3, 4,
  ])
  expect(slideSeconds('太原省新疆茶文化节今天')).toBeGreaterThan(3)
  fc.assert(
    fc.property(fc.string({ maxLength: 200 }), (text) => {
      const frames = slideSeconds(text) * 25
      expect(Math.abs(frames - Math.round(frames))).toBeLessThan(1e-9)
    }),
  )
})

test('every theme is legible and has no bright ground; a bright or pale one is refused', () => {
  for (const { ground, text, accent } of slideThemes) {
    expect(Math.min(contrast(ground, text), contrast(ground, accent))).toBeGreaterThanOrEqual(4.5)
  }
  const theme = slideThemes[0]
  expect(
    themeSchema.safeParse({ ...theme, ground: '#ffffff', text: '#000000', accent: '#000000' }).success,
  ).toBe(false)
  expect(themeSchema.safeParse({ ...theme, text: '#333333' }).success).toBe(false)
})

test('the example screens are those of the province: P10, P5 and a full HD panel', () => {
  expect(exampleScreens.map(({ width, height }) => [width, height])).toEqual([
    [384, 192],
    [768, 384],
    [1920, 1080],
  ])
})
