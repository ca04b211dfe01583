import { useEffect, useState } from 'react'

/** A value once it did not change for a moment: what is being typed asks nothing of Azure letter by letter. */
export function useHeldStill<Value>(value: Value, pauseMs: number): Value {
  const [still, setStill] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setStill(value), pauseMs)
    return () => clearTimeout(timer)
  }, [value, pauseMs])
  return still
}
