import type { Channel } from '#domain/channels.ts'
import type { DocumentId } from '#domain/document-id.ts'
import type { ArticleIndex } from './articles/article-index.ts'
import { articleRow, articlesRouter } from './articles/router.ts'
import { assetsRouter } from './assets/router.ts'
import { answer, operations } from './binding/operations.ts'
import type { BundleServices } from './bundles/bundle-services.ts'
import type { Mailbox } from './bundles/mailbox.ts'
import { bundlesRouter } from './bundles/router.ts'
import { clipsRouter } from './clips/router.ts'
import type { EditionIndex } from './editions/edition-index.ts'
import { editionReadiness } from './editions/edition-readiness.ts'
import { editionsRouter } from './editions/router.ts'
import { eventsRouter } from './events/router.ts'
import { filesRouter } from './files/router.ts'
import { importsRouter } from './imports/router.ts'
import { jobsRouter } from './jobs/router.ts'
import type { MaintenanceService } from './maintenance/maintenance-service.ts'
import { maintenanceRouter } from './maintenance/router.ts'
import type { MemoryService } from './memory/memory-service.ts'
import { memoryRouter } from './memory/router.ts'
import { documentsRouter } from './open-documents/router.ts'
import { portalStandings } from './packages/portal-standings.ts'
import { packagesRouter } from './packages/router.ts'
import { peopleRouter } from './people/router.ts'
import { publicationsRouter } from './publications/router.ts'
import type { RenderContext } from './renders/render-context.ts'
import type { RenderJobs } from './renders/render-jobs.ts'
import { rendersRouter } from './renders/router.ts'
import { revisionsRouter } from './revisions/router.ts'
import type { Purging } from './secrets/purging.ts'
import { secretsRouter } from './secrets/router.ts'
import type { StampGuard } from './secrets/stamp-guard.ts'
import type { Services } from './services.ts'
import { sessionRouter } from './session/router.ts'
import { settingsRouter } from './settings/router.ts'
import { slidesRouter } from './slides/router.ts'
import { termsRouter } from './termbase/router.ts'
import type { TermbaseService } from './termbase/termbase-service.ts'
import { tracksRouter } from './tracks/router.ts'
import type { TrackIndex } from './tracks/track-index.ts'
import { translationReadiness } from './translations/readiness.ts'
import { translationsRouter } from './translations/router.ts'
import type { TranslationIndex } from './translations/translation-index.ts'
import { approvedRevision } from './workflow/approval.ts'
import { workflowRouter } from './workflow/router.ts'

export type RouterParts = Readonly<{
  services: Services
  purging: Purging
  index: ArticleIndex
  translations: TranslationIndex
  tracks: TrackIndex
  editions: EditionIndex
  stamps: StampGuard
  bundling: BundleServices
  mailbox: Mailbox
  memory: MemoryService
  termbase: TermbaseService
  maintenance: MaintenanceService
  channels: readonly Channel[]
  rendering: RenderContext
  renderJobs: RenderJobs
  restart: () => void
}>

export type WorkspaceRouter = ReturnType<typeof composeRouter>

/** The whole contract, each part by its capability. */
export function composeRouter(parts: RouterParts) {
  const {
    services,
    purging,
    index,
    translations,
    tracks,
    editions,
    stamps,
    bundling,
    mailbox,
    memory,
    termbase,
    maintenance,
    channels,
    rendering,
    renderJobs,
    restart,
  } = parts
  const packaging = {
    ...services,
    channels,
    mayLeave: stamps.mayLeave,
    approvedRevision: (document: DocumentId) => approvedRevision(services.records, document),
    translationReadiness: (document: DocumentId) => translationReadiness(services, document),
    editionReadiness: (document: DocumentId) => editionReadiness({ ...services, channels }, document),
  }
  const catchUp = () => {
    index.catchUp()
    translations.catchUp()
    tracks.catchUp()
    editions.catchUp()
  }
  const boards = {
    ...services,
    channels,
    portalStandings: (article: string) => portalStandings(packaging, article),
  }
  return operations.router({
    session: sessionRouter(services),
    people: peopleRouter(services),
    articles: articlesRouter(services, index),
    documents: documentsRouter(services, stamps),
    revisions: revisionsRouter(services),
    workflow: workflowRouter(services, catchUp, stamps.mayLeave),
    translations: translationsRouter(services, translations, stamps),
    tracks: tracksRouter(services, tracks),
    files: filesRouter(services),
    imports: importsRouter(services, (article) => answer(articleRow(services, index, article))),
    assets: assetsRouter(services),
    clips: clipsRouter(services, () => index.catchUp()),
    renders: rendersRouter(rendering, renderJobs),
    packages: packagesRouter(packaging),
    editions: editionsRouter(boards, editions, stamps),
    publications: publicationsRouter({ ...services, channels }),
    jobs: jobsRouter(services),
    secrets: secretsRouter(services, purging, stamps),
    maintenance: maintenanceRouter(services, maintenance, restart),
    bundles: bundlesRouter(bundling, mailbox),
    memory: memoryRouter(services, memory),
    terms: termsRouter(services, termbase),
    settings: settingsRouter(services),
    slides: slidesRouter(services),
    events: eventsRouter(services),
  })
}
