import type { Page } from '@playwright/test'
import { expect } from './fixtures.ts'
import { readFromArm, readTenant } from './tenant.ts'

/** The heading that names the open step of the wizard. */
export function step(page: Page, name: string) {
  return page.getByRole('heading', { name, level: 1 })
}

/** By the list of steps, whichever of them the wizard opened with. */
export async function openStep(page: Page, name: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Steps' }).getByRole('link', { name }).click()
  await expect(step(page, name)).toBeVisible()
}

/** Goes to the step of the identity, and there takes one of its own, named so that no other journey has it. */
export async function nameNewIdentity(page: Page, identity: string): Promise<void> {
  // Where an identity trusts the workload already, the wizard proposes that one and skips the step.
  await openStep(page, 'Identity')
  await page.getByRole('radio', { name: 'A new managed identity' }).check()
  await page.getByLabel('Name of the identity').fill(identity)
}

/** Every managed identity of that name in Azure, each with the subjects that it trusts. */
export async function storedTrusts(identity: string): Promise<string[][]> {
  const found: string[][] = []
  for (const { subscriptionId } of (await readTenant()).subscriptions) {
    const identities = await listOf(
      `/subscriptions/${subscriptionId}/providers/Microsoft.ManagedIdentity/userAssignedIdentities`,
    )
    for (const { id, name } of identities.filter((one) => one.name === identity)) {
      const trusts = await listOf(`${id}/federatedIdentityCredentials`)
      found.push(trusts.map(({ properties, name: trust }) => properties?.subject ?? `${name}/${trust}`))
    }
  }
  return found
}

interface Listed {
  readonly id: string
  readonly name: string
  readonly properties?: { readonly subject?: string }
}

async function listOf(path: string): Promise<readonly Listed[]> {
  const { status, body } = await readFromArm(`${path}?api-version=2024-11-30`)
  expect(status).toBe(200)
  // As ARM lists: https://learn.microsoft.com/rest/api/managedidentity/user-assigned-identities/list-by-subscription
  return (body as { value: Listed[] }).value
}
