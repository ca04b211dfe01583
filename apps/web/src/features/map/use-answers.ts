import type { TrustIndex } from '@trustwright/federation'
import { useEffect, useState } from 'react'
import { answerTo, type Answer, type Question } from './questions/question.ts'

/**
 * Answers, one a turn: a tenant of 40,000 trusts would hold the page up if all came at once. Those to the trusts before stand until
 * then.
 */
export function useAnswers(
  index: TrustIndex,
  questions: readonly Question[],
): (question: Question) => Answer | undefined {
  const [answers, setAnswers] = useState<ReadonlyMap<string, Answer>>(new Map())
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const step = (at: number) => {
      const question = questions[at]
      if (question === undefined) return
      const answer = answerTo(question, index, new Date().toISOString())
      setAnswers((before) => new Map(before).set(question.query, answer))
      timer = setTimeout(() => step(at + 1), 0)
    }
    timer = setTimeout(() => step(0), 0)
    return () => clearTimeout(timer)
  }, [index, questions])
  return ({ query }) => answers.get(query)
}
