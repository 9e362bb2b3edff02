import { useEffect, useState } from 'react'

/** The time of now, anew each minute: what is shown as "14:02" or "late" stays true. */
export function useMinute(): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 60_000)
    return () => clearInterval(timer)
  }, [])
  return now
}
