import type { BoardRow } from '#contract/editions.ts'
import type { Failure } from '#contract/failures.ts'
import { type Channel, isPortal } from '#domain/channels.ts'
import {
  articleDocument,
  type DocumentId,
  editionDocument,
  editionOf,
  translationOf,
} from '#domain/document-id.ts'
import { hasOpenDemand } from '#domain/publications/postings.ts'
import { type Result, succeed } from '#domain/result.ts'
import { documentsOfStory } from '../documents/log.ts'
import type { EditionServices, PortalStanding } from './edition-services.ts'
import { actionIn, factsOf, leavingState, type State, standingOfEdition } from './edition-standing.ts'
import { openEdition } from './opened-edition.ts'

/** Every channel and language of a story: what stands there, and the one next thing to do. */
export function storyBoard(services: EditionServices, article: string): Result<readonly BoardRow[], Failure> {
  const story = services.documents.read(articleDocument(article))
  if (!story.ok) return story
  const documents = documentsOfStory(services.store.read, article)
  const languages = languagesOf(documents, story.value.metadata.language)
  const portals = services.portalStandings(article)
  return succeed(
    services.channels.flatMap((channel) =>
      isPortal(channel)
        ? portals
            .filter((each) => each.channel === channel.id)
            .map((each) => portalRow(services, channel, article, each))
        : languages
            .filter((language) => channel.languages.includes(language))
            .map((language) => editionRow(services, channel, { article, channel: channel.id, language })),
    ),
  )
}

/** The article's own first, then those that it is translated into or has a text in. */
function languagesOf(documents: readonly DocumentId[], own: string): readonly string[] {
  const others = documents.flatMap(
    (document) => (translationOf(document) ?? editionOf(document))?.language ?? [],
  )
  return [...new Set([own, ...others.sort()])]
}

type Name = Readonly<{ article: string; channel: string; language: string }>

function editionRow(services: EditionServices, channel: Channel, name: Name): BoardRow {
  const document = editionDocument(name)
  const common = { channel: channel.id, kind: channel.kind, names: channel.names, language: name.language }
  const opened = services.documents.exists(document) ? openEdition(services, document) : undefined
  if (!opened?.ok) return { ...common, ...nothing, document: null }
  const { counters, ...standing } = standingOfEdition(services, opened.value)
  return {
    ...common,
    ...standing,
    document,
    counters: counters.filter(({ level }) => level !== 'fits'),
    stale: [...opened.value.stale],
  }
}

const nothing = {
  state: 'missing',
  action: 'create',
  counters: [],
  stale: [],
  workflow: null,
  approvedRevision: null,
  approvedAt: null,
  made: null,
  posted: null,
  due: null,
} satisfies Partial<BoardRow>

function portalRow(
  services: EditionServices,
  channel: Channel,
  article: string,
  portal: PortalStanding,
): BoardRow {
  const { document, language } = portal
  const known = factsOf(services, document, channel.id, { article, language })
  const state = portalState(portal.state, known)
  return {
    channel: channel.id,
    kind: channel.kind,
    names: channel.names,
    language,
    document,
    ...known.told,
    state,
    action: actionIn(state),
    counters: [],
    stale: [],
  }
}

function portalState(state: PortalStanding['state'], { told, posting }: ReturnType<typeof factsOf>): State {
  if (state === 'held' || state === 'internal') return state
  if (posting && hasOpenDemand(posting)) return 'due'
  if (told.workflow === 'inReview' || told.workflow === 'conflict') return 'inReview'
  if (state === 'notApproved') return told.workflow === 'returned' ? 'returned' : 'notApproved'
  if (state === 'ready' || state === 'embargoed') return leavingState(told, posting, state === 'embargoed')
  return state
}
