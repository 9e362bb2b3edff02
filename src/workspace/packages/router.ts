import { existsSync } from 'node:fs'
import { type Failure, failure } from '#contract/failures.ts'
import { channelName } from '#domain/channels.ts'
import { articleDocument } from '#domain/document-id.ts'
import { fail, type Result, succeed } from '#domain/result.ts'
import type { ClientContext } from '#workspace/binding/clients.ts'
import { answer, operations } from '#workspace/binding/operations.ts'
import { mayWork } from '../binding/signed-in.ts'
import { packageZipPath } from '../store/paths.ts'
import type { PackageContext } from './package-context.ts'
import { makePackage } from './package-export.ts'
import { type PackageOrder, planPackage } from './package-plan.ts'
import { findPackageRow, listPackageRows, packageView, type StoredPackage } from './package-rows.ts'
import { previewPage } from './page-preview.ts'
import { assessReadiness } from './readiness.ts'
import { packageToStick, stickFolder } from './usb/package-to-stick.ts'
import { verifyPackage } from './verify/verify-package.ts'

/** `contract/packages.ts`. */
export function packagesRouter(services: PackageContext) {
  const { packages } = operations
  return {
    channels: packages.channels.handler(() =>
      services.channels.map((channel) => ({
        id: channel.id,
        name: channelName(channel, 'vi'),
        names: channel.names,
        kind: channel.kind,
        languages: channel.languages,
      })),
    ),
    readiness: packages.readiness.handler(({ input }) => [
      ...answer(assessReadiness(services, input.article)),
    ]),
    approvals: packages.approvals.handler(({ input }) =>
      input.articles.flatMap((article) => {
        const approved = services.approvedRevision(articleDocument(article))
        return approved ? [{ article, approvedAt: approved.approvedAt }] : []
      }),
    ),
    page: packages.page.handler(({ input }) => answer(previewPage(services, input))),
    export: packages.export.handler(async ({ input, context }) =>
      answer(await startExport(services, context, input)),
    ),
    list: packages.list.handler(({ input }) =>
      listPackageRows(services.store.read, input).map((made) => packageView(made, services.records)),
    ),
    get: packages.get.handler(({ input }) =>
      packageView(answer(findPackage(services, input.id)), services.records),
    ),
    download: packages.download.handler(({ input, context }) => {
      answer(mayWork(services, context))
      return answer(findDownload(services, input.id))
    }),
    usb: packages.usb.handler(async ({ input, context }) => {
      const { id, directory } = input
      answer(mayWork(services, context))
      if (!context.trusted) answer(fail(failure('grant-unknown', { grant: directory })))
      const made = answer(findPackage(services, input.package))
      const job = { id, kind: 'export', subject: made.title } as const
      await services.jobs.start(job, (control) => packageToStick(services.paths, made, directory, control))
      return { job: id, name: stickFolder(made) }
    }),
    verify: packages.verify.handler(async ({ input }) => {
      const made = answer(findPackage(services, input.id))
      const rootKey = services.records.newsroom()?.rootKey ?? null
      const zip = packageZipPath(services.paths, made.id, made.zipName)
      return answer(await verifyPackage(zip, rootKey, made.manifest))
    }),
  }
}

/** Refuses at once what may not leave; the making itself goes on in the background under the package's id. */
async function startExport(
  services: PackageContext,
  client: ClientContext,
  order: PackageOrder,
): Promise<Result<{ job: string }, Failure>> {
  const may = mayWork(services, client)
  if (!may.ok) return may
  const known = services.jobs.get(order.id)
  if (known) return succeed({ job: known.id })
  if (order.directory !== null && !client.trusted) {
    return fail(failure('grant-unknown', { grant: order.directory }))
  }
  const plan = planPackage(services, order)
  if (!plan.ok) return plan
  const job = { id: order.id, kind: 'export', subject: plan.value.title } as const
  await services.jobs.start(job, (control) => makePackage(services, plan.value, client.profile, control))
  return succeed({ job: order.id })
}

function findPackage(services: PackageContext, id: string): Result<StoredPackage, Failure> {
  const made = findPackageRow(services.store.read, id)
  return made ? succeed(made) : fail(failure('not-found', { what: id }))
}

function findDownload(
  services: PackageContext,
  id: string,
): Result<{ url: string; name: string; bytes: number }, Failure> {
  const made = findPackage(services, id)
  if (!made.ok) return made
  const { zipName, bytes } = made.value
  if (!existsSync(packageZipPath(services.paths, id, zipName)))
    return fail(failure('not-found', { what: zipName }))
  return succeed({ url: `/package/${id}/${zipName}`, name: zipName, bytes })
}
