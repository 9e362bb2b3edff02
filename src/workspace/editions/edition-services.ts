import type { Channel, EditionChannel } from '#domain/channels.ts'
import type { DocumentId, EditionName } from '#domain/document-id.ts'
import type { Services } from '../services.ts'

/** How a text of a portal stands, as the packages know it. */
export type PortalStanding = Readonly<{
  channel: string
  language: string
  document: DocumentId
  state:
    | 'ready'
    | 'notApproved'
    | 'newerUnapproved'
    | 'stale'
    | 'sourceNotApproved'
    | 'embargoed'
    | 'internal'
    | 'held'
}>

/** What editions need beside the workspace's services. */
export type EditionServices = Services &
  Readonly<{
    channels: readonly Channel[]
    portalStandings(article: string): readonly PortalStanding[]
  }>

export function editionChannel(
  { channels }: Readonly<{ channels: readonly Channel[] }>,
  { channel }: Pick<EditionName, 'channel'>,
): EditionChannel | undefined {
  const found = channels.find(({ id }) => id === channel)
  return found && found.kind !== 'portal' ? found : undefined
}
