import { safeReturnTo, type TrustParent } from '@trustwright/shared-schemas'
import { parentSearch, paths, readableQuery } from '../../paths.ts'

/** Parts of an address that choose what a trust goes on; `parent` is the side that was open. */
const choices = ['subscription', 'group', 'identity', 'application', 'parent']

/** Where to go with a new identity or application: back to the form that asked for it, else to its own page. */
export function returnAddress(returnTo: string | undefined, made: TrustParent): string {
  const [path = '', search = ''] = safeReturnTo(returnTo).split('?', 2)
  if (path !== paths.trustForm() && path !== paths.patternCreate()) {
    return paths.parent(made, { created: '1' })
  }
  const query = new URLSearchParams(search)
  for (const name of choices) query.delete(name)
  for (const [name, value] of Object.entries(parentSearch(made))) query.set(name, value ?? '')
  return `${path}?${readableQuery(query)}`
}
