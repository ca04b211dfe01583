import { expectAccessible } from '../accessible.ts'
import { makeApplication } from '../applications.ts'
import { expect, test } from '../fixtures.ts'
import { mintGitHubToken } from '../tenant.ts'
import { fillGitHub } from '../trusts.ts'

test('a developer trusts a GitHub environment on an application found by search, proves it, changes and restores it', async ({
  signedInAs,
}) => {
  const page = await signedInAs('developer')
  const { appId, name } = await makeApplication(page)
  await page.goto('/new/form')
  await page.getByRole('link', { name: 'Application', exact: true }).click()
  await expectAccessible(page)
  await page.getByRole('combobox', { name: 'Application' }).fill(name)
  await page.getByRole('option', { name }).click()
  await expect(page).toHaveURL(new RegExp(`application=${appId}`))
  await expect(page.getByRole('region', { name: 'Identity' })).toContainText('0 of 20 trusts')

  await fillGitHub(page, 'orders-api', 'prod')
  await page.getByText('Description: none').click()
  await page.getByRole('textbox', { name: /^Description/ }).fill('Deploys orders')
  await expect(page.getByRole('region', { name: 'What Azure will store' })).toContainText(
    `Only jobs in environment prod of contoso/orders-api can sign in as ${name}.`,
  )
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Create trust' }).click()
  await expect(page.getByText('Created gh-orders-api-prod')).toBeVisible()
  await expect(page).toHaveURL(new RegExp(`/trusts/app/${appId}/gh-orders-api-prod`))
  await expect(page.getByRole('main')).toContainText('Deploys orders')
  await expectAccessible(page)

  await page.getByRole('link', { name: 'Prove this trust' }).click()
  const token = await mintGitHubToken({ owner: 'contoso', repository: 'orders-api', environment: 'prod' })
  await page.getByLabel('Token of the workload').fill(token)
  await page.getByRole('button', { name: 'Run the exchange' }).click()
  await expect(page.getByText(`Seen working: the workload became ${name}`)).toBeVisible()

  await page.getByRole('tab', { name: 'Code' }).click()
  await expect(page.getByRole('tabpanel').last()).toContainText(appId)
  await page.getByRole('tab', { name: 'Azure CLI' }).click()
  await expect(page.getByRole('tabpanel').last()).toContainText('az ad app federated-credential create')

  await page.getByRole('button', { name: 'Change' }).click()
  await page.getByRole('textbox', { name: /^Description/ }).fill('Deploys orders and stock')
  await page.getByRole('button', { name: 'Save change' }).click()
  // The preview shows the new text as well, before it is stored.
  await expect(page.getByRole('button', { name: 'Save change' })).toBeHidden()
  await expect(page.getByRole('main')).toContainText('Deploys orders and stock')

  await page.getByRole('button', { name: 'Delete' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Delete trust' }).click()
  await page.getByRole('button', { name: 'Restore gh-orders-api-prod' }).first().click()
  await expect(page.getByText('1 of 20')).toBeVisible()
  await page.goto(`/trusts/app/${appId}/gh-orders-api-prod`)
  await expect(page.getByRole('main')).toContainText('Deploys orders and stock')
})

test('a reader is told before filling the form what it takes to add a trust to an application', async ({
  signedInAs,
}) => {
  const page = await signedInAs('reader')
  await page.goto('/new/form?parent=application')
  await page.getByRole('radio', { name: 'All of the tenant' }).check()
  await page.getByRole('combobox', { name: 'Application' }).fill('automation')
  await page.getByRole('option').first().click()
  const main = page.getByRole('main')
  await expect(main).toContainText('Application Administrator')
  await expect(main).toContainText('microsoft.directory/applications/')
  await expect(page.getByRole('button', { name: 'Copy request to admin' })).toBeVisible()
  await expectAccessible(page)

  // A role over this one application would not show in Graph's answers, so the form stays open, and Graph decides.
  await fillGitHub(page, 'pay-api', 'prod')
  await page.getByRole('button', { name: 'Create trust' }).click()
  await expect(main).toContainText('Azure does not let you do this')
  await expect(page.getByRole('textbox', { name: 'Repository', exact: true })).toHaveValue('pay-api')
})
