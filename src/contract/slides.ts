import { z } from 'zod'
import { screenSchema } from '#domain/led/screen.ts'
import { base64, languageTag, operation } from './base.ts'

const slideLine = z.object({
  /** Tells lines apart: a field or a block of the edition. */
  id: z.string().max(200),
  text: z.string().max(5000),
  /** Titles have slides of their own, in the theme's second colour. */
  title: z.boolean(),
})

const slideView = z.object({
  source: z.string(),
  title: z.boolean(),
  lines: z.array(z.string()),
  seconds: z.number(),
  /** PNG at the screen's exact pixels. */
  png: base64,
})

/** Screens of the workspace, and how a text looks on one. */
export const slides = {
  screens: operation.output(z.array(screenSchema)),
  /** Adds a screen, or changes the one with its id; answers all of them. */
  putScreen: operation.input(screenSchema).output(z.array(screenSchema)),
  removeScreen: operation.input(z.object({ id: z.string().max(64) })).output(z.array(screenSchema)),
  /**
   * Slides as a package would hold them, drawn from lines as they are being written; keeps nothing. A word that
   * is wider than the screen and a character without a typeface are failures that name it.
   */
  preview: operation
    .input(
      z.object({
        lines: z.array(slideLine).min(1).max(200),
        language: languageTag,
        /** One of the list by its id, or one that is being described. */
        screen: z.union([z.object({ id: z.string().max(64) }).strict(), screenSchema]),
      }),
    )
    .output(
      z.object({
        width: z.number().int(),
        height: z.number().int(),
        /** Of the film: odd sides are padded by one pixel. */
        film: z.object({ width: z.number().int(), height: z.number().int() }),
        /** Height of a line of text in pixels. */
        lineHeight: z.number().int(),
        seconds: z.number(),
        slides: z.array(slideView),
      }),
    ),
}
