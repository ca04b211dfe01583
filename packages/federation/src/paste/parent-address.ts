import type { PastedParent } from './paste-reading.ts'
import { decoded } from './addresses/address.ts'
import { guidOf, given } from './values.ts'

const identityPath =
  /\/subscriptions\/(?<subscriptionId>[^/\s]{1,80})\/resource-?groups\/(?<resourceGroup>[^/\s]{1,200})\/providers\/Microsoft\.ManagedIdentity\/userAssignedIdentities\/(?<identityName>[^/?#\s]{1,200})(?:\/federatedIdentityCredentials\/(?<name>[^/?#\s]{1,200}))?/i
const byAppId = /\/applications\(appId='(?<appId>[^']{1,100})'\)/i
const byObjectId = /\/applications\/(?<objectId>[0-9a-f-]{36})(?:\/|$)/i

/** The parent that an address or ID of Azure Resource Manager or Graph names; null without one. */
export function parentOfAddress(address: string): PastedParent | null {
  if (address.length > 3000) return null
  const identity = identityPath.exec(address)?.groups
  if (identity !== undefined) {
    const { subscriptionId = '', resourceGroup = '', identityName = '' } = identity
    return {
      kind: 'managedIdentity',
      ...given({
        subscriptionId: literal(subscriptionId),
        resourceGroup: literal(resourceGroup),
        identityName: literal(identityName),
      }),
    }
  }
  const appId = byAppId.exec(address)?.groups?.['appId']
  if (appId !== undefined) return { kind: 'application', appId: decoded(appId) }
  const objectId = byObjectId.exec(address)?.groups?.['objectId']
  return guidOf(objectId) === undefined || objectId === undefined ? null : { kind: 'application', objectId }
}

/** The name of the trust at the end of such an address. */
export function trustNameOf(address: string): string | undefined {
  if (address.length > 3000) return undefined
  const name =
    identityPath.exec(address)?.groups?.['name'] ??
    /\/federatedIdentityCredentials\(name='([^']{1,300})'\)/i.exec(address)?.[1]
  return name === undefined ? undefined : literal(name)
}

/** A part of an address; undefined for a placeholder such as `{name}` or `$RG`. */
function literal(part: string): string | undefined {
  return /^[$<{]/.test(part) ? undefined : decoded(part)
}
