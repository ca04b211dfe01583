export interface FederatedCredential {
  id: string
  parent: CredentialParent
  name: string
  issuer: string
  /** Null on a flexible one. */
  subject: string | null
  claimsMatchingExpression: ClaimsMatchingExpression | null
  audiences: string[]
  /** Applications only. */
  description: string | null
  createdAt: number
}

/** `resourceId` in lower case; `objectId` of the application. */
export type CredentialParent =
  { kind: 'managedIdentity'; resourceId: string } | { kind: 'application'; objectId: string }

export interface ClaimsMatchingExpression {
  value: string
  languageVersion: number
}

/** Value of the index `parent`. */
export function parentKey(parent: CredentialParent): string {
  return parent.kind === 'managedIdentity' ? parent.resourceId : applicationKey(parent.objectId)
}

/** Prefix of the store keys of an application's credentials, lower case. */
export function applicationKey(objectId: string): string {
  return `/applications/${objectId.toLowerCase()}`
}
