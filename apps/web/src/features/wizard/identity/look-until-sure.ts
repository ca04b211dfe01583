import type { InventoryRow, TrustParent } from '@trustwright/shared-schemas'
import type { FreshTrusts, KnownIdentity } from './fresh-trusts.ts'
import { keyOf, type SuggestedParent } from './rank-parents.ts'

/** What Azure told of a parent just now. `gone`: there is none. `unread`: it told nothing. */
export interface Look {
  readonly parent: TrustParent
  readonly trusts: FreshTrusts['trusts'] | 'gone' | 'unread'
}

interface Offer {
  readonly found: readonly SuggestedParent[]
  readonly rows: readonly InventoryRow[]
}

interface Asked {
  readonly first: readonly TrustParent[]
  readonly offer: (looks: readonly Look[]) => Offer
  readonly look: (parent: TrustParent) => Promise<Look>
}

/** Each asks about a handful at once; more are left to the check that follows a choice. */
const mostRounds = 4

/**
 * Looks at the parents, then at those that are offered and were not looked at yet: the list of identities names a deleted one
 * for a minute more, and what takes its place in the offer was deleted perhaps as well.
 */
export async function lookUntilSure({ first, offer, look }: Asked): Promise<Offer> {
  const looks = await Promise.all(first.map(look))
  for (let round = 0; round < mostRounds; round += 1) {
    const known = new Set(looks.map(({ parent }) => keyOf(parent)))
    const open = offer(looks).found.filter(({ key }) => !known.has(key))
    if (open.length === 0) break
    looks.push(...(await Promise.all(open.map(({ parent }) => look(parent)))))
  }
  return offer(looks)
}

export function freshOf(looks: readonly Look[]): readonly FreshTrusts[] {
  return looks.flatMap(({ parent, trusts }) => (typeof trusts === 'string' ? [] : [{ parent, trusts }]))
}

/** Identities but those that Azure does not have any more. */
export function withoutGone(
  identities: readonly KnownIdentity[],
  looks: readonly Look[],
): readonly KnownIdentity[] {
  const gone = keysOfGone(looks)
  return identities.filter((identity) => !gone.has(keyOf({ ...identity, kind: 'managedIdentity' })))
}

/** The same for trusts that were stored on them. */
export function rowsThatStay(rows: readonly InventoryRow[], looks: readonly Look[]): readonly InventoryRow[] {
  const gone = keysOfGone(looks)
  return rows.filter(({ trust }) => !gone.has(keyOf(trust.parent)))
}

function keysOfGone(looks: readonly Look[]): ReadonlySet<string> {
  return new Set(looks.filter(({ trusts }) => trusts === 'gone').map(({ parent }) => keyOf(parent)))
}
