import type { BoardRow } from '#contract/editions.ts'
import { sameArticle } from '#domain/article-diff.ts'
import { articleDocument, type DocumentId } from '#domain/document-id.ts'
import { editionArticle } from '#domain/editions/edition-article.ts'
import { fieldProblems } from '#domain/editions/edition-fields.ts'
import { countField, type FieldCount } from '#domain/editions/field-counting.ts'
import { readMoment } from '#domain/package-moment.ts'
import {
  hasOpenDemand,
  isTakenDown,
  nearestDeadline,
  type Posting,
  postingsOf,
} from '#domain/publications/postings.ts'
import type { Services } from '../services.ts'
import { preparedColumn } from '../store/statements.ts'
import type { EditionServices } from './edition-services.ts'
import type { OpenedEdition } from './opened-edition.ts'

export type State = BoardRow['state']
type Facts = Pick<BoardRow, 'made' | 'posted' | 'due' | 'approvedRevision' | 'approvedAt' | 'workflow'>
export type Standing = Facts &
  Readonly<{ state: State; action: BoardRow['action']; counters: readonly FieldCount[] }>

const actions: Readonly<Record<State, BoardRow['action']>> = {
  missing: 'create',
  held: 'judge',
  internal: 'none',
  sourceNotApproved: 'approveSource',
  incomplete: 'write',
  tooLong: 'shorten',
  stale: 'refresh',
  notApproved: 'submit',
  inReview: 'approve',
  returned: 'submit',
  newerUnapproved: 'submit',
  embargoed: 'none',
  ready: 'make',
  made: 'post',
  posted: 'none',
  due: 'settle',
  takenDown: 'none',
}

export function actionIn(state: State): BoardRow['action'] {
  return actions[state]
}

/** How an edition stands, and the one next thing to do. */
export function standingOfEdition(services: EditionServices, opened: OpenedEdition): Standing {
  const facts = factsOf(services, opened.document, opened.channel.id, opened.name)
  const counters = opened.content.fields.flatMap(({ field, text }) => countField(opened.channel, field, text))
  const state = firstOf(services, opened, facts, counters)
  return { ...facts.told, state, action: actions[state], counters }
}

type Known = Readonly<{ told: Facts; posting: Posting | undefined }>

/** Packages and postings of one channel and language of a story. */
export function factsOf(
  { records, store }: Pick<EditionServices, 'records' | 'store'>,
  document: DocumentId,
  channel: string,
  { article, language }: Readonly<{ article: string; language: string }>,
): Known {
  const { approved } = records.trustOf(document).standing
  const [posting] = postingsOf(
    records
      .ofDocument(document)
      .filter((each) => !('channel' in each.record) || each.record.channel === channel),
  )
  return {
    posting,
    told: {
      workflow: records.workflowStateOf(document).state,
      approvedRevision: approved?.submission.record.revision ?? null,
      approvedAt: approved?.approval.record.at ?? null,
      made: newestPackage(store.read, article, channel, language),
      posted: posting
        ? { record: posting.signed.hash, at: posting.signed.record.postedAt, url: posting.signed.record.url }
        : null,
      due: posting ? nearestDeadline(posting) : null,
    },
  }
}

/** The most pressing of what can be said. */
function firstOf(
  services: EditionServices,
  opened: OpenedEdition,
  { told, posting }: Known,
  counters: readonly FieldCount[],
): State {
  const { document, channel, content, source, name } = opened
  if (isHeld(services.store.read, [document, articleDocument(name.article)])) return 'held'
  const metadata = source?.source.article.metadata
  if (metadata?.internal) return 'internal'
  if (posting && hasOpenDemand(posting)) return 'due'
  if (told.workflow === 'inReview' || told.workflow === 'conflict') return 'inReview'
  if (content.fields.some(({ field, text }) => fieldProblems(channel.kind, field, text).length > 0))
    return 'incomplete'
  if (counters.some(({ level }) => level === 'tooLong')) return 'tooLong'
  if (opened.stale.length > 0) return 'stale'
  if (!source || !services.records.trustOf(source.document).standing.approved) return 'sourceNotApproved'
  if (told.workflow === 'returned') return 'returned'
  if (told.approvedRevision === null) return 'notApproved'
  const kept = services.documents.revision(told.approvedRevision)
  if (!kept.ok || !sameArticle(kept.value, editionArticle(content))) return 'newerUnapproved'
  const embargo = metadata?.embargo ?? ''
  const until = embargo === '' ? 0 : (readMoment(embargo, channel.utcOffset) ?? Number.POSITIVE_INFINITY)
  return leavingState(told, posting, until > services.clock.now())
}

/** Of an approved text that nothing stands in the way of. */
export function leavingState(told: Facts, posting: Posting | undefined, embargoed: boolean): State {
  const isCurrent = posting !== undefined && posting.signed.record.revision === told.approvedRevision
  if (isCurrent) return isTakenDown(posting) ? 'takenDown' : 'posted'
  if (embargoed) return 'embargoed'
  const isMade = told.made !== null && !told.made.preview && told.made.at >= (told.approvedAt ?? 0)
  return isMade ? 'made' : 'ready'
}

/** A stamp in the text or in its article holds it back (SEC1). */
export function isHeld(db: Services['store']['read'], documents: readonly string[]): boolean {
  const held = preparedColumn<[string, string], number>(
    db,
    `SELECT EXISTS (SELECT 1 FROM stamp_hits WHERE document = ? AND state = 'open')
         OR EXISTS (SELECT 1 FROM purges WHERE document = ?)`,
  )
  return documents.some((document) => Number(held.get(document, document)) === 1)
}

function newestPackage(
  db: Services['store']['read'],
  article: string,
  channel: string,
  language: string,
): BoardRow['made'] {
  const row = db
    .prepare<[string, string, string], { package: string; at: number; preview: number }>(
      `SELECT id AS package, at, preview FROM packages
       WHERE article = ? AND channel = ? AND EXISTS (SELECT 1 FROM json_each(packages.languages) WHERE value = ?)
       ORDER BY preview, at DESC, id DESC LIMIT 1`,
    )
    .get(article, channel, language)
  return row ? { ...row, preview: row.preview === 1 } : null
}
