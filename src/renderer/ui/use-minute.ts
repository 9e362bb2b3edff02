import { useEffect, useState } from 'react'

/** The present moment, moved on once a minute: for "3 giờ trước" and overdue marks. */
export function useMinute(): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 60_000)
    return () => clearInterval(timer)
  }, [])
  return now
}
