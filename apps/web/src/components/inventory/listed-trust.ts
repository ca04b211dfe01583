import {
  accessFactsOf,
  placeFactsOf,
  toTrustFacts,
  type AccessFacts,
  type PlaceFacts,
  type TrustFacts,
} from '@trustwright/federation'
import type { InventoryParentRow } from '@trustwright/shared-schemas'
import type { Mark } from './finding-marks.ts'
import { accessOf, type ParentAccess } from './parent-access.ts'
import type { TrustRow } from './trust-row.ts'

const day = 86_400_000
const longUnusedDays = 90

/** Azure tells of a whole identity when it last signed in: with several trusts nobody knows by which of them. */
export interface ListedUse {
  /** Null: never, as far as Azure's report goes back. */
  readonly at: string | null
  readonly trusts: number
}

/** A trust with everything that the list shows of it. */
export interface ListedTrust extends TrustRow {
  /** What it took from its parent; undefined where that has not come, or could not be read. */
  readonly view: ParentView | undefined
  readonly parent: InventoryParentRow | null
  readonly access: ParentAccess | null
  /** Null where it is not known. */
  readonly use: ListedUse | null
  readonly owners: readonly string[] | null
  /** Null: judged, and nothing found; undefined: not judged. */
  readonly mark: Mark | null | undefined
  readonly facts: TrustFacts
}

/** What a parent tells of each of its trusts, worked out once. */
export interface ParentView {
  readonly parent: InventoryParentRow
  readonly access: ParentAccess
  readonly use: ListedUse | null
  readonly owners: readonly string[] | null
  readonly facts: AccessFacts & PlaceFacts & Pick<TrustFacts, 'lastUsed'>
}

/** `now` in milliseconds; `trusts`: how many are stored on it. */
export function viewOfParent(
  parent: InventoryParentRow,
  names: ReadonlyMap<string, string>,
  { trusts, now }: { readonly trusts: number; readonly now: number },
): ParentView {
  const { lastSignInAt } = parent
  const access = accessOf(parent, names)
  const use = lastSignInAt.known ? { at: lastSignInAt.value, trusts } : null
  const owners = parent.owners.known ? parent.owners.value.map(({ displayName }) => displayName) : null
  return {
    parent,
    access,
    use,
    owners,
    facts: {
      ...accessFactsOf(parent),
      ...placeFactsOf(parent, parent.key),
      lastUsed: use === null ? null : lastUsedFact(use, now),
    },
  }
}

/** A use that is long ago holds for every trust; a recent one of several for none of them in particular. */
function lastUsedFact({ at, trusts }: ListedUse, now: number): string | null {
  if (at === null) return 'never'
  return trusts === 1 || now - Date.parse(at) >= longUnusedDays * day ? at : null
}

/** One row of the list. `mark` is null where nothing was found, undefined where nothing was judged. */
export function toListed(
  row: TrustRow,
  view: ParentView | undefined,
  mark: Mark | null | undefined,
): ListedTrust {
  const { trust, words } = row
  return {
    ...row,
    view,
    parent: view?.parent ?? null,
    access: view?.access ?? null,
    use: view?.use ?? null,
    owners: view?.owners ?? null,
    mark,
    facts: toTrustFacts(
      {
        key: row.trustKey,
        name: trust.name,
        issuer: trust.issuer,
        subject: trust.subject,
        expression: trust.expression,
        audiences: trust.audiences,
        description: trust.description,
        words,
      },
      {
        ...(view?.facts ?? {
          ...accessFactsOf(undefined),
          ...placeFactsOf(undefined, row.parentKey),
          lastUsed: null,
        }),
        identity: row.identityName,
        identityId: row.appId ?? row.parentKey,
        kind: row.appId === null ? 'mi' : 'app',
        risk: mark === undefined ? null : (mark?.severity ?? 'none'),
      },
    ),
  }
}
