import { useEffect, useEffectEvent, useState } from 'react'

/**
 * What is typed, handed on after a pause of `pauseMs` to be put in the address. An address that changes by itself, such
 * as by going back, is taken over.
 */
export function useSearchText(inAddress: string, putInAddress: (text: string) => void, pauseMs: number) {
  const [text, setText] = useState(inAddress)
  const [seen, setSeen] = useState(inAddress)
  const [sent, setSent] = useState(inAddress)
  if (seen !== inAddress) {
    setSeen(inAddress)
    if (inAddress !== sent) setText(inAddress)
    setSent(inAddress)
  }
  const settle = useEffectEvent((typed: string) => {
    if (typed === inAddress) return
    setSent(typed)
    putInAddress(typed)
  })
  useEffect(() => {
    const timer = setTimeout(() => settle(text), pauseMs)
    return () => clearTimeout(timer)
  }, [text, pauseMs])
  return { text, setText }
}
