import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { askPortal } from '../ask-portal.ts'
import { expect, test } from '../fixtures.ts'
import { askArm, readFromArm } from '../tenant.ts'
import { armPath, makeIdentity } from '../trusts.ts'

test('while the trusts are read the page says so, however late it hears of it, and the findings come by themselves', async ({
  signedInAs,
}) => {
  const page = await signedInAs('developer')
  await askPortal(page, 'POST', '/api/inventory')
  await page.addInitScript(() => {
    const look = () => {
      if (document.documentElement.textContent.includes('Nothing was read yet'))
        Reflect.set(window, 'calledUnread', true)
    }
    new MutationObserver(look).observe(document, { childList: true, subtree: true, characterData: true })
  })
  const groups = page.waitForResponse('**/api/findings/groups*')
  await page.route('**/api/inventory/latest*', async (route) => {
    await groups
    // What came before is drawn by now.
    await page.evaluate(
      () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
    )
    await route.continue()
  })
  await page.goto('/findings')
  await expect(page.getByRole('list', { name: 'Findings by rule' })).toBeVisible({ timeout: 30_000 })
  expect(await page.evaluate(() => Reflect.get(window, 'calledUnread') as unknown)).toBeUndefined()
  await page.goto('/?as=admin')
  await expect(page.getByRole('list').filter({ hasText: 'Open findings' })).not.toContainText('Nothing was')
})

test('an administrator works a rule down by keyboard: accepts one for a reason, opens it again, and exports', async ({
  signedInAs,
}) => {
  const page = await signedInAs('admin')
  await judged(page)
  await page.getByRole('link', { name: 'Names that others can take' }).click()
  await expect(page).toHaveURL(/rule=mutable-subject/)
  const rows = page.getByRole('list', { name: 'Findings', exact: true }).getByRole('listitem')
  await rows.first().waitFor()
  const before = Number(await rows.first().getAttribute('aria-setsize'))
  const first = await rows.first().getAttribute('aria-label')

  await page.keyboard.press('j')
  await expect(rows.first()).toBeFocused()
  await page.keyboard.press('a')
  const dialog = page.getByRole('dialog', { name: 'Accept this finding' })
  await dialog.getByRole('button', { name: 'Accept this finding' }).click()
  await expect(dialog).toContainText('Say why, in a few words.')
  await dialog.getByLabel('Why').fill('The team moves to IDs in January')
  await dialog.getByRole('button', { name: 'Accept this finding' }).click()
  await expect(rows.first()).toHaveAttribute('aria-setsize', String(before - 1))

  await page.getByRole('link', { name: /^Accepted/ }).click()
  await expect(page).toHaveURL(/state=accepted/)
  const accepted = rows.filter({ hasText: 'The team moves to IDs in January' })
  await expect(accepted).toHaveAttribute('aria-label', first ?? '')
  expect(await exported(page, 'Export CSV')).toContain('mutable-subject')
  expect(JSON.parse(await exported(page, 'Export SARIF'))).toMatchObject({ version: '2.1.0' })
  await page.reload()
  await accepted.getByRole('checkbox').check()
  await page.getByRole('button', { name: 'Open again' }).click()
  await expect(page.getByText('Nothing accepted here')).toBeVisible()
})

test('a finding says what follows and what it rests on, and its words find nothing when they match nothing', async ({
  signedInAs,
}) => {
  const page = await signedInAs('admin')
  await judged(page)
  await page.goto('/findings?rule=cannot-match')
  await page.getByRole('list', { name: 'Findings', exact: true }).getByRole('listitem').first().waitFor()
  await page.keyboard.press('j')
  await page.keyboard.press('o')
  await expect(page.getByRole('heading', { name: 'What it rests on' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Accept until…' })).toBeVisible()
  await page.goto('/findings?q=nothing-is-called-this')
  await page.getByRole('button', { name: 'Clear the filters' }).click()
  await expect(page).not.toHaveURL(/q=/)
})

test('who is no administrator sees the findings of their own trusts, and who can accept them', async ({
  signedInAs,
}) => {
  const page = await signedInAs('developer')
  await judged(page)
  await expect(page.getByText('Administrators of this portal accept findings')).toBeVisible()
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto('/findings?rule=all')
  await page.getByRole('list', { name: 'Findings', exact: true }).waitFor()
  await expect(page.getByRole('button', { name: 'Accept…' })).toHaveCount(0)
  const sideways = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  expect(sideways).toBe(0)
})

test('picked findings are fixed in one run, after a look at what would change to the letter', async ({
  signedInAs,
}) => {
  const page = await signedInAs('admin')
  const made = await makeIdentity(page)
  const { status } = await askArm('PUT', armPath(made, 'slash'), {
    properties: {
      issuer: 'https://token.actions.githubusercontent.com/',
      subject: 'repo:contoso/pay-api:environment:prod',
      audiences: ['api://AzureADTokenExchange'],
    },
  })
  expect(status).toBeLessThan(300)
  await page.goto(`/findings?rule=cannot-match&q=${made.identity}`)
  const readAll = page.getByRole('button', { name: /^Read (the trusts|again)$/ })
  await readAll.click()
  const rows = page.getByRole('list', { name: 'Findings', exact: true }).getByRole('listitem')
  await expect(rows).toHaveCount(1, { timeout: 30_000 })
  await page.getByRole('checkbox', { name: /^Pick all/ }).check()
  await page.getByRole('button', { name: 'Fix…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Fix 1 finding' })
  await expect(dialog.getByRole('list', { name: 'Changes' })).toContainText(
    `Change slash on ${made.identity}`,
  )
  await dialog.getByRole('button', { name: 'Make 1 change' }).click()
  await expect(page).toHaveURL(/\/findings\/fixes\/[0-9a-f-]{36}$/)
  await expect(page.getByRole('main')).toContainText('1 of 1 change made.', { timeout: 30_000 })
  expect((await readFromArm(armPath(made, 'slash'))).body).toMatchObject({
    properties: { issuer: 'https://token.actions.githubusercontent.com' },
  })
})

/** Reads the trusts where nobody did yet; what was found by rule comes to the same page by itself. */
async function judged(page: Page): Promise<void> {
  await page.goto('/findings')
  const found = page.getByRole('list', { name: 'Findings by rule' })
  const read = page.getByRole('button', { name: 'Read the trusts' })
  await found.or(read).first().waitFor()
  if (await read.isVisible()) await read.click()
  await expect(found).toBeVisible({ timeout: 30_000 })
}

async function exported(page: Page, button: string): Promise<string> {
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: button }).click()
  return readFile(await (await download).path(), 'utf8')
}
