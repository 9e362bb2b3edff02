import { succeed } from '#domain/result.ts'
import { answer, operations } from '../binding/operations.ts'
import { signedIn } from '../binding/signed-in.ts'
import type { Services } from '../services.ts'
import { paddedSize } from './movie-arguments.ts'
import { findScreen, putScreen, readScreens, removeScreen } from './screens.ts'
import { makeSlides } from './slide-making.ts'

/** `contract/slides.ts`. */
export function slidesRouter(services: Services) {
  const { slides } = operations
  const { store, media } = services
  return {
    screens: slides.screens.handler(() => [...readScreens(store.read)]),
    putScreen: slides.putScreen.handler(({ input, context }) => {
      answer(signedIn(services, context))
      return [...putScreen(store, input)]
    }),
    removeScreen: slides.removeScreen.handler(({ input, context }) => {
      answer(signedIn(services, context))
      return [...removeScreen(store, input.id)]
    }),
    preview: slides.preview.handler(async ({ input }) => {
      const screen = answer(
        'width' in input.screen ? succeed(input.screen) : findScreen(store, input.screen.id),
      )
      const made = answer(await makeSlides(media.fonts, input.lines, input.language, screen))
      return {
        width: screen.width,
        height: screen.height,
        film: paddedSize({ width: screen.width, height: screen.height }),
        lineHeight: made.plan.lineHeight,
        seconds: made.slides.reduce((sum, { seconds }) => sum + seconds, 0),
        slides: made.slides.map(({ png, lines, source, title, seconds }) => ({
          source,
          title,
          lines: [...lines],
          seconds,
          png: png.toString('base64'),
        })),
      }
    }),
  }
}
