import { useEffect, useState } from 'react'

/** Azure is asked once the values of a form stand still for so long. */
export const askedAfterMs = 700

/** The value once it has stood still for that long; null until then. Values are compared by their text. */
export function useRested<T>(value: T, restMs: number): T | null {
  const text = JSON.stringify(value)
  const [rested, setRested] = useState<{ text: string; value: T } | null>(null)
  useEffect(() => {
    const timer = setTimeout(() => setRested({ text, value }), restMs)
    return () => clearTimeout(timer)
    // oxlint-disable-next-line react/exhaustive-deps -- `text` stands for the value
  }, [text, restMs])
  return rested?.text === text ? rested.value : null
}
