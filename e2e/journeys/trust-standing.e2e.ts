import { expectAccessible } from '../accessible.ts'
import { expect, test, uniqueName } from '../fixtures.ts'
import { plantTrusts, readInventory } from '../reviews.ts'
import { askArm, readTenant } from '../tenant.ts'
import { armPath, trustAddress, type MadeIdentity } from '../trusts.ts'

const group = 'rg-pay-dev'

async function change(made: MadeIdentity, trust: string, subject: string): Promise<void> {
  const properties = {
    issuer: 'https://token.actions.githubusercontent.com',
    subject,
    audiences: ['api://AzureADTokenExchange'],
  }
  expect((await askArm('PUT', armPath(made, trust), { properties })).status).toBeLessThan(300)
}

async function subscriptionId(): Promise<string> {
  return (await readTenant()).subscriptions[0]?.subscriptionId ?? ''
}

test('what AKS keeps cannot be changed, deleted or switched, and its page leads to the map and back', async ({
  signedInAs,
}) => {
  test.setTimeout(120_000)
  const made = { subscriptionId: await subscriptionId(), group, identity: uniqueName('id-aks') }
  const identity = armPath(made, '').replace('/federatedIdentityCredentials/', '')
  const tags = { 'aks-managed-cluster-name': 'aks-pay' }
  expect((await askArm('PUT', identity, { location: 'westeurope', tags })).status).toBeLessThan(300)
  await change(made, 'addon', `repo:contoso/${made.identity}:environment:prod`)
  const page = await signedInAs('admin')
  await readInventory(page)
  // The address asks for the form of a change: it stays closed.
  await page.goto(`${trustAddress(made, 'addon')}?change=1`)
  await expect(page.getByText('Azure Kubernetes Service keeps this trust')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Change', exact: true })).toHaveAttribute(
    'aria-disabled',
    'true',
  )
  await expect(page.getByRole('button', { name: 'Delete', exact: true })).toHaveAccessibleDescription(
    /turn the add-on off at the cluster/,
  )
  await expect(page.getByRole('form', { name: /^Change trust/ })).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Ask an administrator' })).toHaveCount(0)
  await expectAccessible(page)

  await page.getByRole('link', { name: 'Show it on the map' }).click()
  await expect(page.getByRole('navigation', { name: 'Focus' })).toContainText(made.identity)
  await page.getByRole('link', { name: 'Back to the trust' }).click()
  await expect(page).toHaveURL(new RegExp(`/${made.identity}/addon`))
})

test('a trust that changed since a review was made is taken into it as it is now, and decided anew', async ({
  signedInAs,
}) => {
  test.setTimeout(120_000)
  const stem = await plantTrusts(1)
  const made = { subscriptionId: await subscriptionId(), group, identity: `${stem}-0` }
  const page = await signedInAs('admin')
  await readInventory(page)
  await page.goto(`/reviews/new?q=${stem}`)
  await page.getByRole('button', { name: 'Open the review' }).click()
  await expect(page.getByText('Not decided yet.')).toBeVisible()
  await page.keyboard.press('s')
  await expect(page.getByText('1 of 1 decided', { exact: true })).toBeVisible()
  await change(made, 't-0', `repo:contoso/${stem}-0:pull_request`)
  await readInventory(page)
  const address = page.url().replace(/\?.*/, '?item=1')
  await page.goto(address)
  const note = page.getByRole('region', { name: 'Trust' })
  await expect(note.getByText('Changed meanwhile')).toBeVisible()
  await expect(note.locator('del')).toHaveText(['environment:prod'])
  await expect(note.locator('ins')).toHaveText(['pull_request'])
  await expectAccessible(page)
  await note.getByRole('button', { name: 'Take it as it is now' }).click()
  await expect(page.getByText('Not decided yet.')).toBeVisible()
  await expect(page.getByText('0 of 1 decided', { exact: true })).toBeVisible()
  await expect(note.getByText('Changed meanwhile')).toHaveCount(0)
  await expect(note.getByText(/had decided to skip its form before/)).toBeVisible()
  await page.keyboard.press('r')
  await expect(page.getByText('1 of 1 decided', { exact: true })).toBeVisible()
})
