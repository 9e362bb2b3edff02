import type { AssetView } from '#contract/imports.ts'
import { succeed } from '#domain/result.ts'
import { answer, operations } from '#workspace/binding/operations.ts'
import type { Services, StoredAsset } from '#workspace/services.ts'
import { mayWork } from '../binding/signed-in.ts'

export function assetsRouter(services: Pick<Services, 'assets' | 'grants' | 'records'>) {
  const { assets, grants } = services
  return operations.assets.router({
    add: operations.assets.add.handler(async ({ input, context }) => {
      answer(mayWork(services, context))
      const { path, name } = answer(grants.find(input.grant))
      try {
        return answer(view(await assets.add({ path, name, use: input.use })))
      } finally {
        // kept or refused, the file has served its turn: who tries again sends it again
        grants.release(input.grant)
      }
    }),
    get: operations.assets.get.handler(({ input }) => answer(view(assets.find(input.asset)))),
  })
}

function view(found: ReturnType<Services['assets']['find']>) {
  return found.ok ? succeed(viewOf(found.value)) : found
}

function viewOf({ hash, ...asset }: StoredAsset): AssetView {
  return { asset: hash, ...asset }
}
