import type { ContractRouterClient } from '@orpc/contract'
import type { Contract } from '#contract/contract.ts'
import type { Failure } from '#contract/failures.ts'
import type { Result } from '#domain/result.ts'

export type Client = ContractRouterClient<Contract>

/** The contract as the command line reaches it: through the running owner, or by owning the workspace itself. */
export type Connection = Readonly<{
  client: Client
  /** Lets a file in; answers its grant. */
  letIn(path: string): Promise<Result<string, Failure>>
  /** A second client with its own signed-in person. */
  another(): Client
  close(): Promise<void>
}>
