import { useQuery, useQueryClient } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import type { Review, ReviewDecision, ReviewItem, ReviewLines } from '@trustwright/shared-schemas'
import { useEffect, useRef, useState } from 'react'
import { reviewItemQuery } from '../../../api/review-queries.ts'
import { announce } from '../../../components/announcer.tsx'
import type { ReviewSearch } from '../../../search.ts'
import { decisionWords, sentenceOf } from '../review-words.ts'
import { beside, isRisky, openOrdinal } from './shown-rows.ts'
import { useDecisions } from './use-decisions.ts'

const route = getRouteApi('/reviews/$reviewId')

export type ReviewPane = ReturnType<typeof useReviewPane>

/** The line that is open, and everything a key does to it. */
export function useReviewPane(review: Review, lines: ReviewLines) {
  const { reviewId } = review
  const { filter, item: asked } = route.useSearch()
  const navigate = route.useNavigate()
  const queries = useQueryClient()
  const decisions = useDecisions(reviewId)
  const ordinal = openOrdinal(lines, filter, asked)
  const item = useQuery({ ...reviewItemQuery(reviewId, ordinal ?? 0), enabled: ordinal !== null })
  const next = ordinal === null ? null : beside(lines, filter, { from: ordinal, step: 1 })
  const fields = useFields(item.data)
  const reasonField = useRef<HTMLTextAreaElement>(null)
  const [asksReason, setAsksReason] = useState(false)

  useEffect(() => {
    // What comes next is there when its key is pressed.
    let at = next
    for (let ahead = 0; ahead < 3 && at !== null; ahead += 1) {
      void queries.prefetchQuery(reviewItemQuery(reviewId, at))
      at = beside(lines, filter, { from: at, step: 1 })
    }
  }, [queries, reviewId, lines, filter, next])

  function open(to: number | null, change: Partial<ReviewSearch> = {}) {
    setAsksReason(false)
    void navigate({
      search: (before) => ({ ...before, ...change, item: to === null ? undefined : String(to) }),
      replace: true,
      resetScroll: false,
    })
    const known = to === null ? undefined : queries.getQueryData(reviewItemQuery(reviewId, to).queryKey)
    if (known !== undefined) announce(`${known.ordinal}: ${sentenceOf(known)}`)
  }

  function go(step: 1 | -1) {
    if (ordinal !== null) open(beside(lines, filter, { from: ordinal, step }) ?? ordinal)
  }

  function decide(decision: ReviewDecision) {
    const shown = item.data
    if (shown === undefined || review.state !== 'open') return
    const { note, reason } = fields.values()
    if (decision === 'keep' && isRisky(shown) && reason === '') {
      setAsksReason(true)
      reasonField.current?.focus()
      announce(`Say why it may stay: it has a ${shown.severity} finding.`)
      return
    }
    const following = decisions.decide(shown, { decision, note, reason }, filter)
    announce(decisionWords[decision])
    const leaves = filter === 'undecided' || filter === 'risky'
    open(following ?? (leaves ? null : shown.ordinal))
  }

  return {
    ...decisions,
    asksReason,
    decide,
    fields,
    filter,
    go,
    item,
    open,
    ordinal,
    reasonField,
    setFilter: (to: ReviewSearch['filter']) => open(null, { filter: to }),
    undo() {
      const back = decisions.undo()
      if (back === null) announce('Nothing to take back on this page.')
      else {
        open(back)
        announce('Taken back')
      }
    },
  }
}

/** What is typed about the open line; it begins with what is stored. */
function useFields(item: ReviewItem | undefined) {
  const [typed, setTyped] = useState<{ ordinal: number; reason: string; note: string } | null>(null)
  const stored = { reason: item?.decided?.reason ?? '', note: item?.note ?? '' }
  const now = typed !== null && typed.ordinal === item?.ordinal ? typed : stored
  const change = (part: { readonly reason?: string; readonly note?: string }) => {
    if (item !== undefined) setTyped({ ordinal: item.ordinal, reason: now.reason, note: now.note, ...part })
  }
  return {
    ...now,
    values: () => ({ reason: now.reason.trim(), note: now.note.trim() }),
    setReason: (reason: string) => change({ reason }),
    setNote: (note: string) => change({ note }),
  }
}
