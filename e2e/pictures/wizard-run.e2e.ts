import { failAzure, mendAzure } from '../azure-faults.ts'
import { expect, test, uniqueName } from '../fixtures.ts'
import { mintGitHubToken } from '../tenant.ts'
import { nameNewIdentity } from '../wizard.ts'
import { picture } from './picture.ts'

test('a run that waits, fails, goes on and is seen working', async ({ signedInAs }) => {
  test.setTimeout(300_000)
  const page = await signedInAs('developer')
  const rule = { match: { operation: 'arm/put-credential' } }
  const identity = uniqueName('id-run')
  await page.goto('/new?src=github&repo=octo-org/octo-repo&env=Production')
  await nameNewIdentity(page, identity)
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.getByRole('button', { name: 'Continue' }).click()
  await failAzure({
    ...rule,
    mode: { next: 1 },
    effect: { status: 429, code: 'TooManyRequests', retryAfterSeconds: 20 },
  })
  await failAzure({
    ...rule,
    mode: { rate: 1 },
    effect: {
      status: 403,
      code: 'AuthorizationFailed',
      message: `The client does not have authorization to perform action 'Microsoft.ManagedIdentity/userAssignedIdentities/federatedIdentityCredentials/write' over scope '/subscriptions/3d5a7c10-0001-4e2b-9c4d-a1b2c3d4e501/resourceGroups/rg-pay-dev/providers/Microsoft.ManagedIdentity/userAssignedIdentities/${identity}' or the scope is invalid.`,
    },
  })
  await page.getByRole('button', { name: 'Create and verify' }).click()
  await page.getByText('Next try in').waitFor()
  await picture(page, '60-run-waiting', [1440, 390])
  await expect(page.getByRole('heading', { name: 'Created in part' })).toBeVisible({ timeout: 40_000 })
  await picture(page, '61-run-failed', [1440, 390])
  const here = page.url()
  await page.goto('/')
  await page.getByText('Not finished').first().waitFor()
  await picture(page, '62-home-drafts', [1440, 390])
  await page.goto(here)
  await mendAzure()
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByRole('heading', { name: 'In Azure now' })).toBeVisible({ timeout: 30_000 })
  await page.getByText('so far, usually').waitFor()
  await picture(page, '63-run-made', [1440, 390])
  const token = await mintGitHubToken({
    owner: 'octo-org',
    repository: 'octo-repo',
    environment: 'Production',
  })
  await page.getByLabel('Token of the workload').fill(token)
  await page.getByRole('button', { name: 'Run the exchange' }).click()
  await page.getByText('Seen working:').first().waitFor({ timeout: 60_000 })
  await picture(page, '64-run-seen', [1440, 390])
  await page.getByRole('link', { name: 'Connect the workload' }).click()
  await page.getByText('AZURE_CLIENT_ID').first().waitFor()
  await picture(page, '65-connect', [1440, 390])
})
