import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { sentinels } from '@trustwright/emulator/seed'
import { setReality } from '../azure-faults.ts'
import { expectAccessible } from '../accessible.ts'
import { expect, test, uniqueName } from '../fixtures.ts'
import { plantTrusts, readInventory } from '../reviews.ts'
import { makeIdentity } from '../trusts.ts'

test('an admin sees the trusts of every subscription in one table, filters and sorts it by the address', async ({
  signedInAs,
}) => {
  const page = await signedInAs('admin')
  await page.goto('/trusts')
  const table = page.getByRole('table', { name: 'Trusts' })
  await expect(page.getByText(/from 3 subscriptions/)).toBeVisible({ timeout: 30_000 })
  // Only the rows in sight are drawn, and other journeys make trusts.
  const filter = page.getByRole('textbox', { name: 'Filter trusts' })
  await filter.fill('rg-vault')
  await expect(table).toContainText('rg-vault')
  await expectAccessible(page)

  await filter.fill('pay-api')
  await expect(page).toHaveURL(/q=pay-api/)
  await expect(table).not.toContainText('rg-vault')
  await page.getByRole('button', { name: 'Sort by Risk' }).click()
  await expect(page).toHaveURL(/sort=risk/)
  await page.getByRole('button', { name: 'Columns' }).click()
  await page.getByRole('checkbox', { name: 'Name', exact: true }).check()
  await page.getByRole('checkbox', { name: 'Issuer' }).uncheck()
  await page.keyboard.press('Escape')
  await expect(page).toHaveURL(/cols=/)
  await expect(table.getByRole('button', { name: 'Sort by Name' })).toBeVisible()
  // Findings come after the pass.
  await expect(table).not.toContainText('Not judged', { timeout: 30_000 })
  const address = page.url()
  // All but the ages, which may grow meanwhile.
  const told = async () => (await table.innerText()).replaceAll(/just now|\d+ \w+ ago/g, 'some time ago')
  const rows = await told()
  await page.goto(address)
  await expect(table).toContainText('pay-api-main')
  await expect(table).not.toContainText('Not judged')
  expect(await told()).toBe(rows)
})

test('a stored oddity is flagged in the list and not hidden', async ({ signedInAs }) => {
  const page = await signedInAs('admin')
  await page.goto('/trusts?q=audience-with-space&cols=trust,proof')
  await expect(page.getByRole('table', { name: 'Trusts' })).toContainText('White space around a value', {
    timeout: 30_000,
  })
  // White space: nothing of such a trust can be checked, and the mark says no more than that.
  await expect(page.getByRole('note')).toHaveText('Not proven')
  await expect(page.getByRole('note')).toHaveAccessibleDescription(
    /^Not checked yet\.\s+Not matched yet\.\s+Not seen yet\.$/,
  )
})

test('the export holds the rows that are shown, and a selection narrows it', async ({ signedInAs }) => {
  const page = await signedInAs('admin')
  await page.goto('/trusts?q=pay-api')
  const boxes = page.getByRole('checkbox', { name: /^Select GitHub Actions contoso\/pay-api/ })
  await expect(boxes.first()).toBeVisible({ timeout: 30_000 })
  const shown = await boxes.count()

  const all = await exportRows(page)
  expect(all.length).toBeGreaterThanOrEqual(shown)
  await boxes.first().check()
  await expect(page).toHaveURL(/sel=/)
  expect(await exportRows(page)).toHaveLength(1)
})

test('an identity that cannot be read is counted and named with its reason, and the rest is shown', async ({
  signedInAs,
}) => {
  const page = await signedInAs('developer')
  await makeIdentity(page, { identity: sentinels.forbidden })
  // Without the fast lists every identity is asked by itself.
  await setReality({ credentialFilters: 'refused' })
  try {
    await page.goto('/trusts')
    const filter = page.getByRole('textbox', { name: 'Filter trusts' })
    const refresh = page.getByRole('button', { name: 'Refresh' })
    await refresh.click({ timeout: 30_000 })
    await expect(page.getByText(/^1 identity (?:and .* )?could not be read$/)).toBeVisible({
      timeout: 30_000,
    })
    await page.getByText('Show what and why').first().click()
    const list = page.getByRole('list', { name: 'What could not be read' }).first()
    await expect(list).toContainText(sentinels.forbidden)
    await filter.fill('pay-api')
    await expect(page.getByRole('link', { name: 'contoso/pay-api' }).first()).toBeVisible()
  } finally {
    await setReality({ credentialFilters: 'served' })
  }
})

test('a filter without a match says so and offers the way back', async ({ signedInAs }) => {
  const page = await signedInAs('admin')
  await page.goto('/trusts?q=nothing-is-called-this')
  await expect(page.getByRole('main')).toContainText(/No trust matches/i, { timeout: 30_000 })
})

test('at 390 pixels the table becomes a list and nothing scrolls sideways', async ({ signedInAs }) => {
  const page = await signedInAs('admin')
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto('/trusts?q=pay-api')
  await expect(page.getByRole('link', { name: 'contoso/pay-api' }).first()).toBeVisible({ timeout: 30_000 })
  const sideways = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  expect(sideways).toBe(0)
})

async function exportRows(page: Page): Promise<string[]> {
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Export' }).last().click()
  const csv = page.getByRole('button', { name: 'CSV' })
  await expect(csv).toBeInViewport({ ratio: 1 })
  await csv.click()
  const text = await readFile(await (await download).path(), 'utf8')
  return text.trim().split('\n').slice(1)
}

test('a facet writes the query and the query moves the facet, with counts, and both are in the address', async ({
  signedInAs,
}) => {
  const page = await signedInAs('admin')
  await page.goto('/trusts')
  const counts = page.getByText(/^[\d,]+ of [\d,]+ trusts/).first()
  const filter = page.getByRole('textbox', { name: 'Filter trusts' })
  await filter.waitFor({ timeout: 30_000 })
  await page.getByRole('button', { name: 'Platform', exact: true }).click()
  const values = page.getByRole('list', { name: 'Platform' })
  await values.getByRole('checkbox', { name: 'GitHub Actions' }).check()
  await expect(filter).toHaveValue('platform:"GitHub Actions"')
  await expect(page).toHaveURL(/q=platform/)
  await expect(counts).toBeVisible()
  await values.getByRole('button', { name: 'Not GitHub Actions' }).click()
  await expect(filter).toHaveValue('-platform:"GitHub Actions"')
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await filter.fill('kind:app risk:terrible')
  await expect(page.getByText('“risk:terrible” is left out.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Kind: App registration' })).toBeVisible()
  await expect(page).toHaveURL(/risk/)
  await page.reload()
  await expect(filter).toHaveValue('kind:app risk:terrible')
})

test('a view is saved, opens by its link, says when it was changed, and can be the default one', async ({
  signedInAs,
}) => {
  const page = await signedInAs('admin')
  const name = uniqueName('Ours')
  await page.goto('/trusts?q=pay-api&sort=-risk')
  await page.getByRole('button', { name: 'Save view…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Save view' })
  await dialog.getByRole('button', { name: 'Save view' }).click()
  await expect(dialog.getByText('Give the view a name.')).toBeVisible()
  await dialog.getByRole('textbox', { name: 'Name' }).fill(name)
  await dialog.getByRole('checkbox', { name: /^Share it/ }).check()
  await dialog.getByRole('button', { name: 'Save view' }).click()
  await expect(page.getByRole('button', { name: `View: ${name}` })).toBeVisible()
  const view = new URL(page.url()).searchParams.get('view') ?? ''

  const filter = page.getByRole('textbox', { name: 'Filter trusts' })
  await page.goto(`/trusts?view=${view}`)
  await expect(filter).toHaveValue('pay-api')
  await expect(page).toHaveURL(/sort=-risk/)
  await filter.fill('')
  await expect(page.getByRole('button', { name: `View: ${name} (changed)` })).toBeVisible()

  await page.getByRole('button', { name: `View: ${name}` }).click()
  await page.getByRole('button', { name: `Open ${name} by itself` }).click()
  await page.goto('/trusts')
  await expect(filter).toHaveValue('pay-api')
  await page.getByRole('button', { name: `View: ${name}` }).click()
  await page.getByRole('link', { name: 'All trusts' }).click()
  await expect(filter).toHaveValue('')
  await page.getByRole('button', { name: 'View: All trusts' }).click()
  await page.getByRole('button', { name: `Delete view ${name}` }).click()
  await expect(page.getByRole('link', { name })).toHaveCount(0)
})

test('ticked trusts go to a review, and several are deleted after a dry run and a typed number', async ({
  signedInAs,
}) => {
  const stem = await plantTrusts(6)
  const page = await signedInAs('admin')
  await readInventory(page)
  await page.goto(`/trusts?q=${stem}`)
  const boxes = page.getByRole('checkbox', { name: new RegExp(`^Select GitHub Actions contoso/${stem}`) })
  await expect(boxes).toHaveCount(6)
  await boxes.nth(0).check()
  await boxes.nth(1).check()
  const bar = page.getByRole('region', { name: 'With what is selected' })
  await bar.getByRole('button', { name: 'Start review' }).click()
  await expect(page).toHaveURL(/picked=yes/)
  await expect(page.getByRole('main')).toContainText('2 trusts')
  await page.goBack()

  await bar.getByRole('button', { name: /^Select all 6/ }).click()
  await bar.getByRole('button', { name: 'Delete…' }).click()
  await expect(page.getByRole('heading', { name: 'Delete 6 trusts' })).toBeVisible()
  const table = page.getByRole('table', { name: 'Trusts that would be deleted' })
  await expect(table.getByRole('row')).toHaveCount(7)
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Delete 6 trusts…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Delete 6 trusts' })
  const confirm = dialog.getByRole('button', { name: 'Delete 6 trusts' })
  await expect(confirm).toHaveAttribute('aria-disabled', 'true')
  await expect(confirm).toHaveAccessibleDescription('Type 6 first.')
  await dialog.getByRole('textbox').fill('6')
  await confirm.click()
  await expect(page.getByRole('heading', { name: 'Deletions' })).toBeVisible()
  await expect(page.getByText('6 of 6 changes made.')).toBeVisible()
  await expect(page.getByRole('button', { name: /^Restore t-/ })).toHaveCount(6)
  await page.goto('/trusts/delete')
  await expect(page.getByText('No trust is ticked')).toBeVisible()
})

test('what a trust is called elsewhere finds it: subscription, resource group, location, audience, description', async ({
  signedInAs,
}) => {
  const page = await signedInAs('admin')
  await page.goto('/trusts?q=name:pay-api-prod')
  const counts = page.getByText(/^2 of [\d,]+ trusts/).first()
  await expect(counts).toBeVisible({ timeout: 30_000 })
  const filter = page.getByRole('textbox', { name: 'Filter trusts' })
  for (const term of [
    'subscription:contoso',
    'group:rg-pay',
    'location:westeurope',
    'audience:AzureADToken',
  ]) {
    await filter.fill(`name:pay-api-prod ${term}`)
    await expect(counts).toBeVisible()
    await filter.fill(`name:pay-api-prod -${term}`)
    await expect(page.getByText('No trust matches')).toBeVisible()
  }
  await filter.fill('')
  await page.getByRole('button', { name: 'Subscription', exact: true }).click()
  const owners = page.getByRole('link', { name: 'Who can become Owner? Contoso Production' })
  await expect(owners).toHaveAttribute('href', /^\/map\?q=role:owner-like/)
})

test('sorting stays within reach at every width', async ({ signedInAs }) => {
  const page = await signedInAs('admin')
  for (const width of [1440, 1024, 390]) {
    await page.setViewportSize({ width, height: 844 })
    await page.goto('/trusts')
    await page.getByRole('button', { name: 'Sort', exact: true }).click({ timeout: 30_000 })
    await page.getByRole('radio', { name: 'Risk, worst first' }).check()
    await expect(page).toHaveURL(/sort=risk/)
  }
})

test('the page of a trust tells what it opens, what is wrong with it, and who else becomes its identity', async ({
  signedInAs,
}) => {
  const page = await signedInAs('admin')
  await page.goto('/trusts?q=name:pay-api-prod')
  await page.getByRole('table', { name: 'Trusts' }).getByRole('link').first().click({ timeout: 30_000 })
  await expect(page.getByRole('heading', { name: 'What it opens' })).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Findings' })).toBeVisible({ timeout: 30_000 })
  await expect(page.getByText(/beside this one: \d+ of 20/)).toBeVisible()
  await page.goto(`${page.url()}?delete=1`)
  const dialog = page.getByRole('dialog', { name: 'Delete trust pay-api-prod' })
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await expect(page).not.toHaveURL(/delete=/)
})
