import { type ComponentType, lazy } from 'react'
import { pause } from '../client/timing.ts'

type Loaded<Props> = Readonly<{ default: ComponentType<Props> }>

const waiting: (() => Promise<unknown>)[] = []

/**
 * A component that the first screen does not need: its code is fetched when it is first shown, or before that by
 * `fetchRest`. A workspace that is just restarting is asked again, so this never fails.
 */
export function later<Props extends object>(load: () => Promise<ComponentType<Props>>) {
  let loading: Promise<Loaded<Props>> | undefined
  const fetchOnce = () => {
    loading ??= untilLoaded(load)
    return loading
  }
  waiting.push(fetchOnce)
  return lazy(fetchOnce)
}

/** Once the first screen is drawn: fetches in quiet moments, one after another, what nobody has asked for yet. */
export async function fetchRest(): Promise<void> {
  await new Promise<void>((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    await new Promise<void>((resolve) => requestIdleCallback(() => resolve(), { timeout: 2_000 }))
    await next()
  }
}

async function untilLoaded<Props>(load: () => Promise<ComponentType<Props>>): Promise<Loaded<Props>> {
  for (;;) {
    try {
      return { default: await load() }
    } catch {
      await pause(1_000, AbortSignal.any([]))
    }
  }
}
