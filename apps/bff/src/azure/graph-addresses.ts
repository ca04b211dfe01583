import { quoted } from './graph-client.ts'

/** By application ID, the key that people know; https://learn.microsoft.com/graph/api/application-get */
export function applicationAddress(appId: string, version: 'v1.0' | 'beta' = 'v1.0'): string {
  return `/${version}/applications(appId=${encodeURIComponent(quoted(appId))})`
}

export function principalAddress(appId: string): string {
  return `/v1.0/servicePrincipals(appId=${encodeURIComponent(quoted(appId))})`
}

/**
 * In beta, since v1.0 leaves out the expression of a flexible credential, and has broken off lists that hold one
 * (https://github.com/Azure/azure-workload-identity/issues/373).
 */
export function credentialsAddress(appId: string): string {
  return `${applicationAddress(appId, 'beta')}/federatedIdentityCredentials`
}

/** One credential, by its name or ID. */
export function credentialAddress(appId: string, key: string): string {
  return `${credentialsAddress(appId)}/${encodeURIComponent(key)}`
}
