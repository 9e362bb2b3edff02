/** A caret that rests this long after typing counts as done with its block for now (SEC1). */
const restMilliseconds = 2000

export type Settling = Readonly<{
  typed(): void
  caretIn(block: string | null): void
  close(): void
}>

/** Asks for the judgement of typed text (SEC1) when the caret leaves a block that was typed in, or rests. */
export function createSettling(
  options: Readonly<{ beforehand(): Promise<unknown>; settle(): Promise<void> }>,
): Settling {
  let unjudged = false
  let block: string | null = null
  let timer: ReturnType<typeof setTimeout> | undefined

  async function judge(): Promise<void> {
    clearTimeout(timer)
    if (!unjudged) return
    unjudged = false
    try {
      await options.beforehand()
      await options.settle()
    } catch {
      // Not judged is not lost: the workspace holds the document back, and the next pause asks again.
      unjudged = true
    }
  }

  return {
    typed() {
      unjudged = true
      clearTimeout(timer)
      timer = setTimeout(judge, restMilliseconds)
    },
    caretIn(next) {
      const left = next !== block
      block = next
      if (left) void judge()
    },
    close: () => clearTimeout(timer),
  }
}
