import type { TrustIndex } from '@trustwright/federation'
import { useMemo } from 'react'
import { useNow } from '../../components/use-now.ts'
import { paths } from '../../paths.ts'
import { AnswerBar } from './parts/answer-bar.tsx'
import { answerTo, type Question } from './questions/question.ts'

const day = 86_400_000

interface AskedBarProps {
  readonly question: Question
  readonly trusts: TrustIndex
  readonly of: 'mine' | 'portal'
  /** More trusts are on their way. */
  readonly isPartial: boolean
  readonly clearHref: string
}

/** The answer to the question that the address asks. */
export function AskedBar({ question, trusts, of, isPartial, clearHref }: AskedBarProps) {
  const now = new Date(useNow(day)).toISOString()
  const answer = useMemo(() => answerTo(question, trusts, now), [question, trusts, now])
  const listHref = (q: string) => paths.trusts({ q, of: of === 'portal' ? of : undefined })
  return (
    <AnswerBar
      answer={answer}
      isPartial={isPartial}
      listHref={listHref(question.query)}
      unreadHref={listHref(question.gap.query)}
      clearHref={clearHref}
    />
  )
}
