import type { DraftBody, SetUpItem } from '@trustwright/shared-schemas'
import { useParentRoom } from '../../../components/parent/use-parent-room.ts'
import { trustWords } from '../../../components/trust-words.ts'
import { useCloud } from '../../../components/use-cloud.ts'

/** How many trusts of the same workload the chosen identity has now: the reason why it was offered. */
export function useTrustsOfWorkload({ parent }: DraftBody, { trusts: [wanted] }: SetUpItem): number {
  const cloud = useCloud()
  const { trusts } = useParentRoom(parent?.kind === 'existing' ? parent.parent : null)
  if (wanted === undefined) return 0
  const { workload } = trustWords({ issuer: wanted.issuer, subject: wanted.subject ?? null }, cloud)
  return trusts.filter((trust) => trustWords(trust, cloud).workload === workload).length
}
