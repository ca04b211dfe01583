import { paths, type TrustKey } from '../../paths.ts'

/** The trust's page. `created`: right after it was stored, when it says what to do next. */
export function trustAddress(key: TrustKey, { created = false } = {}): string {
  return paths.trust(key, created ? { created: '1' } : {})
}

/** The way back up: the list, then the identity or application. `name` is null until it is known. */
export function trustCrumbs({ parent }: TrustKey, name: string | null) {
  return parent.kind === 'application'
    ? [
        { text: 'Applications', href: paths.identities({ kind: 'app' }) },
        { text: name ?? parent.appId, href: paths.parent(parent) },
      ]
    : [
        { text: 'Identities', href: paths.identities({ subscription: parent.subscriptionId }) },
        { text: parent.identityName, href: paths.parent(parent) },
      ]
}
