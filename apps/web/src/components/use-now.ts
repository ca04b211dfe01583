import { useEffect, useState } from 'react'

/** The present moment in milliseconds, moving on every `stepMs`. */
export function useNow(stepMs = 30_000): number {
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), stepMs)
    return () => clearInterval(timer)
  }, [stepMs])
  return now
}
