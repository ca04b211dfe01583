import { failAzure, mendAzure } from '../azure-faults.ts'
import { expect, test, uniqueName } from '../fixtures.ts'
import { fillMatrix, pickIdentity } from '../many.ts'
import { makeIdentity } from '../trusts.ts'
import { picture } from './picture.ts'

const widths = [1440, 1024, 390]

test('many at once', async ({ signedInAs }) => {
  test.setTimeout(300_000)
  const page = await signedInAs('developer')
  const made = await makeIdentity(page)
  const stem = uniqueName('id-many')
  await page.goto('/new/bulk')
  await page.getByRole('textbox', { name: 'GitHub repositories' }).waitFor()
  await picture(page, '60-bulk-empty', widths)
  const names = Array.from({ length: 7 }, (_, index) => `contoso/${stem}-${index + 1}`)
  await fillMatrix(page, made, { repositories: ['octo-org/octo-repo', ...names], stem, count: 1 })
  await expect(page.getByText('24 new trusts on 2 identities.')).toBeVisible({ timeout: 20_000 })
  await picture(page, '61-bulk-matrix', widths)
  const access = page.getByRole('region', { name: 'Access for new identities' })
  await access.getByRole('button', { name: 'Add a role' }).click()
  await access.getByLabel('What it needs to do').selectOption('Deploy templates into one resource group')
  await picture(page, '61-bulk-role', widths)
  await access.getByRole('button', { name: 'Leave this one out' }).click()
  await page.getByRole('button', { name: 'Check 24 trusts' }).click()
  await page.getByText('Azure was looked at').waitFor()
  await picture(page, '62-bulk-checked', widths)
  await failAzure({
    match: { method: 'PUT', pathPattern: '/subscriptions/*/federatedIdentityCredentials/*-test' },
    mode: { next: 3 },
    effect: { status: 403, code: 'AuthorizationFailed' },
  })
  try {
    await page.getByRole('button', { name: 'Create 24 trusts' }).click()
    await expect(page.getByText(/^[4-9]\d* made/)).toBeVisible({ timeout: 30_000 })
    await picture(page, '63-bulk-running', widths)
    await page.getByRole('button', { name: 'Stop' }).click()
    await page.getByText('It stopped before its end').waitFor({ timeout: 30_000 })
    await picture(page, '64-bulk-stopped', widths)
    await page.getByRole('button', { name: 'Go on' }).click()
    await page
      .getByText(/were not made|All of it/)
      .first()
      .waitFor({ timeout: 120_000 })
    await picture(page, '65-bulk-finished', widths)
  } finally {
    await mendAzure()
  }
})

test('a table with errors', async ({ signedInAs }) => {
  test.setTimeout(120_000)
  const page = await signedInAs('developer')
  const made = await makeIdentity(page)
  await page.goto('/new/bulk')
  await page.getByRole('radio', { name: 'A table (CSV)' }).check()
  await page
    .getByRole('textbox', { name: 'Table' })
    .fill(
      'Repo;Env;Owner team\nocto-org/octo-repo;Production;pay\n=cmd;prod;pay\ncontoso/orders-api;;orders\ncontoso/orders-api;test;orders\ncontoso/orders-api;test;twice',
    )
  await pickIdentity(page, made)
  await page.getByText('2 new trusts on 1 identity').waitFor()
  await picture(page, '66-bulk-table', widths)
})
