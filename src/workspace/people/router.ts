import { answer, operations } from '../binding/operations.ts'
import { signedIn } from '../binding/signed-in.ts'
import type { Services } from '../services.ts'
import { createTurns } from '../store/turns.ts'
import { admitMember, viewRequest } from './admitting.ts'
import { createFounder } from './founding.ts'
import { requestToJoin } from './joining.ts'
import { addMember, listMembers, removeMember, renewKey, setRoles } from './members.ts'
import { recoverOwner } from './recovering.ts'

/** The newsroom and who belongs to it: `contract/people.ts`. */
export function peopleRouter(services: Services) {
  const { people } = operations
  const founder = createFounder(services)
  // A repeat that comes while the first try is under way finds what that one made; no key is made over another.
  const { take: inTurn } = createTurns()
  return {
    createNewsroom: people.createNewsroom.handler(async ({ input, context }) =>
      answer(await inTurn(() => founder.create(context, input))),
    ),
    confirmRecovery: people.confirmRecovery.handler(({ input }) => {
      answer(founder.confirm(input.recoveryFile))
      return {}
    }),
    requestToJoin: people.requestToJoin.handler(async ({ input, context }) =>
      answer(await inTurn(() => requestToJoin(services, context, input))),
    ),
    readRequest: people.readRequest.handler(({ input }) => answer(viewRequest(services, input.request))),
    admit: people.admit.handler(({ input, context }) => answer(admitMember(services, context, input))),
    addMember: people.addMember.handler(async ({ input, context }) =>
      answer(await inTurn(() => addMember(services, context, input))),
    ),
    setRoles: people.setRoles.handler(({ input, context }) => answer(setRoles(services, context, input))),
    removeMember: people.removeMember.handler(({ input, context }) =>
      answer(removeMember(services, context, input)),
    ),
    changePin: people.changePin.handler(async ({ input, context }) => {
      const person = answer(signedIn(services, context))
      answer(await services.keys.changePin(person.id, input.current, input.next))
      return {}
    }),
    renewKey: people.renewKey.handler(async ({ input, context }) =>
      answer(await inTurn(() => renewKey(services, context, input))),
    ),
    recoverOwner: people.recoverOwner.handler(async ({ input }) =>
      answer(await inTurn(() => recoverOwner(services, input))),
    ),
    list: people.list.handler(() => listMembers(services)),
  }
}
