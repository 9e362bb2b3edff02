import type * as Y from 'yjs'
import type { Run } from '#domain/blocks.ts'
import { readTextRuns, writeTextRuns } from '../text-runs.ts'
import { hasTargetText, targetText } from './translation-roots.ts'

/** The text of a target as it stands; nothing when nobody wrote any. */
export function readTargetRuns(doc: Y.Doc, id: string): readonly Run[] {
  return hasTargetText(doc, id) ? readTextRuns(targetText(doc, id)) : []
}

/** Changes only the letters and marks that differ, so that two people's typing merges. */
export function writeTargetRuns(doc: Y.Doc, id: string, next: readonly Run[]): void {
  writeTextRuns(targetText(doc, id), next)
}
