import type { Page } from '@playwright/test'
import { expectAccessible } from '../accessible.ts'
import { expect, test, uniqueName } from '../fixtures.ts'
import { putRateLimit, putRepository } from '../github.ts'
import { storedOn } from '../many.ts'
import { askArm, readFromArm } from '../tenant.ts'
import { makeIdentity, type MadeIdentity } from '../trusts.ts'

function box(page: Page) {
  return page.getByRole('combobox', { name: 'Managed identity' })
}

function places(page: Page) {
  return page.getByRole('textbox', { name: 'Environments', exact: true })
}

function idOf({ subscriptionId, group, identity }: MadeIdentity): string {
  return `/subscriptions/${subscriptionId}/resourceGroups/${group}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/${identity}`
}

test('the first save moves nothing, a deleted identity is left out, GitHub runs dry, and a second tab takes nothing away', async ({
  signedInAs,
}) => {
  const page = await signedInAs('developer')
  const made = await makeIdentity(page)
  const gone = await makeIdentity(page)
  const name = uniqueName('hard')
  const [first, second] = [`contoso/${name}-1`, `contoso/${name}-2`]
  await putRepository('contoso', `${name}-1`, { visibility: 'public', environments: ['dev', 'Prod'] })
  await putRepository('contoso', `${name}-2`, { visibility: 'public', environments: ['dev', 'prod'] })

  await page.setViewportSize({ width: 1440, height: 500 })
  await page.goto('/new/bulk')
  await box(page).scrollIntoViewIfNeeded()
  const before = await page.evaluate(() => window.scrollY)
  expect(before).toBeGreaterThan(100)
  await box(page).fill(made.identity)
  const option = page.getByRole('option', { name: new RegExp(made.identity) })
  await expect(option).toBeVisible()
  // What opens under the field, with one of eight left, leaves the page where it is.
  await expect(page.getByRole('option')).toHaveCount(1)
  expect(await page.evaluate(() => window.scrollY)).toBe(before)
  await option.click()
  await page.waitForURL(/\?draft=/)
  await expect(page.getByText(/^Draft saved/)).toBeAttached()
  // The router scrolls, if it does, once the page of the new address is drawn.
  await page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
  )
  expect(await page.evaluate(() => window.scrollY)).toBeGreaterThan(before / 2)

  await expect(box(page)).toHaveValue('')
  await box(page).click()
  await expect(page.getByRole('option', { name: new RegExp(gone.identity) })).toBeVisible()
  expect(await page.getByRole('option').count()).toBeGreaterThan(1)
  expect((await askArm('DELETE', `${idOf(gone)}?api-version=2024-11-30`)).status).toBe(200)
  await page.getByRole('option', { name: new RegExp(gone.identity) }).click()
  const chosen = page.getByRole('list', { name: 'Chosen identities' })
  await expect(chosen).toContainText('Not in Azure any more')
  await expect(page.getByText(/^Azure has no .+ any more/)).toBeVisible()
  await page.getByRole('button', { name: `Leave out ${gone.identity}` }).click()
  await box(page).fill(gone.identity)
  await expect(page.getByRole('option')).toHaveCount(0)
  await box(page).fill('')
  await box(page).press('Escape')

  await putRateLimit({ remaining: 0, resetInSeconds: 4 })
  try {
    await page.getByRole('textbox', { name: 'GitHub repositories' }).fill(`${first}\n${second}`)
    await places(page).fill('dev\nprod')
    await expect(page.getByText('GitHub answered for 0 of 2 repositories')).toBeVisible()
    await expect(page.getByText(/It answers again at \d\d:\d\d:\d\d/)).toBeVisible()
    await expect(page.getByText('4 new trusts on 1 identity.')).toBeVisible()
  } finally {
    await putRateLimit({ remaining: 5000, resetInSeconds: 3600 })
  }
  await expect(async () => {
    await page.getByRole('button', { name: 'Ask for the rest' }).click({ timeout: 1000 })
    await expect(page.getByText('GitHub says: 2 repositories send IDs')).toBeVisible({ timeout: 3000 })
  }).toPass({ timeout: 60_000 })
  await expect(page.getByText('1 row names an environment that GitHub does not have')).toBeVisible()
  await expect(
    page.getByText(`Row 2, ${first}: prod is written Prod at GitHub, and capitals count.`),
  ).toBeVisible()

  await expect(page.getByText(/^Draft saved/)).toBeVisible()
  const other = await page.context().newPage()
  await other.goto(page.url())
  await expect(places(other)).toHaveValue('dev\nprod')
  await places(other).fill('dev\nstage')
  await expect(other.getByText(/^Draft saved/)).toBeVisible()
  const saved = other.waitForResponse((answer) => answer.request().method() === 'PUT' && answer.ok())
  await places(other).fill('dev\nstage\nlive')
  await saved
  await places(page).fill('dev\nqa')
  const told = page.getByRole('alert').filter({ hasText: 'This draft was saved in another tab' })
  await expect(told).toContainText('6 trusts for repositories')
  await expect(places(page)).toHaveValue('dev\nqa')
  await told.getByRole('button', { name: 'Keep what is here' }).click()
  await expect(told).toHaveCount(0)
  await expect(page.getByText(/^Draft saved/)).toBeVisible()
  await places(other).fill('dev')
  const toldThere = other.getByRole('alert').filter({ hasText: 'This draft was saved in another tab' })
  await toldThere.getByRole('button', { name: 'Take the other one' }).click()
  await expect(places(other)).toHaveValue('dev\nqa')
  await expect(other.getByRole('list', { name: 'Chosen identities' })).toContainText(made.identity)
  await other.close()
})

test('who signs in to GitHub from many at once comes back to the same rows, which are then looked up', async ({
  signedInAs,
}) => {
  const page = await signedInAs('developer')
  await page.goto('/new/bulk')
  const repositories = page.getByRole('textbox', { name: 'GitHub repositories' })
  await repositories.fill('contoso/payments-api')
  await places(page).fill('prod')
  const open = page.getByText('1 repository without GitHub’s word')
  await expect(open).toBeVisible()
  // Pressed before the last letters were saved: they go along.
  await places(page).fill('prod\nstage')
  await page.getByRole('button', { name: 'Sign in to GitHub' }).click()
  await page.getByRole('radio', { name: /dana-contoso/ }).check()
  await page.getByRole('button', { name: 'Authorize' }).click()
  await expect(page.getByText('You are signed in to GitHub')).toBeVisible()
  expect(new URL(page.url()).searchParams.get('draft')).not.toBeNull()
  await expect(repositories).toHaveValue('contoso/payments-api')
  await expect(places(page)).toHaveValue('prod\nstage')
  await expect(page.getByText('GitHub says: 1 repository sends IDs')).toBeVisible()
  await expect(page.getByText('Looked up as dana-contoso of GitHub.')).toBeVisible()
  await expectAccessible(page)
  // What was seen with that access is not kept without it.
  await page.getByRole('button', { name: 'Sign out of GitHub' }).click()
  await expect(open).toBeVisible()
})

test('new identities get their group and their roles from the run, which names both before it writes', async ({
  signedInAs,
}) => {
  const page = await signedInAs('admin')
  const made = await makeIdentity(page)
  const stem = uniqueName('id-many')
  const group = uniqueName('rg-many')
  await page.goto('/new/bulk')
  await page.getByRole('textbox', { name: 'GitHub repositories' }).fill(`contoso/${stem}`)
  await places(page).fill('dev\nprod')
  await page.getByRole('textbox', { name: 'How many new ones' }).fill('1')
  await page.getByRole('textbox', { name: 'Name of the new identities' }).fill(stem)
  await page.getByRole('combobox', { name: 'Subscription' }).selectOption(made.subscriptionId)
  await page.getByRole('combobox', { name: 'Resource group' }).selectOption('Make a new group')
  await page.getByRole('textbox', { name: 'Name of the group' }).fill(group)
  await page.getByRole('combobox', { name: 'Location' }).selectOption('westeurope')
  const access = page.getByRole('region', { name: 'Access for new identities' })
  await access.getByRole('button', { name: 'Add a role' }).click()
  await expect(page.getByText('Add the role that you began, or leave it out.')).toBeVisible()
  await access.getByRole('button', { name: 'Add this role' }).click()
  await expect(access.getByText('Choose what it needs to do.')).toBeVisible()
  await access.getByLabel('What it needs to do').selectOption('Look at resources without changing them')
  await access.getByLabel('Resource group', { exact: true }).selectOption(made.group)
  await access.getByRole('button', { name: 'Add this role' }).click()
  await expect(access.getByRole('list', { name: 'Roles it gets' })).toContainText(`Reader on ${made.group}`)
  await expect(access.getByRole('button', { name: 'Add another role' })).toBeFocused()
  await page.getByRole('button', { name: 'Check 2 trusts' }).click()
  for (const line of ['1 new resource group', '1 new identity', '2 new trusts', '1 new role']) {
    await expect(page.getByText(line, { exact: true })).toBeVisible({ timeout: 30_000 })
  }
  await page.getByRole('button', { name: 'Create 2 trusts' }).click()
  await expect(page.getByText('All of it is in Azure')).toBeVisible({ timeout: 60_000 })
  const row = page.getByRole('row').filter({ hasText: `Access of ${stem}-1` })
  await expect(row).toContainText(`Role Reader on ${made.group}`)
  await expect(page.getByRole('row').filter({ hasText: '· environment prod' }).first()).toBeVisible()

  const fresh = { ...made, group, identity: `${stem}-1` }
  expect(await storedOn(fresh)).toHaveLength(2)
  const scope = `/subscriptions/${made.subscriptionId}/resourceGroups/${made.group}`
  const { body } = await readFromArm(
    `${scope}/providers/Microsoft.Authorization/roleAssignments?api-version=2022-04-01`,
  )
  const { body: identity } = await readFromArm(`${idOf(fresh)}?api-version=2024-11-30`)
  const { principalId } = (identity as { properties: { principalId: string } }).properties
  expect(JSON.stringify(body)).toContain(principalId)
})
