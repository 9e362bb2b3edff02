import { answer, operations } from '../binding/operations.ts'
import { mayWork } from '../binding/signed-in.ts'
import type { BundleServices } from './bundle-services.ts'
import { exchangesNow } from './exchange-view.ts'
import { exportStories } from './exporting.ts'
import { inviteMember, takeInvitation } from './invitations.ts'
import type { Mailbox } from './mailbox.ts'
import { mailboxPlaces } from './mailbox-places.ts'
import { inspectBundle, openStories, withGrant } from './opening.ts'

/** `contract/bundles.ts`: stories as files, invitations, and the shared folder that serves as a mailbox. */
export function bundlesRouter(services: BundleServices, mailbox: Mailbox) {
  const { bundles } = operations
  return {
    export: bundles.export.handler(async ({ input, context }) =>
      answer(await exportStories(services, context, input)),
    ),
    inspect: bundles.inspect.handler(async ({ input }) => answer(await inspectBundle(services, input.grant))),
    open: bundles.open.handler(async ({ input, context }) =>
      answer(await openStories(services, context, input)),
    ),
    invite: bundles.invite.handler(async ({ input, context }) =>
      answer(await inviteMember(services, context, input)),
    ),
    join: bundles.join.handler(async ({ input }) =>
      answer(await withGrant(services, input.grant, async (bundle) => takeInvitation(services, bundle))),
    ),
    exchanges: bundles.exchanges.handler(() => exchangesNow(services)),
    mailbox: bundles.mailbox.handler(() => mailbox.view()),
    mailboxPlaces: bundles.mailboxPlaces.handler(() => [...mailboxPlaces()]),
    setMailbox: bundles.setMailbox.handler(async ({ input, context }) =>
      answer(await mailbox.set(context, input)),
    ),
    exchangeNow: bundles.exchangeNow.handler(({ context }) => {
      answer(mayWork(services, context))
      return mailbox.exchange()
    }),
  }
}
