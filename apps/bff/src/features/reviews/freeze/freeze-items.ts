import type { Transaction } from '../../../db/in-transaction.ts'
import { reviewItem } from '../../../db/schema-reviews.ts'
import type { Chosen } from './choose-trusts.ts'
import { readFrozenFacts } from './frozen-facts.ts'
import { portionsOf } from './portions.ts'

/**
 * Keeps the chosen trusts with everything that a decision rests on, as it stands now, some hundred at a time. One that went
 * meanwhile is left out. Answers how many they are.
 */
export async function freezeItems(
  tx: Transaction,
  at: { readonly reviewId: string; readonly tenantId: string; readonly now: Date },
  { owner, trusts }: Pick<Chosen, 'owner' | 'trusts'>,
): Promise<number> {
  const { now, reviewId, tenantId } = at
  let frozen = 0
  for (const some of portionsOf(trusts)) {
    const keys = some.map(({ key }) => key)
    const facts = await readFrozenFacts(tx, { now, tenantId, owner }, keys)
    const rows = some.flatMap(({ key, severity }) => {
      const ofIt = facts.get(key)
      if (ofIt === undefined) return []
      frozen += 1
      return [{ ...ofIt, reviewId, ordinal: frozen, severity }]
    })
    if (rows.length > 0) await tx.insert(reviewItem).values(rows)
  }
  return frozen
}
