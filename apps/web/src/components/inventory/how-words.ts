import type { InventoryScan } from '@trustwright/shared-schemas'

/**
 * How the trusts of managed identities were read, as a sentence, once a pass is over: that decides how long it takes. Null where
 * there is nothing to tell.
 */
export function howWords({ identitiesBy, identitiesFound, state }: InventoryScan): string | null {
  const isOver = state === 'finished' || state === 'stopped'
  if (!isOver || identitiesBy === null || identitiesFound === 0) return null
  return identitiesBy === 'list'
    ? 'The trusts of identities came in one list.'
    : 'Identities were asked one by one: Graph’s list of all was refused, broke off or named none.'
}
