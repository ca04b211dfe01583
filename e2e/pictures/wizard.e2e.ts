import type { Page } from '@playwright/test'
import { expect, test, uniqueName } from '../fixtures.ts'
import { mintGitHubToken } from '../tenant.ts'
import { nameNewIdentity, step } from '../wizard.ts'
import { picture } from './picture.ts'

function next(page: Page) {
  return page.getByRole('button', { name: 'Continue' }).click()
}

test('every step of the wizard', async ({ signedInAs }) => {
  test.setTimeout(300_000)
  const page = await signedInAs('developer')
  await page.goto('/new')
  const box = page.getByLabel('What should Azure trust?')
  await box.waitFor()
  await picture(page, '40-start')
  await box.fill('https://github.com/octo-org/octo-repo')
  await page.getByText('Understood:').waitFor()
  await picture(page, '41-understood')
  await box.press('Enter')
  await page.getByText('sends names alone in the subject').waitFor()
  await picture(page, '42-workload')
  await page.getByRole('radio', { name: 'Environment Production', exact: true }).check()
  await picture(page, '43-workload-filled')
  await next(page)
  await expect(step(page, 'Workload')).toBeHidden()
  await nameNewIdentity(page, uniqueName('id-octo'))
  await picture(page, '44-identity')
  await next(page)
  await expect(page.getByRole('heading', { name: 'Access', level: 1 })).toBeVisible()
  await picture(page, '45-access')
  await next(page)
  await page.getByText('(will be made)').first().waitFor()
  await picture(page, '46-review')
  await page.getByRole('button', { name: 'Create and verify' }).click()
  await expect(page.getByRole('heading', { name: 'In Azure now' })).toBeVisible({ timeout: 30_000 })
  await picture(page, '47-verify')
  const token = await mintGitHubToken({
    owner: 'octo-org',
    repository: 'octo-repo',
    environment: 'Production',
  })
  await page.getByLabel('Token of the workload').fill(token)
  await page.getByRole('button', { name: 'Run the exchange' }).click()
  await page.getByText('Seen working:').first().waitFor({ timeout: 60_000 })
  await picture(page, '48-seen')
  await page.getByRole('link', { name: 'Connect the workload' }).click()
  await page.getByText('AZURE_CLIENT_ID').first().waitFor()
  await picture(page, '49-connect')
})
