import type { Page } from '@playwright/test'
import { uniqueName } from '../fixtures.ts'
import { askArm, readTenant } from '../tenant.ts'

/** An identity that trusts a workspace of the project, and a review that has read it. Returns what deletes it. */
export async function trustOtherWorkspace(
  page: Page,
  organization: string,
  project: string,
): Promise<() => Promise<void>> {
  const [subscription] = (await readTenant()).subscriptions
  if (subscription === undefined) throw new Error('The seed has no subscription.')
  const group = `/subscriptions/${subscription.subscriptionId}/resourceGroups/rg-pay-dev`
  const identity = `${group}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/${uniqueName('id-dns')}`
  const version = '?api-version=2024-11-30'
  await put(`${identity}${version}`, { location: 'westeurope' })
  await put(`${identity}/federatedIdentityCredentials/tf-dns-plan${version}`, {
    properties: {
      issuer: 'https://app.terraform.io',
      subject: `organization:${organization}:project:${project}:workspace:dns:run_phase:plan`,
      audiences: ['api://AzureADTokenExchange'],
    },
  })
  await page.goto(`/trusts?q=${organization}`)
  const refresh = page.getByRole('button', { name: 'Refresh' })
  await refresh.waitFor({ timeout: 30_000 })
  const found = page.getByText(`${organization}/dns`).first()
  // What an earlier journey read is not it.
  if ((await found.count()) === 0) await refresh.click()
  await found.waitFor({ timeout: 30_000 })
  return async () => void (await askArm('DELETE', `${identity}${version}`))
}

async function put(path: string, wanted: unknown): Promise<void> {
  const { status, body } = await askArm('PUT', path, wanted)
  if (![200, 201].includes(status)) throw new Error(`${path} answered ${status}: ${JSON.stringify(body)}`)
}
