import type { TrustIndex } from '@trustwright/federation'
import { useEffect, useRef, useState } from 'react'
import { latestIndex, type IndexedTrusts, type LatestIndex } from './latest-index.ts'
import type { SubscriptionNames } from './model/trust-steps.ts'

/** The trusts taken apart for the map; while newer ones come, those before stay. */
export function useMapIndex(
  trusts: TrustIndex,
  names: SubscriptionNames,
  isGrowing: boolean,
): IndexedTrusts | null {
  const [indexed, setIndexed] = useState<IndexedTrusts | null>(null)
  const latest = useRef<LatestIndex | null>(null)
  useEffect(() => {
    const made = latestIndex(setIndexed)
    latest.current = made
    return () => made.end()
  }, [])
  useEffect(() => {
    if (trusts.rows.length > 0) latest.current?.take({ trusts, names, isGrowing })
  }, [trusts, names, isGrowing])
  return indexed
}
