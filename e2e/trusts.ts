import type { Page } from '@playwright/test'
import { uniqueName } from './fixtures.ts'
import { readTenant } from './tenant.ts'

export interface MadeIdentity {
  subscriptionId: string
  group: string
  identity: string
}

/** Makes a resource group and an identity through the portal's form, and ends on the identity's page. */
export async function makeIdentity(
  page: Page,
  { location = 'westeurope', identity = uniqueName('id-orders') } = {},
): Promise<MadeIdentity> {
  const [subscription] = (await readTenant()).subscriptions
  if (subscription === undefined) throw new Error('The seed has no subscription.')
  const { subscriptionId } = subscription
  const group = uniqueName('rg-orders')
  await page.goto(`/identities/new?subscription=${subscriptionId}`)
  await page.getByRole('radio', { name: 'Create a new one' }).check()
  await page.getByLabel('Name of the group').fill(group)
  await page.getByLabel('Location of the group').selectOption('westeurope')
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill(identity)
  await page.getByLabel('Location', { exact: true }).selectOption(location)
  await page.getByRole('button', { name: 'Create group and identity' }).click()
  await page.getByText(`Created ${identity}`).waitFor()
  return { subscriptionId, group, identity }
}

/** The address of the form for a new trust on an identity. */
export function newTrustAddress({ subscriptionId, group, identity }: MadeIdentity): string {
  return `/new/form?${new URLSearchParams({ subscription: subscriptionId, group, identity }).toString()}`
}

export function identityAddress({ subscriptionId, group, identity }: MadeIdentity): string {
  return `/identities/mi/${subscriptionId}/${group}/${identity}`
}

export function trustAddress({ subscriptionId, group, identity }: MadeIdentity, trust: string): string {
  return `/trusts/mi/${subscriptionId}/${group}/${identity}/${trust}`
}

export function armPath({ subscriptionId, group, identity }: MadeIdentity, trust: string): string {
  const parent = `/subscriptions/${subscriptionId}/resourceGroups/${group}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/${identity}`
  return `${parent}/federatedIdentityCredentials/${trust}?api-version=2024-11-30`
}

/** Fills the GitHub fields for an environment; the form must be open. */
export async function fillGitHub(page: Page, repository: string, environment: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Owner', exact: true }).fill('contoso')
  await page.getByRole('textbox', { name: 'Repository', exact: true }).fill(repository)
  await page.getByRole('textbox', { name: 'Environment', exact: true }).fill(environment)
}

/** Fills the raw strings of a trust; the form of “Other issuer” must be open. */
export async function typeClaims(page: Page, issuer: string, subject: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Issuer', exact: true }).fill(issuer)
  await page.getByRole('textbox', { name: 'Subject', exact: true }).fill(subject)
}

/** A seeded identity with four trusts, which the reader may read. */
export async function findSeeded(): Promise<MadeIdentity> {
  const [subscription] = (await readTenant()).subscriptions
  return {
    subscriptionId: subscription?.subscriptionId ?? '',
    group: 'rg-pay-dev',
    identity: 'id-pay-deploy-dev',
  }
}

/** Asks the portal's API for a new trust from within the page, as its own client would, past every guard of the form. */
export function postTrust(
  page: Page,
  made: MadeIdentity,
  name: string,
): Promise<{ status: number; body: unknown }> {
  return page.evaluate(
    async ({ subscriptionId, group, identity, trust }) => {
      const response = await fetch(`/api/identities/mi/${subscriptionId}/${group}/${identity}/trusts`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-trustwright': '1' },
        body: JSON.stringify({
          name: trust,
          issuer: 'https://token.actions.githubusercontent.com',
          subject: `repo:contoso/orders-api:environment:${trust}`,
          audiences: ['api://AzureADTokenExchange'],
        }),
      })
      const body: unknown = await response.json()
      return { status: response.status, body }
    },
    { ...made, trust: name },
  )
}
