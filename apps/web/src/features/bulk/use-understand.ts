import type { Cloud } from '@trustwright/federation'
import { useEffect, useState } from 'react'
import type { Understand } from './read-repository.ts'

async function load(cloud: Cloud): Promise<Understand | null> {
  try {
    const { understandPaste } = await import('../../lib/paste-reader.ts')
    return (text) => understandPaste(text, { cloud })
  } catch {
    // Plain names are read without it.
    return null
  }
}

/** Reads addresses in this browser. Null until that part of the page came: it brings a parser of YAML. */
export function useUnderstand(cloud: Cloud): Understand | null {
  const [understand, setUnderstand] = useState<Understand | null>(null)
  useEffect(() => {
    let isCurrent = true
    async function take() {
      const loaded = await load(cloud)
      if (isCurrent) setUnderstand(() => loaded)
    }
    void take()
    return () => {
      isCurrent = false
    }
  }, [cloud])
  return understand
}
