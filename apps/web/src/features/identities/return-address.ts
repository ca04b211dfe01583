import { safeReturnTo, type IdentityPath } from '@trustwright/shared-schemas'
import { paths, readableQuery } from '../../paths.ts'

/** Where to go with a new identity: back to the page that asked for it, else to the identity's own. */
export function returnAddress(returnTo: string | undefined, identity: IdentityPath): string {
  const wanted = safeReturnTo(returnTo)
  const [path, search = ''] = wanted.split('?', 2)
  if (path !== paths.trustCreate()) return paths.identity(identity, { created: '1' })
  const query = new URLSearchParams(search)
  query.set('subscription', identity.subscriptionId)
  query.set('group', identity.resourceGroup)
  query.set('identity', identity.identityName)
  return `${path}?${readableQuery(query)}`
}
