import { uuidv7 } from 'uuidv7'

type ActIds = Readonly<{
  /** The id to send with an act: a retry of the same act carries the same id, so that it is done once. */
  of(act: unknown): string
  /** The act was answered: doing the same again is another act. */
  done(act: unknown): void
}>

/** Keeps the ids of intended acts from their first try until they are answered. An act is told by plain JSON. */
export function createActIds(): ActIds {
  const held = new Map<string, string>()
  return {
    of(act) {
      const written = JSON.stringify(act)
      const id = held.get(written) ?? uuidv7()
      held.set(written, id)
      return id
    },
    done(act) {
      held.delete(JSON.stringify(act))
    },
  }
}
