import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { test, expect } from '../fixtures.ts'
import { inTenant } from '../tenants/kept-tenant.ts'
import { plantTrusts, readInventory } from '../reviews.ts'
import { picture } from './picture.ts'

test('reviews', async ({ signedInAs }) => {
  test.setTimeout(120_000)
  const stem = await plantTrusts(3)
  const page = await signedInAs('admin')
  await page.goto('/reviews')
  await picture(page, 'reviews-none')
  await readInventory(page)
  await page.goto('/reviews/new')
  await expect(page.getByText(/^From the inventory of/)).toBeVisible()
  await expect(page.getByText('The findings are being worked out')).toHaveCount(0, { timeout: 30_000 })
  await picture(page, 'reviews-new')
  await page.getByRole('searchbox', { name: 'Find a person' }).fill('da')
  await page.getByRole('button', { name: /dana@contoso/ }).click()
  await page.getByLabel(/^Owners decide as well/).check()
  await page.getByRole('button', { name: 'Save as draft' }).click()
  await expect(page.getByRole('heading', { name: /: settings$/ })).toBeVisible()
  await expect(page.getByText(/^From the inventory of/)).toBeVisible()
  await picture(page, 'reviews-draft')
  await page.getByRole('button', { name: 'Open the review' }).click()
  await expect(page.getByText('Not decided yet.')).toBeVisible()
  await page.getByText(/^Who decides:/).click()
  await picture(page, 'reviews-pane')
  await page.keyboard.press('k')
  await picture(page, 'reviews-pane-reason')
  await page.goto(`/reviews/new?q=${stem}`)
  await page.getByRole('button', { name: 'Open the review' }).click()
  for (const [at, key] of ['r', 'r', 'k'].entries()) {
    await expect(page.getByText(`${String(at + 1)} of 3`, { exact: true })).toBeVisible()
    await expect(page.getByText('Not decided yet.')).toBeVisible()
    await page.keyboard.press(key)
  }
  await expect(page.getByText('3 of 3 decided')).toBeVisible()
  await picture(page, 'reviews-nothing-left')
  await page.getByRole('button', { name: 'End the review' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'End the review' }).click()
  await expect(page.getByText('2 removals, 1 unchanged')).toBeVisible()
  await picture(page, 'reviews-end')
  await page.getByRole('button', { name: 'Remove 2 trusts' }).click()
  await picture(page, 'reviews-confirm')
  await page.getByRole('dialog').getByRole('button', { name: 'Remove 2 trusts' }).click()
  await expect(page.getByText('Everything that was decided is removed')).toBeVisible({ timeout: 30_000 })
  await picture(page, 'reviews-applied')
  await page.getByRole('link', { name: 'Report to print' }).click()
  await expect(page.getByText(/2 removed, 0 not removed/)).toBeVisible()
  await picture(page, 'reviews-report')
  await paper(page, 'reviews-report')
  await page.goto('/reviews')
  await expect(page.getByRole('table').first()).toBeVisible()
  await picture(page, 'reviews-list')
})

for (const size of [1000, 40_000] as const) {
  test(`a review of ${size} trusts`, async ({ browser }) => {
    test.setTimeout(900_000)
    await inTenant(browser, size, async (page) => {
      await page.goto('/reviews/new')
      await expect(page.getByText(/^From the inventory of/)).toBeVisible({ timeout: 120_000 })
      await picture(page, `${size}-reviews-new`, [1440, 390])
      await page.getByLabel('It is removed when the review is applied').check()
      await page.getByLabel('Type “remove undecided”').fill('remove undecided')
      await page.getByRole('button', { name: 'Open the review' }).click()
      await expect(page.getByText('Not decided yet.')).toBeVisible({ timeout: 240_000 })
      await picture(page, `${size}-reviews-pane`)
      await page.getByRole('button', { name: 'End the review' }).click()
      await page.getByRole('dialog').getByRole('button', { name: 'End the review' }).click()
      await expect(page.getByText(/removals, 0 unchanged$/)).toBeVisible({ timeout: 60_000 })
      await page.setViewportSize({ width: 1440, height: 900 })
      await expect(page.getByRole('table').getByRole('link').first()).toBeVisible({ timeout: 60_000 })
      const folder = join(import.meta.dirname, '..', 'test-results', 'pictures')
      await page.screenshot({ path: join(folder, `${size}-reviews-end-1440.png`) })
      await page.getByRole('link', { name: 'Report to print' }).click()
      await expect(page.getByText('Who decides')).toBeVisible({ timeout: 60_000 })
      await page.screenshot({ path: join(folder, `${size}-reviews-report-1440.png`) })
    })
  })
}

/** As the browser prints it. */
async function paper(page: Page, name: string): Promise<void> {
  const folder = join(import.meta.dirname, '..', 'test-results', 'pictures')
  await page.emulateMedia({ media: 'print' })
  await page.pdf({ path: join(folder, `${name}.pdf`), preferCSSPageSize: true, format: 'A4' })
  await page.emulateMedia({ media: 'screen' })
}
