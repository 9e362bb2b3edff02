import { z } from 'zod'
import shippedScreens from '#resources/led/screens.json' with { type: 'json' }
import slideRules from '#resources/led/slides.json' with { type: 'json' }
import shippedThemes from '#resources/led/themes.json' with { type: 'json' }
import { contrast, luminance } from './contrast.ts'
import { largestSide, smallestSide } from './screen-size.ts'

const colour = z.string().regex(/^#[0-9a-f]{6}$/)

/** Colours of a slide as data: legible (contrast ≥ 4.5:1) and on no bright ground, which dazzles at night. */
export const themeSchema = z
  .strictObject({
    id: z.string().regex(/^[a-z0-9-]+$/),
    names: z.record(z.string(), z.string().min(1)),
    ground: colour,
    text: colour,
    /** Of titles. */
    accent: colour,
  })
  .refine(({ ground }) => luminance(ground) <= slideRules.darkestGround, {
    message: 'The ground is too bright',
  })
  .refine(
    ({ ground, text, accent }) =>
      [text, accent].every((each) => contrast(ground, each) >= slideRules.minimumContrast),
    { message: 'The contrast is below 4.5:1' },
  )
export type SlideTheme = z.infer<typeof themeSchema>

export const slideThemes: readonly SlideTheme[] = z.array(themeSchema).parse(shippedThemes)

/** How a board that takes only text reads a file. */
export const textEncodings = ['utf-8', 'ascii', 'windows-1258', 'tcvn3'] as const
export type TextEncoding = (typeof textEncodings)[number]

/** A screen of the workspace, in exact pixels. */
export const screenSchema = z.strictObject({
  id: z.string().regex(/^[A-Za-z0-9-]{1,64}$/),
  name: z.string().trim().min(1).max(120),
  width: z.number().int().min(smallestSide).max(largestSide),
  height: z.number().int().min(smallestSide).max(largestSide),
  theme: z
    .string()
    .refine((id) => slideThemes.some((theme) => theme.id === id), { message: 'No such theme' }),
  /** Letters without grey edges: LEDs far apart show every half-lit one as a blot. */
  sharp: z.boolean(),
  encoding: z.enum(textEncodings),
})
export type Screen = z.infer<typeof screenSchema>

/** Screens a new workspace begins with, as examples. */
export const exampleScreens: readonly Screen[] = z.array(screenSchema).parse(shippedScreens)

export function themeOf(screen: Screen): SlideTheme {
  const theme = slideThemes.find(({ id }) => id === screen.theme) ?? slideThemes[0]
  if (!theme) throw new Error('No slide theme is shipped')
  return theme
}
