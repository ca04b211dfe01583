import type { TrustFacts } from '@trustwright/federation'
import { readScope } from '../../../components/access/scope-words.ts'
import type { SubscriptionNames } from '../model/trust-steps.ts'
import { ownerQuestion, type Question } from './question.ts'

/** One question for each subscription that is known of; those with most owners from outside first. */
export function ownerQuestions(rows: readonly TrustFacts[], names: SubscriptionNames): readonly Question[] {
  const owners = new Map<string, number>([...names.keys()].map((id) => [id, 0]))
  for (const { roles } of rows) {
    for (const { scope, ownerLike } of roles ?? []) {
      const { kind, subscriptionId } = readScope(scope)
      if (subscriptionId === null) continue
      const id = subscriptionId.toLowerCase()
      const counts = ownerLike === true && kind === 'subscription'
      owners.set(id, (owners.get(id) ?? 0) + (counts ? 1 : 0))
    }
  }
  return [...owners]
    .toSorted(([one, a], [other, b]) => b - a || (one < other ? -1 : 1))
    .map(([id]) => ownerQuestion(id, names.get(id) ?? id))
}
