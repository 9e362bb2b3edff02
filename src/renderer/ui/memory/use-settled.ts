import { useEffect, useState } from 'react'

/** The value once it has rested for so many milliseconds; with none to wait for, the value as it is. */
export function useSettled<Value>(value: Value, milliseconds: number): Value {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), milliseconds)
    return () => clearTimeout(timer)
  }, [value, milliseconds])
  return milliseconds === 0 ? value : settled
}
