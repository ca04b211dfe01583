import type { Locator, Page } from '@playwright/test'
import { expect, test } from '../fixtures.ts'
import { secondPerson } from '../second-person.ts'
import { readFromArm, readTenant } from '../tenant.ts'
import { findSeeded, identityAddress, makeIdentity } from '../trusts.ts'

const reader = 'acdd72a7-3385-48ef-bd42-f606fba81ae7'

/** Roles that a principal holds in a subscription, as Azure tells them to a script. */
async function rolesHeld(subscriptionId: string, principalId: string): Promise<unknown> {
  const filter = encodeURIComponent(`principalId eq '${principalId}'`)
  const list = `/subscriptions/${subscriptionId}/providers/Microsoft.Authorization/roleAssignments`
  const { body } = await readFromArm(`${list}?api-version=2022-04-01&$filter=${filter}`)
  return body
}

/** Once the trusts above it are there, which push the button away from under a press. */
async function openGiveRole(page: Page): Promise<Locator> {
  await expect(page.getByRole('region', { name: 'Trusts', exact: true })).toContainText('4 of 20')
  const access = page.getByRole('region', { name: 'Access', exact: true })
  await expect(access).toContainText('No role in')
  await access.getByRole('button', { name: 'Give a role' }).click()
  return access
}

test('an administrator gives the least role for a task at a resource group, sees it and removes it', async ({
  signedInAs,
}) => {
  const page = await signedInAs('admin')
  const made = await makeIdentity(page)
  await page.goto(identityAddress(made))
  const access = page.getByRole('region', { name: 'Access', exact: true })
  await expect(access).toContainText('It can sign in, but do nothing there.')

  const open = access.getByRole('button', { name: 'Give a role' })
  await open.click()
  await expect(access.getByRole('heading', { name: `Give ${made.identity} a role` })).toBeFocused()
  await access.getByLabel('What it needs to do').selectOption('Look at resources without changing them')
  await expect(access.getByLabel('Resource group', { exact: true })).toHaveValue(made.group)
  const effect = access.getByRole('region', { name: 'What will happen' })
  await expect(effect).toContainText(`${made.identity} may then look at everything in ${made.group}.`)
  await expect(effect).toContainText(`--role ${reader} --scope "/subscriptions/${made.subscriptionId}`)
  const [, principalId = ''] = /--assignee-object-id (\S+)/.exec((await effect.textContent()) ?? '') ?? []
  await access.getByRole('button', { name: 'Give role' }).click()

  const row = access.getByRole('listitem').filter({ hasText: `Reader on ${made.group}` })
  await expect(row).toBeVisible()
  await expect(open).toBeFocused()
  expect(await rolesHeld(made.subscriptionId, principalId)).toMatchObject({
    value: [{ properties: { scope: `/subscriptions/${made.subscriptionId}/resourceGroups/${made.group}` } }],
  })

  await row.getByRole('button', { name: 'Remove' }).click()
  await expect(page.getByRole('dialog')).toContainText(`loses Reader on ${made.group}`)
  await page.getByRole('button', { name: 'Cancel' }).click()
  await expect(row.getByRole('button', { name: 'Remove' })).toBeFocused()
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Remove role' }).click()
  await expect(row).toHaveCount(0)
  await expect(access.getByRole('heading', { name: 'Access' })).toBeFocused()
  expect(await rolesHeld(made.subscriptionId, principalId)).toEqual({ value: [] })
})

test('a whole subscription needs a tick, an owner-like role a reason, and a wrong ID is told at its field', async ({
  signedInAs,
}) => {
  const page = await signedInAs('admin')
  const seeded = await findSeeded()
  await page.goto(identityAddress(seeded))
  const access = await openGiveRole(page)
  await access.getByLabel('What it needs to do').selectOption('Deploy templates into one resource group')
  await access.getByRole('radio', { name: 'A whole subscription' }).check()
  await access.getByRole('button', { name: 'Give role' }).click()
  await expect(page.locator('[data-error-summary]')).toContainText('2 fields need a change')
  await expect(access.getByText('Say why nothing less will do.').first()).toBeVisible()
  await access.getByRole('radio', { name: 'One resource' }).check()
  await access.getByLabel('Resource ID').fill(`/subscriptions/${seeded.subscriptionId}`)
  await access.getByRole('button', { name: 'Give role' }).click()
  await expect(access.getByLabel('Resource ID')).toHaveAccessibleDescription(/the ID of a subscription/)
})

test('who may not give roles is told the exact role before anything is filled, with a request to copy', async ({
  context,
  signedInAs,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const page = await signedInAs('developer')
  const seeded = await findSeeded()
  await page.goto(identityAddress(seeded))
  const access = await openGiveRole(page)
  await expect(access).toContainText(`You cannot give roles on ${seeded.group}`)
  await expect(access).toContainText('Role Based Access Control Administrator')
  await expect(access.getByRole('button', { name: 'Give role' })).toBeDisabled()
  await access.getByRole('button', { name: 'Copy request to admin' }).click()
  const request = await page.evaluate(() => navigator.clipboard.readText())
  expect(request).toContain('I need Role Based Access Control Administrator on this scope')
  expect(request).toContain(
    `--scope "/subscriptions/${seeded.subscriptionId}/resourceGroups/${seeded.group}"`,
  )
  const { accounts } = await readTenant()
  expect(request).toContain(`Account: ${accounts.find(({ role }) => role === 'developer')?.username ?? ''}`)
  expect(request).not.toContain('<')
})

test('a role that somebody may not give is asked for, and stands once an administrator approved it', async ({
  browser,
  signedInAs,
}) => {
  const page = await signedInAs('developer')
  const made = await makeIdentity(page)
  await page.goto(identityAddress(made))
  const access = page.getByRole('region', { name: 'Access', exact: true })
  await access.getByRole('button', { name: 'Give a role' }).click()
  await expect(access).toContainText('then you can send them as a request')
  await access.getByLabel('What it needs to do').selectOption('Look at resources without changing them')
  await access.getByRole('button', { name: 'Send a request' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Why it is needed').fill('It reads the settings of the shop')
  await dialog.getByRole('button', { name: 'Send the request' }).click()
  await page.waitForURL(/\/requests\/[0-9a-f-]{36}$/)

  const admin = await secondPerson(browser, 'admin')
  await admin.goto(page.url())
  await expect(admin.getByRole('heading', { level: 1 })).toContainText(`ccess of ${made.identity}`)
  await expect(admin.getByRole('list', { name: /^Roles of/ })).toContainText('Reader')
  await admin.getByRole('button', { name: 'Approve and set up' }).click()
  await expect(admin.getByText('Approved', { exact: true }).first()).toBeVisible()
  await admin.context().close()
  await page.goto(identityAddress(made))
  await expect(access).toContainText('Reader')
})
