import { createCanvas, loadImage } from '@napi-rs/canvas'
import { type Screen, themeOf } from '#domain/led/screen.ts'
import type { SlideLine } from '#domain/led/slides.ts'

export const sizes = [
  [64, 32],
  [128, 64],
  [384, 192],
  [192, 384],
  [1920, 1080],
] as const

export function screenOf(width: number, height: number, more: Partial<Screen> = {}): Screen {
  const name = `${width}×${height}`
  return { id: 's', name, width, height, theme: 'amber', sharp: width < 400, encoding: 'utf-8', ...more }
}

/** A line in each language; the Vietnamese one has the marks that stand highest and hang lowest. */
export const texts: Readonly<Record<string, readonly SlideLine[]>> = {
  vi: [
    { id: 't', text: 'LỄ HỘI TRÀ TÂN CƯƠNG: BẾ MẠC, HỘI NGỘ, SỮ ẬP', title: true },
    { id: 'a', text: 'Kế hoạch: gặp gỡ 42 hợp tác xã, 12.500 lượt khách, ngày 24/11.', title: false },
  ],
  zh: [{ id: 'a', text: '太原省新疆茶文化节今天上午开幕，吸引了一万二千名游客。', title: false }],
  ko: [{ id: 'a', text: '떤끄엉 차 축제가 오늘 개막해 관람객 만 이천 명이 찾았습니다.', title: false }],
}

export type Ink = Readonly<{ left: number; top: number; right: number; bottom: number; pixels: number }>

/** Where a picture is anything but its ground. */
export async function inkOf(png: Buffer, screen: Screen): Promise<Ink> {
  const { data, width, height } = await pixelsOf(png)
  const ground = [1, 3, 5].map((at) => Number.parseInt(themeOf(screen).ground.slice(at, at + 2), 16))
  let ink = { left: width, top: height, right: -1, bottom: -1, pixels: 0 }
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const at = (y * width + x) * 4
      if (ground.every((part, channel) => Math.abs(part - (data[at + channel] ?? 0)) < 24)) continue
      ink = {
        left: Math.min(ink.left, x),
        top: Math.min(ink.top, y),
        right: Math.max(ink.right, x),
        bottom: Math.max(ink.bottom, y),
        pixels: ink.pixels + 1,
      }
    }
  }
  return ink
}

export async function pixelsOf(png: Buffer) {
  const image = await loadImage(png)
  const context = createCanvas(image.width, image.height).getContext('2d')
  context.drawImage(image, 0, 0)
  return context.getImageData(0, 0, image.width, image.height)
}

/** The share of pixels that are clearly not the same. */
export async function difference(one: Buffer, other: Buffer): Promise<number> {
  const [left, right] = [await pixelsOf(one), await pixelsOf(other)]
  if (left.width !== right.width || left.height !== right.height) return 1
  let different = 0
  for (let at = 0; at < left.data.length; at += 4) {
    const apart = [0, 1, 2].some(
      (part) => Math.abs((left.data[at + part] ?? 0) - (right.data[at + part] ?? 0)) > 64,
    )
    if (apart) different += 1
  }
  return different / (left.width * left.height)
}
