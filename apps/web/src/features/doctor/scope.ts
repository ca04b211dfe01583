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

export function parentKey(parent: TrustParent): string {
  const text =
    parent.kind === 'application'
      ? parent.appId
      : `${parent.subscriptionId}/${parent.resourceGroup}/${parent.identityName}`
  return text.toLowerCase()
}
