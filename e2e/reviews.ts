import type { Page } from '@playwright/test'
import { askPortal } from './ask-portal.ts'
import { expect, uniqueName } from './fixtures.ts'
import { askArm, readTenant } from './tenant.ts'

/** Identities with twenty trusts each at most, made past the portal; their names hold the answered stem. */
export async function plantTrusts(count: number): Promise<string> {
  const [subscription] = (await readTenant()).subscriptions
  const stem = uniqueName('id-reviewed')
  const group = `/subscriptions/${subscription?.subscriptionId ?? ''}/resourceGroups/rg-pay-dev`
  for (let made = 0; made < count; made += 20) {
    const identity = `${group}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/${stem}-${made / 20}`
    await put(identity, { location: 'westeurope' })
    for (let at = made; at < Math.min(made + 20, count); at += 1) {
      await put(`${identity}/federatedIdentityCredentials/t-${at}`, {
        properties: {
          issuer: 'https://token.actions.githubusercontent.com',
          subject: `repo:contoso/${stem}-${at}:environment:prod`,
          audiences: ['api://AzureADTokenExchange'],
        },
      })
    }
  }
  return stem
}

async function put(id: string, body: object): Promise<void> {
  const { status } = await askArm('PUT', `${id}?api-version=2024-11-30`, body)
  if (status >= 300) throw new Error(`${id}: ${status}`)
}

/** Reads the person's inventory anew, and waits for its end. */
export async function readInventory(page: Page, timeout = 40_000): Promise<void> {
  await askPortal(page, 'POST', '/api/inventory')
  await expect
    .poll(async () => JSON.stringify((await askPortal(page, 'GET', '/api/inventory/latest')).body), {
      timeout,
    })
    .toContain('"state":"finished"')
}
