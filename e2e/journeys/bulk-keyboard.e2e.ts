import { expect, test, uniqueName } from '../fixtures.ts'
import { storedOn } from '../many.ts'
import { tabTo } from '../tab-to.ts'
import { makeIdentity } from '../trusts.ts'

test('many at once by keyboard alone, on a narrow screen, without a sideways scroll', async ({
  signedInAs,
}) => {
  const page = await signedInAs('developer')
  const made = await makeIdentity(page)
  const name = uniqueName('keys')
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto('/new/bulk')
  const { keyboard } = page
  await tabTo(page, page.getByRole('textbox', { name: 'GitHub repositories' }))
  await keyboard.type(`contoso/${name}`)
  await tabTo(page, page.getByRole('textbox', { name: 'Environments', exact: true }))
  await keyboard.type('dev, prod')
  await tabTo(page, page.getByRole('combobox', { name: 'Managed identity' }))
  await keyboard.type(made.identity)
  await page.getByRole('option', { name: new RegExp(made.identity) }).waitFor()
  await keyboard.press('ArrowDown')
  await keyboard.press('Enter')
  await expect(page.getByRole('list', { name: 'Chosen identities' })).toContainText(made.identity)
  await expect(page.getByText('2 new trusts on 1 identity.')).toBeVisible()
  const check = page.getByRole('button', { name: 'Check 2 trusts' })
  await tabTo(page, check)
  // It says why it waits while GitHub is asked.
  await expect(check).toBeEnabled()
  await keyboard.press('Enter')
  const create = page.getByRole('button', { name: 'Create 2 trusts' })
  await create.waitFor()
  await tabTo(page, create)
  const width = await page.evaluate(() => document.documentElement.scrollWidth)
  expect(width).toBeLessThanOrEqual(390)
  await keyboard.press('Enter')
  await expect(page.getByText('All of it is in Azure')).toBeVisible({ timeout: 30_000 })
  expect(await storedOn(made)).toHaveLength(2)
})
