import type { EditionView } from '#contract/editions.ts'
import type { EditionField } from '#domain/channels.ts'
import { countChu } from '#domain/counting.ts'
import { articleDocument } from '#domain/document-id.ts'
import { fieldProblems } from '#domain/editions/edition-fields.ts'
import { countField } from '#domain/editions/field-counting.ts'
import { wholePost } from '#domain/editions/whole-post.ts'
import { countSms, unaccented } from '#domain/sms.ts'
import type { Services } from '../services.ts'
import { preparedColumn } from '../store/statements.ts'
import type { OpenedEdition } from './opened-edition.ts'

type ViewServices = Pick<Services, 'store' | 'records'>

/** An edition as the contract tells it: every counter, what is stale, and what the source gives. */
export function viewEdition(services: ViewServices, opened: OpenedEdition): EditionView {
  const { document, name, channel, content, stale } = opened
  const text = textIn(opened)
  return {
    document,
    article: name.article,
    channel: channel.id,
    kind: channel.kind,
    language: name.language,
    version: versionOf(services, opened),
    state: services.records.workflowStateOf(document).state,
    fields: content.fields.map(({ field, text: words }) => ({
      field,
      text: words,
      counters: [...countField(channel, field, words)],
      stale: stale.includes(field),
      offered: opened.offered.find((each) => each.field === field)?.text ?? '',
      problems: [...fieldProblems(channel.kind, field, words)],
    })),
    pictures: picturesOf(opened),
    picturesStale: stale.includes('pictures'),
    whole: wholePost(channel.kind, text),
    forms: channel.kind === 'sms' ? smsForms(text('text')) : [],
    seconds: channel.kind === 'loudspeaker' ? Math.ceil(countChu(text('script')) / channel.pace) : null,
  }
}

/** What an edition says in a field; '' for fields it has not. */
export function textIn({ content }: OpenedEdition): (field: EditionField) => string {
  return (field) => content.fields.find((each) => each.field === field)?.text ?? ''
}

/** How many pictures go along. */
export function pictureRoom({ channel }: OpenedEdition): number {
  if (channel.renditions.length === 0) return 0
  const limits = channel.mediaLimits.filter((limit) => limit.of === 'picture' && limit.unit === 'files')
  return Math.min(...limits.map(({ maximum }) => maximum), Number.POSITIVE_INFINITY)
}

function picturesOf(opened: OpenedEdition): EditionView['pictures'] {
  const room = pictureRoom(opened)
  return opened.content.pictures.map((picture, at) => ({ ...picture, number: at + 1, posted: at < room }))
}

function smsForms(text: string): EditionView['forms'] {
  const forms = [
    { form: 'accented', text },
    { form: 'unaccented', text: unaccented(text) },
  ] as const
  return forms.map((each) => {
    const count = countSms(each.text)
    return { ...each, ...count, forcing: [...count.forcing] }
  })
}

/** Positions in the log and among the records: each only grows, so their sum does. */
function versionOf({ store }: ViewServices, { document, name, source }: OpenedEdition): number {
  const documents = [document, articleDocument(name.article), ...(source ? [source.document] : [])]
  return [...new Set(documents)].reduce((sum, each) => sum + positionOf(store.read, each), 0)
}

export function positionOf(db: Services['store']['read'], document: string): number {
  return Number(
    preparedColumn<[string, string, string], number>(
      db,
      `SELECT max(coalesce((SELECT max(seq) FROM updates WHERE document = ?), 0),
                  coalesce((SELECT seq FROM snapshots WHERE document = ?), 0))
            + coalesce((SELECT max(seq) FROM records WHERE document = ?), 0)`,
    ).get(document, document, document),
  )
}
