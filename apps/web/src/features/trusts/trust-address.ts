import { paths } from '../../paths.ts'
import type { TrustKey } from './trust-queries.ts'

/** The trust's page. `created`: right after it was stored, when it says what to do next. */
export function trustAddress(key: TrustKey, { created = false } = {}): string {
  return created ? `${paths.trust(key)}?created=1` : paths.trust(key)
}

/** The way back up: the subscription's identities, then the identity. */
export function trustCrumbs(key: TrustKey) {
  return [
    { text: 'Identities', href: paths.identities({ subscription: key.subscriptionId }) },
    { text: key.identityName, href: paths.identity(key) },
  ]
}
