import type { BundleStory, BundleView } from '#contract/bundles.ts'
import { storyOf, termbaseDocument, trackOf } from '#domain/document-id.ts'
import type { OpenedBundle } from './bundle-reader.ts'
import type { BundleServices } from './bundle-services.ts'
import { titleIn } from './collecting.ts'
import { openedAt } from './exchange-rows.ts'
import type { WeighedBundle, WeighedDocument } from './weighing.ts'

/** What a bundle says of itself, before anything in it is weighed. */
function ofBundle({ records, store }: BundleServices, bundle: OpenedBundle) {
  const { manifest, name, bytes } = bundle
  const { id, kind, at, note, device } = manifest
  return {
    id,
    kind,
    name,
    bytes,
    at,
    note,
    newsroom: {
      name: manifest.newsroomName,
      rootKey: manifest.newsroom,
      ours: records.newsroom()?.rootKey === manifest.newsroom,
    },
    device: { id: device, ours: device === store.device },
    openedAt: openedAt(store.read, id),
    invited: null,
  }
}

export function viewBundle(services: BundleServices, weighed: WeighedBundle): BundleView {
  const { bundle, senderProblem, documents, records, freshAssets } = weighed
  const { manifest } = bundle
  const bodies = new Map(records.all.map(({ hash, record }) => [hash, record]))
  return {
    ...ofBundle(services, bundle),
    sender: { ...senderOf(services, bundle), problem: senderProblem },
    stories: storiesOf(documents.filter(({ entry }) => entry.id !== termbaseDocument)),
    termbase: termbaseIn(documents),
    records: {
      fresh: records.kept.length,
      refused: records.refused.map(({ hash, problem }) => {
        const record = bodies.get(hash)
        return { kind: record?.kind ?? '', signer: record?.signer ?? '', problem }
      }),
    },
    pictures: {
      fresh: freshAssets.length,
      bytes: freshAssets.reduce((sum, { bytes }) => sum + bytes, 0),
      missing: manifest.missing.filter((hash) => !services.assets.find(hash).ok).length,
    },
    strangers: strangersIn(services, weighed),
  }
}

export function viewInvitation(
  services: BundleServices,
  bundle: OpenedBundle,
  invited: Readonly<{ id: string; name: string; here: boolean }>,
  problem: string | null,
): BundleView {
  return {
    ...ofBundle(services, bundle),
    sender: { ...senderOf(services, bundle), problem },
    stories: [],
    termbase: null,
    records: { fresh: bundle.records.length, refused: [] },
    pictures: { fresh: 0, bytes: 0, missing: 0 },
    strangers: [],
    invited,
  }
}

/** The name that this newsroom knows; a stranger's is the one they give themselves. */
function senderOf({ records }: BundleServices, { manifest }: OpenedBundle) {
  return { id: manifest.signer, name: records.person(manifest.signer)?.name ?? manifest.signerName }
}

function storiesOf(documents: readonly WeighedDocument[]): BundleStory[] {
  const byStory = Map.groupBy(documents, ({ entry }) => storyWith(documents, entry.id))
  return [...byStory].map(([article, all]) => {
    const own = all.find(({ merge }) => merge.seen.article !== null)
    return {
      article,
      title: own?.merge.seen.article ? titleIn(own.merge.seen.article) : '',
      language: own?.merge.seen.article?.metadata.language ?? all[0]?.entry.language ?? '',
      documents: all.length,
      change: changeOf(all),
    }
  })
}

/** Subtitles belong to the article that holds their clip, where it comes along. */
function storyWith(documents: readonly WeighedDocument[], document: string): string {
  const clip = trackOf(document)?.clip
  if (clip === undefined) return storyOf(document)
  const holder = documents.find(({ merge }) => merge.seen.article?.blocks.some(({ asset }) => asset === clip))
  return storyOf(holder?.entry.id ?? document)
}

function termbaseIn(documents: readonly WeighedDocument[]): BundleView['termbase'] {
  const terms = documents.filter(({ entry }) => entry.id === termbaseDocument)
  return terms.length === 0 ? null : changeOf(terms)
}

function changeOf(documents: readonly WeighedDocument[]): BundleStory['change'] {
  if (documents.every(({ merge }) => !merge.existed)) return 'new'
  if (documents.some(({ merge }) => merge.bytes !== null)) return 'changed'
  return documents.some(({ merge, entry }) => merge.digest !== entry.digest) ? 'ahead' : 'same'
}

/** People who wrote, and whom neither the memberships here nor those that come with the bundle name. */
function strangersIn({ records }: BundleServices, { documents, records: weighed }: WeighedBundle): string[] {
  const members = new Set([
    ...records.people().map(({ id }) => id),
    ...(records.memberships()?.current.keys() ?? []),
    ...weighed.kept.flatMap(({ record }) => (record.kind === 'membership' ? [record.profile] : [])),
  ])
  const writers = documents.flatMap(({ entry }) => entry.contributions.map(({ profile }) => profile))
  return [...new Set(writers)].filter((profile) => profile !== '' && !members.has(profile)).sort()
}
