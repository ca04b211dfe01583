import { expectAccessible } from '../accessible.ts'
import { expect, test, uniqueName } from '../fixtures.ts'
import { tabTo } from '../tab-to.ts'
import { accounts, mintGitHubToken } from '../tenant.ts'
import { findSeeded } from '../trusts.ts'

test('signing in, making a trust, proving and deleting it needs no pointer', async ({ page }) => {
  const { identity, group } = await findSeeded()
  const name = uniqueName('by-keyboard')
  await page.goto('/')
  await tabTo(page, page.getByRole('link', { name: 'Sign in' }).first())
  await page.keyboard.press('Enter')
  const { developer } = await accounts()
  await tabTo(page, page.getByRole('button', { name: developer.username }))
  await page.keyboard.press('Enter')
  await page.waitForURL((url) => url.origin === process.env.E2E_PORTAL)

  await tabTo(page, page.getByRole('link', { name: 'New trust' }).first())
  await page.keyboard.press('Enter')
  await tabTo(page, page.getByRole('link', { name: 'Fill in the form by hand' }))
  await page.keyboard.press('Enter')
  await tabTo(page, page.getByRole('combobox', { name: 'Managed identity' }))
  await page.keyboard.type(identity)
  await page
    .getByRole('option', { name: new RegExp(`${identity}.*${group}|${identity}`) })
    .first()
    .waitFor()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await tabTo(page, page.getByRole('textbox', { name: 'Owner', exact: true }))
  await page.keyboard.type('contoso')
  await tabTo(page, page.getByRole('textbox', { name: 'Repository', exact: true }))
  await page.keyboard.type(name)
  await tabTo(page, page.getByRole('radio', { name: 'Environment' }))
  await page.keyboard.press('ArrowDown')
  await expect(page.getByRole('radio', { name: 'Branch' })).toBeChecked()
  await tabTo(page, page.getByRole('textbox', { name: 'Branch', exact: true }))
  await page.keyboard.type('main')
  await page.keyboard.press('Enter')
  await expect(page.getByText(/^Created gh-/)).toBeVisible()

  await tabTo(page, page.getByRole('link', { name: 'Prove this trust' }))
  await page.keyboard.press('Enter')
  await tabTo(page, page.getByLabel('Token of the workload'))
  await page.keyboard.insertText(
    await mintGitHubToken({ owner: 'contoso', repository: name, branch: 'main' }),
  )
  await tabTo(page, page.getByRole('button', { name: 'Run the exchange' }))
  await page.keyboard.press('Enter')
  await expect(page.getByText(`Seen working: the workload became ${identity}`)).toBeVisible()

  await page.keyboard.press('Shift+Tab')
  await page.locator('h1').focus()
  await tabTo(page, page.getByRole('button', { name: 'Delete' }))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Delete' })).toBeFocused()
  await page.keyboard.press('Enter')
  await tabTo(page, page.getByRole('dialog').getByRole('button', { name: 'Delete trust' }))
  await page.keyboard.press('Enter')
  await expect(page.getByText(/Deleted gh-/)).toBeVisible()
})

test('a page change moves the focus to the title, and the list of keys opens by a key', async ({
  signedInAs,
}) => {
  const page = await signedInAs('developer', { home: true })
  await page.keyboard.press('g')
  await page.keyboard.press('t')
  await expect(page).toHaveURL(/\/trusts/)
  await expect(page.getByRole('heading', { level: 1, name: 'Trusts' })).toBeFocused()
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog')).toBeVisible()
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  // Keys under an open dialog belong to it.
  await expect(page.getByRole('dialog')).toHaveCount(0)
  // The filter, and with it its key, comes with the first rows that were read.
  const filter = page.getByRole('textbox', { name: 'Filter trusts' })
  await expect(filter).toBeVisible({ timeout: 30_000 })
  await page.keyboard.press('/')
  await expect(filter).toBeFocused()
  await page.keyboard.type('g t ?')
  await expect(page).toHaveURL(/\/trusts/)
})
