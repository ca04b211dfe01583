import { expect, test, uniqueName } from '../fixtures.ts'
import { changeRules } from '../rules.ts'
import { secondPerson } from '../second-person.ts'

test('an administrator writes a rule, sees whom it would refuse, and loses nothing when another saves meanwhile', async ({
  browser,
  signedInAs,
}) => {
  const page = await signedInAs('admin')
  const other = await secondPerson(browser, 'admin')
  const [title, theirs] = [uniqueName('Ours'), uniqueName('theirs')]
  // Of a group that is not there, so that it binds nobody.
  const scope = '/subscriptions/11111111-2222-4333-8444-555555555555/resourceGroups/rg-nowhere'
  await page.goto('/policies')
  await page.getByRole('button', { name: /Write the first rule|Change the rules/ }).click()
  await page.getByRole('button', { name: 'Add a rule' }).click()
  const rule = page.getByRole('group', { name: 'New rule' })
  await page.getByRole('button', { name: 'Save the rules' }).click()
  await expect(rule).toContainText('The title is empty.')
  await rule.getByRole('textbox', { name: 'Title' }).fill(title)
  const named = page.getByRole('group', { name: title })
  await named.getByRole('textbox', { name: 'Names of trusts' }).fill('gha-*')
  await expect.poll(() => page.evaluate(() => JSON.stringify(sessionStorage).includes('gha-*'))).toBe(true)
  await page.reload()
  await expect(page.getByText('What you typed is back')).toBeVisible()
  await page.getByRole('button', { name: 'Try them on today’s trusts' }).click()
  await expect(page.getByText(/^Would refuse [1-9]/)).toBeVisible({ timeout: 30_000 })
  await named.getByText('Where and for whom it holds, roles').click()
  await named.getByRole('textbox', { name: 'Only below these scopes' }).fill(scope)
  await expect(page.getByText(/^Would refuse 0 of/)).toBeVisible()

  await other.goto('/policies')
  await changeRules(other, theirs, { title: theirs, scopes: [scope] })
  await page.getByRole('button', { name: 'Save the rules' }).click()
  await expect(page.getByRole('alert')).toContainText(theirs)
  await expect(named.getByRole('textbox', { name: 'Names of trusts' })).toHaveValue('gha-*')
  await page.getByRole('textbox', { name: 'Why' }).fill('Agreed on Monday')
  await page.getByRole('button', { name: /^Save over version/ }).click()
  const rules = page.getByRole('list', { name: 'Rules', exact: true })
  await expect(rules).toContainText('The name of a trust has the form gha-*.')
  await expect(rules).not.toContainText(theirs)
  const version = page.getByRole('listitem').filter({ hasText: 'Agreed on Monday' }).getByRole('link')
  await version.click()
  await expect(page.getByRole('list', { name: 'What differs' })).toContainText(`Taken away: ${theirs}`)
  await page
    .getByRole('link', { name: /^Version \d+/ })
    .nth(1)
    .click()
  await page.getByRole('button', { name: /^Go back to version/ }).click()
  await expect(page.getByRole('group', { name: theirs })).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'Why' })).toHaveValue(/^Back to version/)
  await page.getByRole('button', { name: 'Cancel' }).click()
  await changeRules(page, title.toLowerCase(), null)
  await other.context().close()
})

test('a developer reads the rules, and is told who changes them', async ({ signedInAs }) => {
  const page = await signedInAs('developer')
  await page.goto('/policies')
  await expect(page.getByText('Administrators of this portal change the rules')).toBeVisible()
  await expect(page.getByRole('button', { name: /Change the rules|Write the first rule/ })).toHaveCount(0)
})
