import { useLocation } from '@tanstack/react-router'
import type { TrustParent } from '@trustwright/shared-schemas'
import { parentSearch } from '../../paths.ts'
import { parseSearch, stringifySearch } from '../../search.ts'
import { useGo } from '../app-link.tsx'
import { parentSearchKeys } from './parent-of-search.ts'

/** Writes the chosen identity or application into the address of the present page; the rest of the address stays. */
export function useParentAddress() {
  const go = useGo()
  const { pathname, searchStr } = useLocation()
  const rest = Object.fromEntries(
    Object.entries(parseSearch(searchStr)).filter(
      ([name]) => !parentSearchKeys.some((known) => known === name),
    ),
  )
  const addressWith = (values: Readonly<Record<string, unknown>>) =>
    pathname + stringifySearch({ ...values, ...rest })
  return {
    pick: (parent: TrustParent) => go(addressWith(parentSearch(parent)), { replace: true }),
    /** Nothing chosen, and that side open. */
    addressOfSide: (side: TrustParent['kind']) =>
      addressWith(side === 'application' ? { parent: 'application' } : {}),
  }
}
