import { uuidv7 } from 'uuidv7'
import type { Failure } from '#contract/failures.ts'
import { articleDocument } from '#domain/document-id.ts'
import { type Result, succeed } from '#domain/result.ts'
import type { PackageContext } from './package-context.ts'
import type { PackagePlan } from './package-plan.ts'

/** States who exported what, when somebody is signed in. It is kept beside the package, not in it (SAME1). */
export function signPackage(
  { records }: PackageContext,
  plan: PackagePlan,
  manifest: string,
  profile: string | null,
): Result<unknown, Failure> {
  if (profile === null || !records.newsroom()) return succeed(null)
  return records.sign(profile, {
    ...records.base(profile, uuidv7()),
    kind: 'package',
    document: articleDocument(plan.order.article),
    channel: plan.channel.id,
    languages: plan.texts.map(({ text }) => text.language),
    manifest,
    preview: plan.order.preview,
  })
}
