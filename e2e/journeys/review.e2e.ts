import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { sentinels } from '@trustwright/emulator/seed'
import { expectAccessible } from '../accessible.ts'
import { expect, test } from '../fixtures.ts'
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
  await page.getByRole('button', { name: 'Sort by Name' }).click()
  await expect(page).toHaveURL(/sort=/)
  const address = page.url()
  const rows = await table.innerText()
  await page.goto(address)
  await expect(table).toContainText('pay-api-main')
  expect(await table.innerText()).toBe(rows)
})

test('a stored oddity is flagged in the list and not hidden', async ({ signedInAs }) => {
  const page = await signedInAs('admin')
  await page.goto('/trusts?q=audience-with-space')
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
  await page.goto('/trusts')
  await page
    .getByRole('button', { name: 'Refresh' })
    .or(page.getByText('1 identity could not be read'))
    .first()
    .waitFor()
  const refresh = page.getByRole('button', { name: 'Refresh' })
  if (await refresh.isVisible()) await refresh.click()
  await expect(page.getByText('1 identity could not be read')).toBeVisible({ timeout: 30_000 })
  await page.getByText('Show what and why').click()
  await expect(page.getByRole('list', { name: 'What could not be read' })).toContainText(sentinels.forbidden)
  await page.getByRole('textbox', { name: 'Filter trusts' }).fill('pay-api')
  await expect(page.getByRole('link', { name: 'contoso/pay-api' }).first()).toBeVisible()
  await expectAccessible(page)
})

test('a filter without a match says so and offers the way back', async ({ signedInAs }) => {
  const page = await signedInAs('admin')
  await page.goto('/trusts?q=nothing-is-called-this')
  await expect(page.getByRole('main')).toContainText(/No trust matches/i, { timeout: 30_000 })
  await expectAccessible(page)
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
  await expectAccessible(page)
})

async function exportRows(page: Page): Promise<string[]> {
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: /Export/ }).click()
  const text = await readFile(await (await download).path(), 'utf8')
  return text.trim().split('\n').slice(1)
}
