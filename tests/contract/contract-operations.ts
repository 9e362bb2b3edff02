import { isContractProcedure } from '@orpc/contract'
import type { z } from 'zod'
import { contract } from '#contract/contract.ts'

/** An operation of the contract under its name, such as `articles.create`, and what it takes. */
export type Operation = Readonly<{ name: string; input: z.ZodType | undefined }>

/** All operations of the contract; a new one appears here by itself. */
export const operations: readonly Operation[] = Object.entries(contract).flatMap(([part, all]) =>
  Object.entries(all).map(([word, procedure]) => {
    const name = `${part}.${word}`
    if (!isContractProcedure(procedure)) throw new Error(`${name} is no operation`)
    return { name, input: procedure['~orpc'].inputSchema as z.ZodType | undefined }
  }),
)

type Asked = (input?: unknown) => Promise<unknown>

/** An operation of a client, by its name in the contract. */
export function byName(client: unknown, name: string): Asked {
  const [part = '', word = ''] = name.split('.')
  return (client as Record<string, Record<string, Asked>>)[part]?.[word] as Asked
}
