import type { Page } from '@playwright/test'
import { askPortal } from '../ask-portal.ts'
import { expectAccessible } from '../accessible.ts'
import { expect, test } from '../fixtures.ts'
import { askArm, readFromArm } from '../tenant.ts'
import { armPath, makeIdentity, postTrust, trustAddress, type MadeIdentity } from '../trusts.ts'
import { openStep, step } from '../wizard.ts'

const owner = '8e3af657-a8ff-443c-a75c-2fe8c4bcb635'
/** The account of scripts, which then may write locks. */
const automation = 'c8f1d3e5-6072-4b94-8c2d-1e3f507b9c03'

test('the review of the wizard lets a certain fault through only to who insists, and a field that refuses it says so', async ({
  signedInAs,
}) => {
  const page = await signedInAs('developer')
  const made = await makeIdentity(page)
  const subject = 'repo:contoso/pay-api:environment/prod'
  await page.goto(wizardLink(made, subject, 'insisted-here'))
  await openStep(page, 'Workload')
  await page.getByRole('textbox', { name: 'Subject', exact: true }).fill('repo:contoso/pay-api:pull-request')
  await expect(page.getByText('not even by insisting')).toBeVisible()
  await page.getByRole('textbox', { name: 'Subject', exact: true }).fill(subject)
  await expect(page.getByText('not even by insisting')).toBeHidden()
  await openStep(page, 'Review')

  await expect(page.getByText('This would fail')).toHaveCount(1)
  const create = page.getByRole('button', { name: 'Create and verify' })
  await expect(create).toHaveAttribute('aria-disabled', 'true')
  await expect(page.getByText('No token would match. Change what is named, or tick')).toBeVisible()
  await expect(page.getByRole('list', { name: 'Changes' })).toContainText('insisted-here (will be made)')
  await expectAccessible(page)
  await page.getByRole('checkbox', { name: /^Store it all the same/ }).check()
  await create.click()
  await expect(step(page, 'Verify')).toBeVisible()
  await expect(page.getByRole('heading', { name: 'In Azure now' })).toBeVisible({ timeout: 30_000 })
  expect(JSON.stringify(await readFromArm(armPath(made, 'insisted-here')))).toContain(subject)
})

test('a lock is told before the review is sent and before a trust is deleted, with what depends on it', async ({
  signedInAs,
}) => {
  const page = await signedInAs('admin')
  const made = await makeIdentity(page)
  expect((await postTrust(page, made, 'kept')).status).toBe(201)
  await lock(page, made)

  await page.goto(trustAddress(made, 'kept'))
  await page.getByRole('button', { name: 'Delete' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText('It was never seen working here. That does not say that nobody uses it.')
  await expect(dialog).toContainText('It opens no role that you can read.')
  await expect(dialog).toContainText('Azure will refuse it')
  await expect(dialog).toContainText('from being changed')
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Delete trust' }).click()
  await expect(dialog.getByRole('alert')).toContainText('A lock protects this resource')
  expect((await readFromArm(armPath(made, 'kept'))).status).toBe(200)

  await page.goto(wizardLink(made, 'repo:contoso/pay-api:environment:locked', 'locked'))
  await openStep(page, 'Review')
  await expect(page.getByRole('region', { name: 'Asked of Azure beforehand' })).toContainText(
    'from being changed',
  )
})

function wizardLink(
  { subscriptionId, group, identity }: MadeIdentity,
  subject: string,
  name: string,
): string {
  const issuer = 'https://token.actions.githubusercontent.com'
  const given = {
    subscription: subscriptionId,
    group,
    identity,
    preset: 'other-issuer',
    issuer,
    subject,
    name,
  }
  return `/new?${new URLSearchParams(given).toString()}`
}

/** Against changes, on the group alone. */
async function lock(page: Page, { subscriptionId, group }: MadeIdentity): Promise<void> {
  const scope = `/subscriptions/${subscriptionId}/resourceGroups/${group}`
  const given = { scope, roleId: owner, reason: 'Writes a lock for a journey.' }
  const { status: answered } = await askPortal(
    page,
    'POST',
    `/api/principals/${automation}/role-assignments`,
    given,
  )
  expect(answered).toBe(201)
  const path = `${scope}/providers/Microsoft.Authorization/locks/keep?api-version=2020-05-01`
  expect((await askArm('PUT', path, { properties: { level: 'ReadOnly' } })).status).toBeLessThan(300)
}
