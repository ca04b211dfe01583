import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { expectAccessible } from '../accessible.ts'
import { expect, signIn, test } from '../fixtures.ts'
import { countKeys } from '../keystrokes.ts'
import { plantTrusts, readInventory } from '../reviews.ts'

const trusts = 100

async function openReview(page: Page, stem: string): Promise<void> {
  await page.goto(`/reviews/new?q=${stem}`)
  await page.getByRole('button', { name: 'Open the review' }).click()
  await page.waitForURL(/\/reviews\/[0-9a-f-]{36}\?filter=undecided/)
}

/** The facts of this trust are there, and nobody decided about it. Looked at with every frame, as a quick person does. */
async function undecided(page: Page, place: string): Promise<void> {
  await page.waitForFunction((wanted) => {
    const text = document.querySelector('main')?.innerText ?? ''
    return text.split('\n').includes(wanted) && text.includes('Not decided yet.')
  }, place)
}

test('an admin decides about a hundred trusts by keyboard, sees what that removes, and applies it', async ({
  signedInAs,
}) => {
  const stem = await plantTrusts(trusts)
  const page = await signedInAs('admin')
  const keys = await countKeys(page)
  await readInventory(page)
  await page.goto(`/reviews/new?q=${stem}`)
  await expect(page.getByText(`${trusts} trusts`)).toBeVisible()
  await expect(page.getByText('The findings are being worked out')).toHaveCount(0)
  await expectAccessible(page)
  await openReview(page, stem)

  const removed = new Set([7, 31, 52, 78, 99])
  await expect(page.getByRole('region', { name: 'Trust' }).getByRole('link').first()).toBeVisible()
  const begun = Date.now()
  const keysBefore = await keys()
  for (let at = 1; at <= trusts; at += 1) {
    await undecided(page, `${at} of 100`)
    await page.keyboard.press(removed.has(at) ? 'r' : at % 10 === 0 ? 's' : 'k')
  }
  await expect(page.getByText('Nothing is left to decide here')).toBeVisible()
  await expect(page.getByText('100 of 100 decided')).toBeVisible()
  const used = (await keys()) - keysBefore
  test.info().annotations.push({
    type: '100 decisions',
    description: `${used} keys, ${((Date.now() - begun) / 1000).toFixed(1)} s`,
  })
  expect(used).toBeLessThanOrEqual(2 * trusts)

  await page.keyboard.press('z')
  await expect(page.getByText('99 of 100 decided')).toBeVisible()
  await expect(page).toHaveURL(/item=100/)
  await page.keyboard.press('s')
  await expect(page.getByText('100 of 100 decided')).toBeVisible()

  await page.getByRole('button', { name: 'End the review' }).click()
  // It waits for what is on its way to the portal.
  await page.getByRole('dialog').getByRole('button', { name: 'End the review' }).click()
  await expect(page.getByText('5 removals, 95 unchanged')).toBeVisible()
  await expectAccessible(page)
  const file = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Restore file' }).click()
  const kept = await readFile(await (await file).path(), 'utf8')
  expect(kept.match(/az identity federated-credential create/g)).toHaveLength(5)

  await page.getByRole('button', { name: 'Remove 5 trusts' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Remove 5 trusts' }).click()
  await expect(page.getByText('Everything that was decided is removed')).toBeVisible({ timeout: 30_000 })
  await page.getByRole('link', { name: 'Report to print' }).click()
  await expect(page.getByText(/5 removed, 0 not removed/)).toBeVisible()
})

test('of two administrators who decide at once the second is told, and sees the decision', async ({
  browser,
  signedInAs,
}) => {
  const stem = await plantTrusts(2)
  const page = await signedInAs('admin')
  await readInventory(page)
  await openReview(page, stem)
  const context = await browser.newContext()
  const other = await context.newPage()
  await signIn(other, 'admin')
  await other.goto(page.url())
  for (const each of [page, other]) await undecided(each, '1 of 2')
  // Shown at once, and stored when the portal says so.
  const stored = page.waitForResponse(
    (response) => response.request().method() !== 'GET' && response.url().includes('/items/1'),
  )
  await page.keyboard.press('r')
  await expect(page.getByText('1 of 2 decided')).toBeVisible()
  await stored
  await other.keyboard.press('s')
  const told = other.getByRole('alert')
  await expect(told).toContainText('Trust 1 was not stored')
  await expect(told).toContainText(/alex@.+ decided to remove it since you read it/)
  await other.getByRole('button', { name: 'Look at it' }).click()
  await expect(other.getByText(/alex@.+ decided to remove it,/)).toBeVisible()
  await other.keyboard.press('j')
  await undecided(other, '2 of 2')
  await other.keyboard.press('k')
  await expect(page.getByText('2 of 2 decided')).toBeVisible()
  await context.close()
})

test('a draft is made by keyboard, gets a reviewer by name and other trusts, and is opened', async ({
  signedInAs,
}) => {
  const stem = await plantTrusts(3)
  const page = await signedInAs('admin')
  await readInventory(page)
  await page.goto(`/reviews/new?q=${stem}&name=Quarter`)
  await expect(page.getByText('3 trusts', { exact: true })).toBeVisible()
  await page.getByRole('searchbox', { name: 'Find a person' }).focus()
  await page.keyboard.type('dan')
  const dana = page.getByRole('button', { name: /dana@contoso/ })
  await expect(dana).toBeVisible()
  await page.keyboard.press('Tab')
  await expect(dana).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('People who decide')).toHaveValue('dana@contoso.onmicrosoft.com')
  await page.getByRole('button', { name: 'Save as draft' }).press('Enter')
  await expect(page.getByRole('heading', { name: 'Quarter: settings' })).toBeVisible()
  await page.getByLabel('Trusts').fill(`${stem} t-1`)
  await expect(page.getByText('1 trust', { exact: true })).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Open the review' }).press('Enter')
  await undecided(page, '1 of 1')
  await page.getByText(/^Who decides:/).click()
  await expect(page.getByText(/dana@.+ decided about 0 trusts/)).toBeVisible()
  await expect(page.getByRole('button', { name: 'Copy a reminder to send' })).toBeVisible()
})

test('somebody whom no review names is told so, and cannot make one', async ({ signedInAs }) => {
  const page = await signedInAs('reader')
  await page.goto('/reviews')
  await expect(page.getByText('No review waits for you')).toBeVisible()
  await expect(page.getByRole('link', { name: 'New review' })).toHaveCount(0)
  await page.goto('/reviews/new')
  await expect(page.getByText('Administrators of this portal make reviews')).toBeVisible()
  await page.setViewportSize({ width: 390, height: 844 })
})
