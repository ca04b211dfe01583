import type { Page } from '@playwright/test'
import { failAzure, mendAzure } from '../azure-faults.ts'
import { expect, test, uniqueName } from '../fixtures.ts'
import { askArm, readFromArm } from '../tenant.ts'
import { findSeeded } from '../trusts.ts'

/** A repository of its own for each journey, so that none makes another's identity the obvious one. */
function link(): string {
  return `/new?src=github&repo=octo-org/${uniqueName('choices')}&branch=main&identifiers=names`
}

function step(page: Page, name: string) {
  return page.getByRole('heading', { name, level: 1 })
}

/** By the list of steps: whether a link skips one is not what these journeys are about. */
async function openStep(page: Page, name: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Steps' }).getByRole('link', { name }).click()
  await expect(step(page, name)).toBeVisible()
}

function next(page: Page) {
  return page.getByRole('button', { name: 'Continue' })
}

function change(page: Page, text: string) {
  return page.getByRole('list', { name: 'Changes' }).getByText(text)
}

async function newIdentity(page: Page, name: string, group: string | { label: string }): Promise<void> {
  await openStep(page, 'Identity')
  await page.getByRole('radio', { name: 'A new managed identity' }).check()
  await page.getByLabel('Subscription').selectOption('Contoso Development')
  await page.getByLabel('Resource group', { exact: true }).selectOption(group)
  await page.getByLabel('Name of the identity').fill(name)
}

/** Each role of the identity there, and why it was given. */
async function rolesAt(scope: string, name: string): Promise<readonly (readonly [string, string | null])[]> {
  const identity = await readFromArm(
    `${scope}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/${name}?api-version=2023-01-31`,
  )
  // Both answers are ARM's own, of the shapes that the emulator is tested for.
  const { properties } = identity.body as { properties: { principalId: string } }
  const filter = encodeURIComponent(`principalId eq '${properties.principalId}'`)
  const { body } = await readFromArm(
    `${scope}/providers/Microsoft.Authorization/roleAssignments?api-version=2022-04-01&$filter=${filter}`,
  )
  const { value } = body as {
    value: { properties: { roleDefinitionId: string; description?: string | null } }[]
  }
  return value
    .map(({ properties: { roleDefinitionId, description } }) => {
      const role = roleDefinitionId.split('/').at(-1) ?? ''
      return [role, description ?? null] as const
    })
    .toSorted(([one], [other]) => one.localeCompare(other))
}

test('a new identity in a new group with two roles: seen before it is made, kept on the way back, made once', async ({
  signedInAs,
}) => {
  const page = await signedInAs('admin')
  const { subscriptionId } = await findSeeded()
  const [identity, group] = [uniqueName('id-two'), uniqueName('rg-two')]
  const effect = page.getByRole('region', { name: 'What will happen' })
  await page.goto(link())
  await newIdentity(page, identity, { label: 'Make a new group' })
  await page.getByLabel('Name of the group').fill(group)
  await expect(effect).toContainText(`${identity} · new, in ${group}`)
  // What is typed is kept, whichever way the person leaves the step.
  await page.getByRole('link', { name: 'Back' }).click()
  await openStep(page, 'Identity')
  await expect(page.getByLabel('Name of the group')).toHaveValue(group)
  await expect(page.getByLabel('Name of the identity')).toHaveValue(identity)
  await next(page).click()

  await expect(step(page, 'Access')).toBeVisible()
  await page.getByRole('radio', { name: 'Give it a role' }).check()
  const task = page.getByLabel('What it needs to do')
  await task.selectOption('Look at resources without changing them')
  await page.getByRole('radio', { name: 'A resource group' }).check()
  await page.getByRole('button', { name: 'Add another role' }).click()
  await expect(page.getByRole('list', { name: 'Roles it gets' })).toContainText(`Reader on ${group}`)
  await task.selectOption('Deploy templates into one resource group')
  await expect(effect).toContainText(`Owner-like on ${group}`)
  await next(page).click()
  await expect(page.getByText('Say why nothing less will do.').first()).toBeVisible()
  await page.getByLabel('Why nothing less will do').fill('It deploys every template of the group.')
  await next(page).click()

  await expect(step(page, 'Review')).toBeVisible()
  for (const line of [`resource group ${group}`, `managed identity ${identity}`, `role Reader on ${group}`]) {
    await expect(change(page, `${line} (will be made)`)).toBeVisible()
  }
  await page.getByRole('button', { name: 'The same as code' }).click()
  await expect(page.getByText(`az group create --name ${group}`)).toBeVisible()
  const slow = { status: 429, code: 'TooManyRequests', retryAfterSeconds: 15 }
  try {
    await failAzure({ match: { operation: 'arm/put-identity' }, mode: { next: 1 }, effect: slow })
    await page.getByRole('button', { name: 'Create and verify' }).click()
    await expect(page.getByText(`Resource group ${group}: made`)).toBeVisible()
    await expect(page.getByText(`Managed identity ${identity}: waiting for Azure`)).toBeVisible()
  } finally {
    await mendAzure()
  }

  // The tab is closed in between: the address of the draft alone leads back to where it is, and nothing is half-made.
  const draft = new URL('.', page.url()).pathname.replace(/\/$/, '')
  await page.goto('about:blank')
  await page.goto(draft)
  await expect(page).toHaveURL(/\/verify$/)
  await page.getByRole('button', { name: 'Stop' }).click()
  await expect(page.getByText('It stopped before its end')).toBeVisible()
  await page.getByRole('button', { name: 'Go on' }).click()
  await expect(page.getByRole('heading', { name: 'In Azure now' })).toBeVisible({ timeout: 30_000 })
  for (const what of [`Resource group ${group}`, `Managed identity ${identity}`])
    await expect(page.getByText(`${what}: made`)).toBeVisible()
  expect(await rolesAt(`/subscriptions/${subscriptionId}/resourceGroups/${group}`, identity)).toEqual([
    ['acdd72a7-3385-48ef-bd42-f606fba81ae7', null],
    ['b24988ac-6180-42a0-ab88-20f7382dd24c', 'It deploys every template of the group.'],
  ])
})

test('who may not give roles is told before, gets the trust all the same, and is not surprised by what came in between', async ({
  signedInAs,
}) => {
  const page = await signedInAs('developer')
  const { subscriptionId, group } = await findSeeded()
  const identity = uniqueName('id-left')
  const scope = `/subscriptions/${subscriptionId}/resourceGroups/${group}`
  await page.clock.install()
  await page.goto(link())
  await newIdentity(page, identity, group)
  await next(page).click()
  await page.getByRole('radio', { name: 'Give it a role' }).check()
  await page.getByLabel('What it needs to do').selectOption('Look at resources without changing them')
  await page.getByRole('radio', { name: 'A resource group' }).check()
  await expect(page.getByText(`The role will be left to somebody who may give it on ${group}`)).toBeVisible()
  await next(page).click()
  await expect(step(page, 'Review')).toBeVisible()
  await expect(change(page, `role Reader on ${group} (left to an administrator)`)).toBeVisible()
  await expect(page.getByRole('button', { name: 'Copy request to admin' })).toBeVisible()

  // Somebody else makes an identity of the name, elsewhere.
  const made = await askArm(
    'PUT',
    `${scope}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/${identity}?api-version=2023-01-31`,
    { location: 'northeurope' },
  )
  expect(made.status).toBe(201)
  await page.clock.fastForward(20_000)
  await page.getByRole('button', { name: 'Create and verify' }).click()
  await expect(page.getByText('Azure told something new meanwhile. Nothing was made')).toBeVisible()
  await expect(page.getByText('exists in northeurope').first()).toBeVisible()

  await page.getByRole('link', { name: 'Change identity' }).click()
  await page.getByLabel('Name of the identity').fill(`${identity}-b`)
  // The role was chosen already, so nothing is asked before the review.
  await next(page).click()
  await expect(change(page, `managed identity ${identity}-b (will be made)`)).toBeVisible()
  await page.getByRole('button', { name: 'Create and verify' }).click()
  await expect(page.getByRole('heading', { name: 'In Azure now' })).toBeVisible({ timeout: 30_000 })
  expect(await rolesAt(scope, `${identity}-b`)).toEqual([])
})

test('who may only read learns it at the choice, with the request to send', async ({ signedInAs }) => {
  const page = await signedInAs('reader')
  await page.goto(link())
  await openStep(page, 'Identity')
  await page.getByRole('radio', { name: 'A new managed identity' }).check()
  const { group } = await findSeeded()
  await page.getByLabel('Subscription').selectOption('Contoso Development')
  await page.getByLabel('Resource group', { exact: true }).selectOption(group)
  await expect(page.getByText(`You cannot make an identity in ${group}`)).toBeVisible()
  await expect(next(page)).toBeDisabled()
  await page.getByLabel('Resource group', { exact: true }).selectOption({ label: 'Make a new group' })
  await expect(page.getByText('You cannot make a resource group here')).toBeVisible()
  await page.getByRole('radio', { name: 'Another one' }).check()
  await page.getByLabel('Managed identity', { exact: true }).last().fill('id-pay-deploy-dev')
  await page.getByRole('option', { name: /id-pay-deploy-dev/ }).click()
  await expect(page.getByText('You cannot add a trust to id-pay-deploy-dev')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Copy request to admin' })).toBeVisible()
  await expect(next(page)).toBeDisabled()

  // On a telephone the preview is one line above the buttons, and nothing scrolls sideways.
  await page.setViewportSize({ width: 390, height: 844 })
  await page.getByText('What will happen:').click()
  await expect(page.getByText('Azure will look for exactly this')).toBeVisible()
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
})
