import type { KnownIdentity, OtherParent } from '@trustwright/federation'
import type { Identity, TrustParent } from '@trustwright/shared-schemas'
import { mostAlike } from './most-alike.ts'
import { parentKey, type Scope, type Tenant, type TenantTrust } from './scope.ts'
import { filtered, type Slices } from '../../lib/slices.ts'

export interface CaseNames {
  /** Whom the workload signs in as, where that was chosen. */
  readonly asked: TrustParent | null
  /** Where an identity may be named by its client ID. */
  readonly text: string
  readonly claims: readonly string[]
}

/**
 * Every trust of the tenant, or those of one identity where it is asked for or the text names its client ID alone. The
 * others then tell whether the right trust stands on another identity. In slices: a tenant may have 50,000.
 */
export function* scopeOf({ trusts, identities }: Tenant, { asked, text, claims }: CaseNames): Slices<Scope> {
  const named = asked ?? (yield* parentNamedIn(text, trusts, identities))
  const known = identities.map(knownIdentity)
  if (named === null)
    return {
      trusts: yield* mostAlike(trusts, claims),
      parent: null,
      others: [],
      identities: known,
      total: trusts.length,
    }
  const key = parentKey(named)
  const own = yield* filtered(trusts, ({ stored }) => parentKey(stored.parent) === key)
  const ours = new Set(own)
  const rest = yield* filtered(trusts, (trust) => !ours.has(trust))
  const identity = identities.find((one) => parentKey({ kind: 'managedIdentity', ...one }) === key)
  const parentName = named.kind === 'application' ? named.appId : named.identityName
  return {
    trusts: own,
    parent: {
      parent: named,
      name: own[0]?.parentName ?? parentName,
      clientId: named.kind === 'application' ? named.appId : (identity?.clientId ?? null),
      isNamed: asked === null,
    },
    others: byParent(yield* mostAlike(rest, claims), identities),
    identities: known,
  }
}

const guid = /\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/gi

/** The one identity or application whose client ID stands in the text. */
function* parentNamedIn(
  text: string,
  trusts: readonly TenantTrust[],
  identities: readonly Identity[],
): Slices<TrustParent | null> {
  const ids = new Set((text.match(guid) ?? []).slice(0, 50).map((id) => id.toLowerCase()))
  if (ids.size === 0) return null
  const found = new Map<string, TrustParent>()
  for (const { clientId, subscriptionId, resourceGroup, identityName } of identities) {
    if (!ids.has(clientId.toLowerCase())) continue
    const parent = { kind: 'managedIdentity', subscriptionId, resourceGroup, identityName } as const
    found.set(parentKey(parent), parent)
  }
  const isNamed = ({ stored: { parent } }: TenantTrust) =>
    parent.kind === 'application' && ids.has(parent.appId.toLowerCase())
  for (const { stored } of yield* filtered(trusts, isNamed))
    found.set(parentKey(stored.parent), stored.parent)
  const [only] = found.values()
  return found.size === 1 && only !== undefined ? only : null
}

function byParent(trusts: readonly TenantTrust[], identities: readonly Identity[]): readonly OtherParent[] {
  const clientIds = new Map(
    identities.map((one) => [parentKey({ kind: 'managedIdentity', ...one }), one.clientId]),
  )
  const groups = Map.groupBy(trusts, ({ stored }) => parentKey(stored.parent))
  return Array.from(groups, ([key, group]) => {
    const [first] = group
    const parent = first?.stored.parent
    const clientId = parent?.kind === 'application' ? parent.appId : clientIds.get(key)
    return {
      ...(first === undefined ? {} : { name: first.parentName }),
      ...(clientId === undefined ? {} : { clientId }),
      trusts: group,
    }
  })
}

function knownIdentity({ identityName, clientId, principalId, resourceId }: Identity): KnownIdentity {
  return { name: identityName, clientId, principalId, resourceId }
}
