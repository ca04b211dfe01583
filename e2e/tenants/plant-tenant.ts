import { control } from '../inventory.ts'
import { askArm, readTenant } from '../tenant.ts'

/** About as many trusts. */
export type TenantSize = 0 | 3 | 1000 | 40_000

/** A tenant with findings of every rule, roles, last uses, owners, and the longest names that Azure takes. */
const reviewed = {
  1000: { identities: 330, applications: 120, credentials: 960 },
  40_000: { identities: 15_000, applications: 5000, credentials: 40_000 },
} as const

/** Fills an emulated tenant that nobody has changed yet. */
export async function plantTenant(size: TenantSize): Promise<void> {
  if (size === 0 || size === 3) await control('DELETE', 'trusts')
  if (size === 1000 || size === 40_000) await control('POST', 'review-seed', reviewed[size])
  if (size !== 0) await plantLongest()
}

/** What scripts of somebody else changed since the first reading, for the page that compares. */
export async function changeTenant(size: TenantSize): Promise<void> {
  if (size === 0) return
  const identity = await longIdentity()
  await askArm('DELETE', `${trustOf(identity, 'plain-http')}?${version}`)
  await plantTrust(identity, 'gh-pay-api-prod', { subject: 'repo:contoso/pay-api:ref:refs/heads/main' })
  await plantTrust(identity, 'gh-pay-api-stage', { subject: 'repo:contoso/pay-api:environment:stage' })
}

/** Where the portal shows the trust with the longest names. */
export async function longestAddress(): Promise<string> {
  const [, , subscriptionId, , group, , , , identity] = (await longIdentity()).split('/')
  return `/trusts/mi/${subscriptionId ?? ''}/${group ?? ''}/${identity ?? ''}/${longName}`
}

const version = 'api-version=2024-11-30'
const github = 'https://token.actions.githubusercontent.com'
/** https://learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules#microsoftmanagedidentity */
const longest = { identity: 128, trust: 120, subject: 600 } as const

const longName = filled('gh-contoso-payments-settlement-service-', longest.trust)

async function longIdentity(): Promise<string> {
  const [subscription] = (await readTenant()).subscriptions
  const name = filled('id-contoso-payments-settlement-production-west-europe-', longest.identity)
  return `/subscriptions/${subscription?.subscriptionId ?? ''}/resourceGroups/rg-pay-dev/providers/Microsoft.ManagedIdentity/userAssignedIdentities/${name}`
}

async function plantLongest(): Promise<void> {
  const identity = await longIdentity()
  await put(identity, { location: 'westeurope', tags: { owner: 'team-payments' } })
  await plantTrust(identity, 'gh-pay-api-prod', { subject: 'repo:contoso/pay-api:environment:prod' })
  const start = 'repo:contoso/payments-settlement-service:environment:'
  await plantTrust(identity, longName, { subject: filled(start, longest.subject) })
  await plantTrust(identity, 'plain-http', { issuer: 'http://issuer.contoso.com', subject: 'build-agent' })
}

function filled(start: string, length: number): string {
  return start.padEnd(length, 'long-name-of-it-')
}

function trustOf(identity: string, name: string): string {
  return `${identity}/federatedIdentityCredentials/${name}`
}

async function plantTrust(
  identity: string,
  name: string,
  { issuer = github, subject }: { readonly issuer?: string; readonly subject: string },
): Promise<void> {
  const properties = { issuer, subject, audiences: ['api://AzureADTokenExchange'] }
  await put(trustOf(identity, name), { properties })
}

async function put(id: string, body: object): Promise<void> {
  const answer = await askArm('PUT', `${id}?${version}`, body)
  if (answer.status >= 300) throw new Error(`${id}: ${answer.status} ${JSON.stringify(answer.body)}`)
}
