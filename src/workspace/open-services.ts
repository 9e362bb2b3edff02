import { createAssetService } from './assets/asset-service.ts'
import { createClips } from './clips/clip-service.ts'
import { createDocumentService } from './documents/document-service.ts'
import type { Judge } from './documents/parts.ts'
import { announceRecords } from './events/announcing.ts'
import { createGrants } from './files/grants.ts'
import { createJobService } from './jobs/job-service.ts'
import { createMedia } from './media/media-service.ts'
import { openRecords } from './records/open-records.ts'
import { judgeNewDocument } from './secrets/new-documents.ts'
import type { EventService, Services } from './services.ts'
import type { ReportBug } from './store/bugs.ts'
import type { Clock } from './store/clock.ts'
import type { WorkspacePaths } from './store/paths.ts'
import type { Store } from './store/store.ts'

export type ServiceParts = Readonly<{
  version: string
  store: Store
  paths: WorkspacePaths
  clock: Clock
  events: EventService
  reportBug: ReportBug
  /** scrypt's N for new keys. */
  keyCost?: number | undefined
}>

/** What every capability is given, over an open store. */
export function openServices(parts: ServiceParts): Services {
  const { version, store, paths, clock, events, reportBug } = parts
  const judge: Judge = (document, doc) =>
    documents.exists(document) ? null : judgeNewDocument(document, doc)
  const nameOf = (profile: string) => records.person(profile)?.name ?? ''
  const documents = createDocumentService({ store, clock, reportBug, judge, nameOf })
  const { contributions } = documents
  const { records, keys } = openRecords({ ...parts, contributions })
  const jobs = createJobService({ store, events, clock, report: reportBug })
  const assets = createAssetService({ store, paths, clock })
  const media = createMedia()
  const services = {
    version,
    workspaceId: store.workspaceId,
    paths,
    clock,
    store,
    documents,
    records,
    keys,
    events,
    jobs,
    grants: createGrants(),
    assets,
    media,
    clips: createClips({ store, events, jobs, assets, media }),
  }
  announceRecords(services)
  return services
}
