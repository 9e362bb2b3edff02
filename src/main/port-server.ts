import type { Router } from '@orpc/server'
import { RPCHandler } from '@orpc/server/message-port'
import type { MessagePortMain } from 'electron'
import type { Contract } from '#contract/contract.ts'
import type { ClientContext } from '#workspace/binding/clients.ts'
import { createClients } from '#workspace/binding/clients.ts'
import { reportBugs } from '#workspace/binding/rpc-errors.ts'

type Served = Readonly<{
  router: Router<Contract, ClientContext>
  forgetClient(context: ClientContext): void
}>

/** The contract over message ports, one per connection of a window. */
export function servePorts(workspace: Served, report: (error: unknown) => void) {
  const clients = createClients(workspace.forgetClient)
  const handler = new RPCHandler(workspace.router, { interceptors: [reportBugs(report)] })
  return (window: string, port: MessagePortMain): void => {
    handler.upgrade(port, { context: clients.join(window) })
    port.once('close', () => clients.leave(window))
    port.start()
  }
}
