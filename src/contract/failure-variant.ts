import type { Failure } from './failures.ts'

/**
 * Which of a failure's several sentences applies (the i18next context of `failures:<code>.what` and `.todo`), or
 * undefined when there is one only.
 */
export function failureVariant(failure: Failure): string | undefined {
  switch (failure.code) {
    case 'folder-unsuitable':
    case 'recovery-file-wrong':
    case 'bundle-refused':
    case 'invitation-wrong':
    case 'join-request-wrong':
    case 'mailbox-unsuitable':
    case 'row-refuses':
    case 'media-damaged':
    case 'render-impossible':
      return failure.facts.reason
    case 'database-damaged':
      return failure.facts.backup === null ? 'noBackup' : 'backup'
    case 'format-damaged':
      return failure.facts.line === null ? 'noLine' : 'line'
    case 'format-unknown':
      return ['picture', 'pdf'].find((detected) => detected === failure.facts.detected)
    case 'render-wrong':
      return failure.facts.what
    case 'pin-wrong':
      return failure.facts.waitSeconds > 0 ? 'wait' : 'again'
    default:
      return undefined
  }
}
