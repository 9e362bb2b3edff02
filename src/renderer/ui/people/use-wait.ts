import { useEffect, useState } from 'react'
import { failureOf } from '../../client/failures.ts'

/** Seconds until another try is allowed after a wrong PIN; counts down by itself. */
export function useWait(error: unknown): number {
  const failure = failureOf(error)
  const seconds = failure?.code === 'pin-wrong' ? failure.facts.waitSeconds : 0
  const [left, setLeft] = useState(0)
  useEffect(() => {
    if (seconds === 0) return setLeft(0)
    const until = performance.now() + seconds * 1000
    const tell = () => setLeft(Math.max(0, Math.ceil((until - performance.now()) / 1000)))
    tell()
    const timer = setInterval(tell, 250)
    return () => clearInterval(timer)
  }, [seconds])
  return left
}
