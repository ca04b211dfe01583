import type { Page } from '@playwright/test'
import { askPortal } from './ask-portal.ts'
import { uniqueName } from './fixtures.ts'
import { readTenant } from './tenant.ts'

export interface MadeIdentity {
  subscriptionId: string
  group: string
  identity: string
}

/** Makes a resource group and an identity as the portal's form does, without its page (`main-path.e2e.ts` fills that). */
export async function makeIdentity(
  page: Page,
  { location = 'westeurope', identity = uniqueName('id-orders') } = {},
): Promise<MadeIdentity> {
  const made = await newNames(identity)
  const groups = `/api/subscriptions/${made.subscriptionId}/resource-groups`
  await make(page, groups, { name: made.group, location: 'westeurope' })
  await make(page, `${groups}/${made.group}/identities`, { identityName: identity, location })
  return made
}

/** The same by the form, on the identity's page in the end. */
export async function fillIdentity(page: Page): Promise<MadeIdentity> {
  const made = await newNames(uniqueName('id-orders'))
  await page.goto(`/identities/new?subscription=${made.subscriptionId}`)
  await page.getByRole('radio', { name: 'Create a new one' }).check()
  await page.getByLabel('Name of the group').fill(made.group)
  await page.getByLabel('Location of the group').selectOption('westeurope')
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill(made.identity)
  await page.getByLabel('Location', { exact: true }).selectOption('westeurope')
  await page.getByRole('button', { name: 'Create group and identity' }).click()
  await page.getByText(`Created ${made.identity}`).waitFor()
  return made
}

async function newNames(identity: string): Promise<MadeIdentity> {
  const [subscription] = (await readTenant()).subscriptions
  if (subscription === undefined) throw new Error('The seed has no subscription.')
  return { subscriptionId: subscription.subscriptionId, group: uniqueName('rg-orders'), identity }
}

async function make(page: Page, path: string, wanted: object): Promise<void> {
  const { status, body } = await askPortal(page, 'POST', path, wanted)
  if (status !== 201) throw new Error(`POST ${path} answered ${status}: ${JSON.stringify(body)}`)
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

/** Asks the portal's API for a new trust, as its own client would, past every guard of the form. */
export function postTrust(
  page: Page,
  { subscriptionId, group, identity }: MadeIdentity,
  name: string,
): Promise<{ status: number; body: unknown }> {
  return askPortal(page, 'POST', `/api/identities/mi/${subscriptionId}/${group}/${identity}/trusts`, {
    name,
    issuer: 'https://token.actions.githubusercontent.com',
    subject: `repo:contoso/orders-api:environment:${name}`,
    audiences: ['api://AzureADTokenExchange'],
  })
}
