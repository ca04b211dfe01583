import type { TrustIndex } from '@trustwright/federation'
import { mapIndexer, type MapIndex } from './model/map-index.ts'
import type { SubscriptionNames } from './model/trust-steps.ts'

/** The longest stretch of work between two pauses, in which the page draws and answers keys. */
const stretchMs = 12
const slice = 250

/** While trusts still come, a fifth of the time at most goes to taking them apart. */
const restShare = 4

export interface IndexWanted {
  readonly trusts: TrustIndex
  readonly names: SubscriptionNames
  /** More trusts are on their way. */
  readonly isGrowing: boolean
}

export interface IndexedTrusts extends Pick<IndexWanted, 'trusts' | 'names'> {
  readonly index: MapIndex
}

export interface LatestIndex {
  /** Replaces what was wanted before. */
  readonly take: (wanted: IndexWanted) => void
  readonly end: () => void
}

/**
 * Takes trusts apart for the map, in stretches with pauses. While more come, what is begun is brought to its end, so that a
 * tenant that changes all the time is drawn too; the last ones do not wait.
 */
export function latestIndex(onIndexed: (indexed: IndexedTrusts) => void): LatestIndex {
  let current: IndexWanted | null = null
  let next: IndexWanted | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  let isIdle = true
  const begin = () => {
    isIdle = next === null
    if (next === null) return
    const { trusts, names } = next
    current = next
    next = null
    const { index, add } = mapIndexer(trusts.rows, names)
    let busyMs = 0
    const step = () => {
      const start = performance.now()
      let hasMore = true
      while (hasMore && performance.now() - start < stretchMs) hasMore = add(slice)
      busyMs += performance.now() - start
      if (!hasMore) onIndexed({ trusts, names, index })
      timer = hasMore ? setTimeout(step, 0) : setTimeout(begin, restShare * busyMs)
    }
    timer = setTimeout(step, 0)
  }
  return {
    take: (wanted) => {
      const isKnown = wanted.trusts === current?.trusts && wanted.names === current.names
      next = isKnown ? null : wanted
      if (isKnown || (!isIdle && wanted.isGrowing)) return
      clearTimeout(timer)
      begin()
    },
    end: () => clearTimeout(timer),
  }
}
