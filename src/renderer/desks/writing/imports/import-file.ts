import type { Failure } from '#contract/failures.ts'
import type { ImportPreview } from '#contract/imports.ts'
import { keptBlocks, type Proposal, proposedText } from './proposal.ts'

/** What is being imported: the bytes stay with the browser until they are sent. */
export type GivenFile = Pick<File, 'name' | 'size' | 'lastModified'>

export type ReadStep = Readonly<{
  kind: 'read'
  preview: ImportPreview
  proposal: Proposal
  /** The person had it before their eyes. */
  seen: boolean
  /** Why creating the article was refused; the failure is null where the workspace did not answer. */
  refusal: Readonly<{ failure: Failure | null }> | null
}>
export type ImportStep =
  | Readonly<{ kind: 'waiting' }>
  | Readonly<{ kind: 'sending'; fraction: number }>
  | Readonly<{ kind: 'reading' }>
  | ReadStep
  | Readonly<{ kind: 'creating'; read: ReadStep }>
  | Readonly<{ kind: 'imported'; article: string }>
  | Readonly<{ kind: 'skipped' }>
  | Readonly<{ kind: 'failed'; failure: Failure | null }>

/** One file of an import, from the drop to its article. */
export type ImportFile<Given extends GivenFile = File> = Readonly<{
  key: string
  given: Given
  /** The article it becomes: the same however often creating it is tried. */
  article: string
  step: ImportStep
}>

/** How the list calls a file's state; each has its words in `locales/*\/import.json`. */
export type FileState =
  | 'waiting'
  | 'sending'
  | 'reading'
  | 'ready'
  | 'look'
  | 'ask'
  | 'creating'
  | 'imported'
  | 'skipped'
  | 'failed'
  | 'stamped'

/** Losses of the words themselves, and looks that only a person can judge. */
const toLookAt = new Set([
  'charactersLost',
  'encodingUnsure',
  'tablesFlattened',
  'linesReflowed',
  'textBoxesMoved',
])

function hasTitle(proposal: Proposal): boolean {
  return keptBlocks(proposal).some((block) => block.kind === 'title' && proposedText(block).trim() !== '')
}

function readState({ preview, proposal, seen, refusal }: ReadStep): FileState {
  if (refusal) return refusal.failure?.code === 'secret-stamp' ? 'stamped' : 'failed'
  if (preview.encodingQuestion !== null) return 'ask'
  if (keptBlocks(proposal).length === 0) return 'look'
  const doubtful = !hasTitle(proposal) || preview.warnings.some(({ code }) => toLookAt.has(code))
  return doubtful && !seen ? 'look' : 'ready'
}

export function stateOf({ step }: Pick<ImportFile, 'step'>): FileState {
  switch (step.kind) {
    case 'read':
      return readState(step)
    case 'failed':
      return step.failure?.code === 'secret-stamp' ? 'stamped' : 'failed'
    default:
      return step.kind
  }
}

/** True when the person may create its article now: read, with some text, in an encoding that is known. */
export function mayCreate(step: ImportStep): step is ReadStep {
  return (
    step.kind === 'read' && step.preview.encodingQuestion === null && keptBlocks(step.proposal).length > 0
  )
}

/** Nothing more will happen to it unless the person asks. */
export function isSettled(file: Pick<ImportFile, 'step'>): boolean {
  return file.step.kind === 'imported' || file.step.kind === 'skipped'
}

/** On its way from the disk: what it comes to is not known yet. */
export function isComing({ step }: Pick<ImportFile, 'step'>): boolean {
  return step.kind === 'waiting' || step.kind === 'sending' || step.kind === 'reading'
}

/** What lies in the bytes themselves: reading the same file once more comes to the same. */
const inTheFile: ReadonlySet<string> = new Set([
  'format-unknown',
  'format-damaged',
  'file-empty',
  'file-encrypted',
  'file-too-large',
  'secret-stamp',
])

/** True for a file that was left out, or that stumbled over something which may be over by now. */
export function mayReadAgain({ step }: Pick<ImportFile, 'step'>): boolean {
  if (step.kind === 'skipped') return true
  if (step.kind === 'read' && step.refusal) return !inTheFile.has(step.refusal.failure?.code ?? '')
  return step.kind === 'failed' && !inTheFile.has(step.failure?.code ?? '')
}
