/** Longer than any recovery file: a film chosen by mistake is not read into memory. */
const mostBytes = 65_536

/** The text of what was chosen as a recovery file. */
export function readRecoveryFile(file: File): Promise<string> {
  return file.slice(0, mostBytes).text()
}
