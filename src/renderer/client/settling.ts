/** A caret that rests this long after typing counts as done with its block for now (SEC1). */
const restMilliseconds = 2000

export type Settling = Readonly<{
  typed(): void
  caretIn(block: string | null): void
  close(): void
}>

/** Asks for the judgement of typed text (SEC1) when the caret leaves a block that was typed in, or rests. */
export function createSettling(
  options: Readonly<{
    /** Saves what was typed; false when it is not there yet to be judged. */
    beforehand(): Promise<boolean>
    settle(): Promise<void>
  }>,
): Settling {
  let unjudged = false
  let closed = false
  let block: string | null = null
  let timer: ReturnType<typeof setTimeout> | undefined

  async function judge(): Promise<void> {
    clearTimeout(timer)
    if (!unjudged) return
    unjudged = false
    // Not judged is not lost: the workspace holds the document back, and the next pause asks again.
    if (!(await saveAndSettle())) askLater()
  }

  async function saveAndSettle(): Promise<boolean> {
    try {
      if (!(await options.beforehand())) return false
      await options.settle()
      return true
    } catch {
      return false
    }
  }

  function askLater(): void {
    unjudged = true
    clearTimeout(timer)
    if (!closed) timer = setTimeout(judge, restMilliseconds)
  }

  return {
    typed: askLater,
    caretIn(next) {
      const left = next !== block
      block = next
      if (left) void judge()
    },
    close() {
      closed = true
      clearTimeout(timer)
    },
  }
}
