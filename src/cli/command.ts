import type { ParseArgsConfig } from 'node:util'
import type { Failure } from '#contract/failures.ts'
import type { Result } from '#domain/result.ts'
import type { Connection } from './client.ts'
import type { ConnectionOptions } from './connection.ts'
import type { Sentences } from './sentences.ts'

/** What a command answers: data for `--json`, lines for a person. `failed` ends the program with 1. */
export type Report = Readonly<{ data: unknown; lines: readonly string[]; failed?: boolean }>

export type CommandInput = Readonly<{
  positionals: readonly string[]
  values: Readonly<Record<string, string | boolean | undefined>>
  workspace: string
  sentences: Sentences
  /** Connects to the workspace: its running owner, or this process. */
  connect(options?: ConnectionOptions): Promise<Result<Connection, Failure>>
  /** Says something before the command ends; silent with `--json`. */
  progress(line: string): void
}>

export type Command = Readonly<{
  usage: string
  options?: ParseArgsConfig['options']
  /** Fewest and most positional words. */
  positionals: readonly [number, number]
  run(input: CommandInput): Promise<Result<Report, Failure>>
}>
