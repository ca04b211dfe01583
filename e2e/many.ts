import type { Page } from '@playwright/test'
import { expect } from './fixtures.ts'
import { readFromArm } from './tenant.ts'
import type { MadeIdentity } from './trusts.ts'

/** On the page of many at once: one more identity for the rows. */
export async function pickIdentity(page: Page, { identity }: MadeIdentity): Promise<void> {
  await page.getByRole('combobox', { name: 'Managed identity' }).fill(identity)
  await page.getByRole('option', { name: new RegExp(identity) }).click()
  await expect(page.getByRole('list', { name: 'Chosen identities' })).toContainText(identity)
}

export interface Stored {
  readonly name: string
  readonly subject: string
}

/** What Azure has on an identity, past the portal. */
export async function storedOn({ subscriptionId, group, identity }: MadeIdentity): Promise<Stored[]> {
  const parent = `/subscriptions/${subscriptionId}/resourceGroups/${group}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/${identity}`
  const { body } = await readFromArm(`${parent}/federatedIdentityCredentials?api-version=2024-11-30`)
  // ARM lists as `value`, each with its `properties`.
  const { value = [] } = body as { value?: { name: string; properties: { subject: string } }[] }
  return value.map(({ name, properties: { subject } }) => ({ name, subject }))
}

/** Fills repositories × environments, and identities of which `count` are new, in the group of `made`. */
export async function fillMatrix(
  page: Page,
  made: MadeIdentity,
  { repositories, stem, count }: { repositories: readonly string[]; stem: string; count: number },
): Promise<void> {
  await page.getByRole('textbox', { name: 'GitHub repositories' }).fill(repositories.join('\n'))
  await page.getByRole('textbox', { name: 'Environments', exact: true }).fill('dev\ntest\nprod')
  await pickIdentity(page, made)
  await page.getByRole('textbox', { name: 'How many new ones' }).fill(String(count))
  await page.getByRole('textbox', { name: 'Name of the new identities' }).fill(stem)
  await page.getByRole('combobox', { name: 'Subscription' }).selectOption(made.subscriptionId)
  await page.getByRole('combobox', { name: 'Resource group' }).selectOption(made.group)
  await page.getByRole('combobox', { name: 'Location' }).selectOption('westeurope')
  await page.getByRole('radio', { name: 'Evenly' }).check()
}
