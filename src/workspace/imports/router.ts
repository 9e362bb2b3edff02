import type { ArticleRow } from '#contract/articles.ts'
import { answer, operations } from '../binding/operations.ts'
import { signedIn } from '../binding/signed-in.ts'
import type { Services } from '../services.ts'
import { commitImport } from './commit.ts'
import { previewImport } from './preview.ts'
import { createPreviews } from './previews.ts'

/**
 * Files become articles by way of a preview: `contract/imports.ts`. `rowOf` answers an article as the list
 * shows it.
 */
export function importsRouter(services: Services, rowOf: (article: string) => ArticleRow) {
  const { imports } = operations
  const previews = createPreviews(services.paths, services.clock)
  return {
    preview: imports.preview.handler(async ({ input, context }) => {
      answer(signedIn(services, context))
      return answer(await previewImport(services, previews, input))
    }),
    commit: imports.commit.handler(async ({ input, context }) => {
      const profile = answer(signedIn(services, context))
      answer(await commitImport(services, previews, input, profile.id))
      services.events.emit({ kind: 'articles', ids: [input.id] })
      return rowOf(input.id)
    }),
    discard: imports.discard.handler(({ input }) => {
      previews.close(input.preview)
      return {}
    }),
  }
}
