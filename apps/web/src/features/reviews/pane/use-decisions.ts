import { useQueryClient } from '@tanstack/react-query'
import type { ReviewDecision, ReviewItem } from '@trustwright/shared-schemas'
import { useRef, useState } from 'react'
import {
  decideReviewItem,
  renewReviewItem,
  reviewItemQuery,
  reviewLinesQuery,
} from '../../../api/review-queries.ts'
import { countStoring } from '../storing.ts'
import { beside, withDecision, type ReviewFilter } from './shown-rows.ts'

interface Decision {
  readonly decision: ReviewDecision | null
  readonly reason: string
  readonly note: string
}

interface Done {
  readonly ordinal: number
  readonly before: Decision
}

export interface Refused {
  readonly ordinal: number
  readonly error: unknown
}

export interface Decisions {
  /** Stores in the order of the keys; the page need not wait for it. */
  /** Answers the line of the filter that comes next; null where there is no other. */
  readonly decide: (item: ReviewItem, wanted: Decision, filter: ReviewFilter | undefined) => number | null
  /** Takes the last one back; answers its line, or null where there is none. */
  readonly undo: () => number | null
  /** Takes a trust that changed into the review as it is now, without the decision about its form before. */
  readonly renew: (item: ReviewItem) => void
  /** Line that is being renewed; null for none. */
  readonly renewing: number | null
  readonly refused: Refused | null
  readonly dismiss: () => void
}

/** Writes over the line as it was at `version`. */
type Write = (version: number) => Promise<ReviewItem>

/** Side by side; those about one trust stay in their order. */
const lanes = 3

/** Decisions of this page on their way to the portal. What was refused is shown as it is stored. */
export function useDecisions(reviewId: string): Decisions {
  const queries = useQueryClient()
  const [refused, setRefused] = useState<Refused | null>(null)
  const [renewing, setRenewing] = useState<number | null>(null)
  const lines = useRef<readonly Promise<void>[]>([])
  const done = useRef<Done[]>([])
  // What this page stored itself is no surprise to it.
  const versions = useRef(new Map<number, number>())

  function show(ordinal: number, decision: ReviewDecision | null) {
    const { queryKey } = reviewLinesQuery(reviewId)
    // One that is on its way is older than this.
    void queries.cancelQueries({ queryKey })
    queries.setQueryData(queryKey, (lines) => lines && withDecision(lines, ordinal, decision))
  }

  async function store(ordinal: number, seen: number, write: Write) {
    try {
      const version = Math.max(versions.current.get(ordinal) ?? 0, seen)
      const stored = await write(version)
      versions.current.set(ordinal, stored.version)
      queries.setQueryData(reviewItemQuery(reviewId, ordinal).queryKey, stored)
      show(ordinal, stored.decided?.decision ?? null)
    } catch (error) {
      setRefused({ ordinal, error })
      // It may have been stored, or somebody else was quicker: what is there tells.
      await Promise.all([
        queries.invalidateQueries({ queryKey: reviewItemQuery(reviewId, ordinal).queryKey }),
        queries.invalidateQueries({ queryKey: reviewLinesQuery(reviewId).queryKey }),
      ])
    }
  }

  function send(ordinal: number, seen: number, write: Write): Promise<void> {
    const lane = ordinal % lanes
    const before = lines.current[lane]
    countStoring(queries, reviewId, 1)
    const stored = (async () => {
      await before
      await store(ordinal, seen, write)
      countStoring(queries, reviewId, -1)
    })()
    lines.current = Array.from(
      { length: lanes },
      (_, at) => (at === lane ? stored : lines.current[at]) ?? Promise.resolve(),
    )
    return stored
  }

  const deciding = (ordinal: number, wanted: Decision) => (version: number) =>
    decideReviewItem(reviewId, ordinal, { version, ...wanted })

  return {
    renewing,
    renew({ now, ordinal, version: seen }) {
      if (now === null || renewing !== null) return
      const { fingerprint } = now
      // What is taken back now was about its form before.
      done.current = done.current.filter((each) => each.ordinal !== ordinal)
      setRenewing(ordinal)
      void send(ordinal, seen, (version) =>
        renewReviewItem(reviewId, ordinal, { version, fingerprint }),
      ).finally(() => setRenewing(null))
    },
    refused,
    dismiss: () => setRefused(null),
    decide(item, wanted, filter) {
      const { decided, note, ordinal } = item
      done.current.push({
        ordinal,
        before: { decision: decided?.decision ?? null, reason: decided?.reason ?? '', note },
      })
      show(ordinal, wanted.decision)
      void send(ordinal, item.version, deciding(ordinal, wanted))
      // Keys may come faster than the page is drawn: what it was drawn from leads back to lines that are decided.
      const lines = queries.getQueryData(reviewLinesQuery(reviewId).queryKey)
      return lines === undefined ? null : beside(lines, filter, { from: ordinal, step: 1 })
    },
    undo() {
      const last = done.current.pop()
      if (last === undefined) return null
      show(last.ordinal, last.before.decision)
      void send(last.ordinal, 0, deciding(last.ordinal, last.before))
      return last.ordinal
    },
  }
}
