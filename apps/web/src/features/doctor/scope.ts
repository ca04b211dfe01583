import type { KnownIdentity, KnownTrust, OtherParent } from '@trustwright/federation'
import type { Identity, Trust, TrustParent } from '@trustwright/shared-schemas'

/** A trust of the tenant with what the page needs to show and mend it. */
export interface TenantTrust extends KnownTrust {
  readonly stored: Trust
  /** Of the identity or application. */
  readonly parentName: string
}

/** What this browser has read of the tenant. */
export interface Tenant {
  readonly trusts: readonly TenantTrust[]
  readonly identities: readonly Identity[]
}

/** The trusts that a case is compared with. */
export interface Scope {
  /** Null: nobody is signed in, so none are known. */
  readonly trusts: readonly TenantTrust[] | null
  /** Whom the workload signs in as; null: any of them. */
  readonly parent: {
    readonly parent: TrustParent
    readonly name: string
    readonly clientId: string | null
    /** The text names its client ID; otherwise it was chosen. */
    readonly isNamed?: boolean
  } | null
  readonly others: readonly OtherParent[]
  readonly identities: readonly KnownIdentity[]
  /** The trusts are of a paste: nothing of them can be opened or changed here. */
  readonly isPasted?: boolean
  /** When they were read, in milliseconds since 1970; null where that is not known. */
  readonly readAt?: number | null
  /** How many there are, of which those most alike are compared. */
  readonly total?: number
  /** Places that could not be read: a trust there stays unknown. */
  readonly unreadable?: number
}

export const noTenant: Scope = { trusts: null, parent: null, others: [], identities: [] }

export function tenantTrust(stored: Trust, parentName: string): TenantTrust {
  const { name, issuer, subject, audiences, expression, createdAt } = stored
  return {
    stored,
    parentName,
    name,
    issuer,
    subject,
    audiences,
    ...(typeof expression === 'string' ? { claimsMatchingExpression: expression } : {}),
    ...(createdAt === null ? {} : { createdAt }),
  }
}

/** Trusts that are looked at letter by letter; of a larger tenant, those most alike. */
const mostCompared = 400

/**
 * Every trust of the tenant, or those of one identity where it is asked for or the text names its client ID alone. The
 * others then tell whether the right trust stands on another identity.
 */
export function scopeOf(
  { trusts, identities }: Tenant,
  asked: TrustParent | null,
  text: string,
  claims: readonly string[],
): Scope {
  const named = asked ?? parentNamedIn(text, trusts, identities)
  const known = identities.map(knownIdentity)
  if (named === null)
    return {
      trusts: mostAlike(trusts, claims),
      parent: null,
      others: [],
      identities: known,
      total: trusts.length,
    }
  const key = parentKey(named)
  const own = trusts.filter(({ stored }) => parentKey(stored.parent) === key)
  const rest = trusts.filter(({ stored }) => parentKey(stored.parent) !== key)
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
    others: byParent(mostAlike(rest, claims), identities),
    identities: known,
  }
}

export function parentKey(parent: TrustParent): string {
  const text =
    parent.kind === 'application'
      ? parent.appId
      : `${parent.subscriptionId}/${parent.resourceGroup}/${parent.identityName}`
  return text.toLowerCase()
}

const guid = /\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/gi

/** The one identity or application whose client ID stands in the text. */
function parentNamedIn(
  text: string,
  trusts: readonly TenantTrust[],
  identities: readonly Identity[],
): TrustParent | null {
  const ids = new Set((text.match(guid) ?? []).slice(0, 50).map((id) => id.toLowerCase()))
  if (ids.size === 0) return null
  const found = new Map<string, TrustParent>()
  for (const { clientId, subscriptionId, resourceGroup, identityName } of identities) {
    if (!ids.has(clientId.toLowerCase())) continue
    const parent = { kind: 'managedIdentity', subscriptionId, resourceGroup, identityName } as const
    found.set(parentKey(parent), parent)
  }
  for (const { stored } of trusts) {
    const { parent } = stored
    if (parent.kind === 'application' && ids.has(parent.appId.toLowerCase()))
      found.set(parentKey(parent), parent)
  }
  const [only] = found.values()
  return found.size === 1 && only !== undefined ? only : null
}

/** Those that share the most words with the claims; comparing 50,000 letter by letter would take seconds. */
function mostAlike(trusts: readonly TenantTrust[], claims: readonly string[]): readonly TenantTrust[] {
  if (trusts.length <= mostCompared) return trusts
  const words = new Set(
    claims.flatMap((claim) =>
      claim
        .slice(0, 700)
        .toLowerCase()
        .split(/[:/@.=]+/),
    ),
  )
  words.delete('')
  const wanted = [...words].slice(0, 40)
  const shared = ({ issuer, subject, claimsMatchingExpression }: TenantTrust) => {
    const text = `${issuer ?? ''}\n${subject ?? ''}\n${textOf(claimsMatchingExpression)}`.toLowerCase()
    return wanted.reduce((count, word) => (text.includes(word) ? count + 1 : count), 0)
  }
  return trusts
    .map((trust) => ({ trust, count: shared(trust) }))
    .toSorted((a, b) => b.count - a.count)
    .slice(0, mostCompared)
    .map(({ trust }) => trust)
}

function textOf(expression: KnownTrust['claimsMatchingExpression']): string {
  return typeof expression === 'string' ? expression : ''
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
