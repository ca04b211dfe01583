import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { makeApplication } from '../applications.ts'
import { test } from '../fixtures.ts'
import { fillGitHub } from '../trusts.ts'

const folder = join(import.meta.dirname, '..', 'test-results', 'pictures')

async function picture(page: Page, name: string): Promise<void> {
  for (const width of [1440, 390]) {
    await page.setViewportSize({ width, height: width === 390 ? 844 : 900 })
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      await page.screenshot({
        path: join(folder, `${name}-${String(width)}-${colorScheme}.png`),
        fullPage: true,
        animations: 'disabled',
      })
    }
  }
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.emulateMedia({ colorScheme: 'light' })
}

test('trusts of an application, from the choice of it to its list', async ({ page, signedInAs }) => {
  test.setTimeout(300_000)
  await signedInAs('developer')
  const { appId, name } = await makeApplication(page)
  await page.goto('/new')
  await page.getByRole('combobox', { name: 'Managed identity' }).fill('pay')
  await page.getByRole('option').first().waitFor()
  await picture(page, '33-choose-identity')
  await page.goto('/new?parent=application')
  await page.getByRole('combobox', { name: 'Application' }).fill(name)
  await page.getByRole('option').first().waitFor()
  await picture(page, '33-choose-application')
  await page.getByRole('option').first().click()
  await fillGitHub(page, 'orders-api', 'prod')
  await page.getByRole('button', { name: 'Create trust' }).click()
  await page.getByText('Created gh-orders-api-prod').waitFor()
  await picture(page, '34-application-trust')
  await page.getByRole('button', { name: 'Change' }).click()
  await page.getByRole('textbox', { name: /^Description/ }).fill('Deploys orders')
  await picture(page, '34-application-trust-change')
  await page.goto(`/new?application=${appId}&owner=contoso&repository=orders-api&environment=prod`)
  await page.getByText('The trust it has').click()
  await picture(page, '34-same-pair')
  await page.goto('/new?parent=application&preset=managed-identity')
  await page.getByRole('combobox', { name: 'Application' }).waitFor()
  await picture(page, '35-managed-identity-preset')
  await page.goto('/trusts')
  await page.getByRole('button', { name: 'Refresh' }).click()
  await page.getByRole('textbox', { name: 'Filter trusts' }).fill(name)
  await page.getByRole('link', { name: 'contoso/orders-api' }).first().waitFor()
  await picture(page, '36-review-application')
})

test('what a reader lacks on an application, before the form is filled', async ({ page, signedInAs }) => {
  await signedInAs('reader')
  await page.goto('/new?parent=application')
  await page.getByRole('radio', { name: 'All of the tenant' }).check()
  await page.getByRole('combobox', { name: 'Application' }).fill('automation')
  await page.getByRole('option').first().click()
  await page.getByRole('button', { name: 'Copy request to admin' }).waitFor()
  await picture(page, '37-reader-application')
})
