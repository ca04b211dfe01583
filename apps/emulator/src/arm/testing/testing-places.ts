import { subscriptions } from '../../seed.ts'
import type { ArmTest, TestCaller } from './testing-client.ts'

/** Addresses of the seeded tenant that tests use, in ARM's usual spelling. */
export const development = `/subscriptions/${subscriptions.development.subscriptionId}`
export const production = `/subscriptions/${subscriptions.production.subscriptionId}`
export const restricted = `/subscriptions/${subscriptions.restricted.subscriptionId}`
export const payGroup = `${development}/resourceGroups/rg-pay-dev`
export const payIdentity = identityPath(payGroup, 'id-pay-deploy-dev')
export const payCredential = `${payIdentity}/federatedIdentityCredentials/pay-api-dev`

export function identityPath(group: string, name: string): string {
  return `${group}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/${name}`
}

export function credentialBody(subject: string): Record<string, unknown> {
  return {
    properties: {
      issuer: 'https://token.actions.githubusercontent.com',
      subject,
      audiences: ['api://AzureADTokenExchange'],
    },
  }
}

let count = 0

/** A name no other test of the file uses. */
export function freshName(prefix: string): string {
  count += 1
  return `${prefix}-${count}`
}

/** Makes an identity of its own for a test; gives its path. */
export async function makeIdentity(
  arm: ArmTest,
  options: { name?: string; location?: string; as?: TestCaller; group?: string } = {},
): Promise<string> {
  const { name = freshName('id-test'), location = 'westeurope', as = 'developer', group = payGroup } = options
  const path = identityPath(group, name)
  const { status } = await arm.call('PUT', path, { as, body: { location } })
  if (status !== 201) throw new Error(`making ${path} answered ${status}`)
  return path
}
