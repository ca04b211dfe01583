import type { Page } from '@playwright/test'
import { askPortal } from './ask-portal.ts'
import { uniqueName } from './fixtures.ts'
import { askArm, readTenant } from './tenant.ts'

const roleIds = {
  Owner: '8e3af657-a8ff-443c-a75c-2fe8c4bcb635',
  Reader: 'acdd72a7-3385-48ef-bd42-f606fba81ae7',
} as const

export interface OutsideWorkload {
  readonly subscriptionId: string
  readonly subscription: string
  readonly identity: string
  readonly repository: string
  /** ARM path of the trust, with its version. */
  readonly trust: string
}

/** Past the portal's forms: an identity with one trust of a pipeline, and a role on its subscription. */
export async function makeOutsideWorkload(page: Page, role: keyof typeof roleIds): Promise<OutsideWorkload> {
  const [subscription] = (await readTenant()).subscriptions
  if (subscription === undefined) throw new Error('The seed has no subscription.')
  const { subscriptionId, displayName } = subscription
  const [group, identity, repository] = ['rg-map', 'id-map', 'map'].map(uniqueName)
  const scope = `/subscriptions/${subscriptionId}`
  await put(`${scope}/resourcegroups/${group}?api-version=2022-09-01`, { location: 'westeurope' })
  const parent = `${scope}/resourceGroups/${group}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/${identity}`
  const made = await put(`${parent}?api-version=2024-11-30`, { location: 'westeurope' })
  // ARM answers with the identity, its principal among the properties.
  const { principalId } = (made as { properties: { principalId: string } }).properties
  const trust = `${parent}/federatedIdentityCredentials/main?api-version=2024-11-30`
  await put(trust, {
    properties: {
      issuer: 'https://token.actions.githubusercontent.com',
      subject: `repo:octo-org/${repository}:ref:refs/heads/main`,
      audiences: ['api://AzureADTokenExchange'],
    },
  })
  await giveRole(page, principalId, { scope, roleId: roleIds[role] })
  return {
    subscriptionId,
    subscription: displayName,
    identity: identity ?? '',
    repository: `octo-org/${repository}`,
    trust,
  }
}

async function put(path: string, wanted: unknown): Promise<unknown> {
  const { status, body } = await askArm('PUT', path, wanted)
  if (status >= 300) throw new Error(`PUT ${path} answered ${status}: ${JSON.stringify(body)}`)
  return body
}

/** Through the portal's API, as the person of the page: scripts of the seed may not give roles away. */
async function giveRole(
  page: Page,
  principalId: string,
  wanted: { readonly scope: string; readonly roleId: string },
): Promise<void> {
  const { status } = await askPortal(page, 'POST', `/api/principals/${principalId}/role-assignments`, wanted)
  if (status !== 201) throw new Error(`Giving the role answered ${status}.`)
}
