import type { ParentDetail } from '../../api/parent-queries.ts'
import type { ListedTrust } from '../../components/inventory/listed-trust.ts'
import { mayTry } from '../../components/may-try.ts'

/** What may be done with a trust. Unknown counts as allowed: Azure decides. */
export interface TrustRights {
  readonly mayChange: boolean
  readonly mayDelete: boolean
  /** An administrator could do it; nobody should touch what AKS keeps. */
  readonly mayAsk: boolean
  readonly isKeptByAks: boolean
}

/** `listed`: the trust in the inventory; null where that lacks it or was not read. `detail`: null until it is known. */
export function rightsOf(
  detail: Pick<ParentDetail, 'trustWrite' | 'trustDelete'> | null,
  listed: Pick<ListedTrust, 'parent'> | null,
): TrustRights {
  const managed = listed?.parent?.isAksManaged
  const isKeptByAks = managed?.known === true && managed.value
  const mayWrite = detail === null || mayTry(detail.trustWrite)
  return {
    mayChange: mayWrite && !isKeptByAks,
    mayDelete: (detail === null || mayTry(detail.trustDelete)) && !isKeptByAks,
    mayAsk: !mayWrite && !isKeptByAks,
    isKeptByAks,
  }
}
