import type { FindingSeverity } from '../findings/finding.ts'

/** A role in Azure that a trust opens. */
export interface OpenedRole {
  /** Null where the role's definition could not be read. */
  readonly name: string | null
  /** ARM resource ID of what it is held on. */
  readonly scope: string
  /** Null where nobody could tell. */
  readonly ownerLike: boolean | null
  /** Whether one of its actions or data actions writes; null where nobody could tell. */
  readonly canWrite: boolean | null
}

/** What the table of trusts knows of one row. Null is: not known. Trusts of one parent share its lists. */
export interface TrustFacts {
  readonly key: string
  readonly name: string
  /** As a person reads it: `contoso/pay-api · environment prod`. */
  readonly subject: string
  /** As stored: the subject, or the text of the matching expression. */
  readonly storedSubject: string
  readonly issuer: string
  /** Title of the platform, or `Other`. */
  readonly platform: string
  /** Of a pipeline; null where the trust names none. */
  readonly environment: string | null
  readonly audiences: readonly string[]
  /** Empty where none is stored. */
  readonly description: string
  /** Name of the application or managed identity. */
  readonly identity: string
  /** ARM resource ID, or client ID of the application. */
  readonly identityId: string
  /** Client ID, object ID and ID of the service principal, as far as they were told. */
  readonly ids: readonly string[]
  readonly kind: 'app' | 'mi'
  /** Of a managed identity; these four are empty for an application. The name is empty where nobody told it. */
  readonly subscription: string
  readonly subscriptionId: string
  readonly resourceGroup: string
  readonly location: string
  readonly roles: readonly OpenedRole[] | null
  /** Application permissions and directory roles, by name. */
  readonly grants: readonly string[] | null
  /** ISO 8601, or `never` within the time that the logs were watched. */
  readonly lastUsed: string | null
  /** Worst active finding; `none`: judged, and nothing found. */
  readonly risk: FindingSeverity | 'none' | null
  readonly owners: readonly string[] | null
}
