import type { CorrectionRecord, PostingRecord, Signed, SignedRecord, TakedownRecord } from '../records.ts'

export type SignedDemand = Signed<CorrectionRecord> | Signed<TakedownRecord>

/** A correction or a take-down as all that was said of it tells. */
export type DemandStanding = Readonly<{
  /** What asked for it. */
  first: SignedDemand
  /** When it was done, in milliseconds since 1970 UTC; null while it is open. */
  doneAt: number | null
  /** Where the correction stands; '' when nobody said. */
  url: string
}>

/** What was posted, with what was asked of it since. */
export type Posting = Readonly<{ signed: Signed<PostingRecord>; demands: readonly DemandStanding[] }>

/** The postings among a document's records, the newest first by when they were posted. */
export function postingsOf(records: readonly SignedRecord[]): readonly Posting[] {
  const demands = records.filter(isDemand)
  return records
    .filter(isPosting)
    .map((signed) => ({ signed, demands: demandsOn(signed.hash, demands) }))
    .sort(
      (left, right) =>
        right.signed.record.postedAt - left.signed.record.postedAt ||
        (left.signed.hash < right.signed.hash ? -1 : 1),
    )
}

function demandsOn(publication: string, demands: readonly SignedDemand[]): readonly DemandStanding[] {
  const here = demands.filter(({ record }) => record.publication === publication)
  const known = new Set(here.map(({ hash }) => hash))
  const opening = here.filter(({ record }) => !record.answers.some((hash) => known.has(hash)))
  return opening
    .map((first) => {
      const group = here.filter(
        (each) => each.hash === first.hash || each.record.answers.includes(first.hash),
      )
      const done = group.flatMap(({ record }) => (record.doneAt === null ? [] : [record.doneAt]))
      const urls = group.flatMap(({ record }) =>
        record.kind === 'correction' && record.url ? [record.url] : [],
      )
      return { first, doneAt: done.length > 0 ? Math.min(...done) : null, url: urls.at(-1) ?? '' }
    })
    .sort((left, right) => left.first.record.askedAt - right.first.record.askedAt)
}

/** When the nearest open demand is to be done; null when none is open, or none has a deadline. */
export function nearestDeadline({ demands }: Posting): number | null {
  const open = demands
    .filter(({ doneAt }) => doneAt === null)
    .flatMap(({ first }) => first.record.deadline ?? [])
  return open.length > 0 ? Math.min(...open) : null
}

export function isTakenDown({ demands }: Posting): boolean {
  return demands.some(({ first, doneAt }) => first.record.kind === 'takedown' && doneAt !== null)
}

export function hasOpenDemand({ demands }: Posting): boolean {
  return demands.some(({ doneAt }) => doneAt === null)
}

export function isPosting(signed: SignedRecord): signed is Signed<PostingRecord> {
  return signed.record.kind === 'publication'
}

function isDemand(signed: SignedRecord): signed is SignedDemand {
  return signed.record.kind === 'correction' || signed.record.kind === 'takedown'
}
