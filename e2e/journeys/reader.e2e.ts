import { expect, test } from '../fixtures.ts'
import { mintGitHubToken } from '../tenant.ts'
import { findSeeded, identityAddress, newTrustAddress, trustAddress, postTrust } from '../trusts.ts'

const missingRole = 'Managed Identity Contributor'

test('a reader sees an identity and its trusts, and is told which role is missing to add one', async ({
  signedInAs,
}) => {
  const page = await signedInAs('reader')
  const seeded = await findSeeded()
  await page.goto(identityAddress(seeded))
  await expect(page.getByText('4 of 20')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Add trust' })).toBeDisabled()
  await expect(page.getByRole('main')).toContainText(missingRole)
  await expect(page.getByRole('button', { name: 'Copy request to admin' })).toBeVisible()
})

test('a reader opens a trust but can neither change nor delete it, and is told why', async ({
  signedInAs,
}) => {
  const page = await signedInAs('reader')
  const seeded = await findSeeded()
  await page.goto(trustAddress(seeded, 'pay-api-main'))
  await expect(page.getByRole('button', { name: 'Change' })).toBeDisabled()
  await expect(page.getByRole('button', { name: 'Delete' })).toBeDisabled()
  await expect(page.getByRole('main')).toContainText(missingRole)
})

test('a reader may prove a trust, since the token is what opens it', async ({ signedInAs }) => {
  const page = await signedInAs('reader')
  const seeded = await findSeeded()
  await page.goto(`${trustAddress(seeded, 'pay-api-main')}?tab=prove`)
  const token = await mintGitHubToken({ owner: 'contoso', repository: 'pay-api', branch: 'main' })
  await page.getByLabel('Token of the workload').fill(token)
  await page.getByRole('button', { name: 'Run the exchange' }).click()
  await expect(page.getByText(`Seen working: the workload became ${seeded.identity}`)).toBeVisible()
})

test('a reader who opens the form for a new trust is stopped before filling it', async ({ signedInAs }) => {
  const page = await signedInAs('reader')
  await page.goto(newTrustAddress(await findSeeded()))
  await expect(page.getByRole('button', { name: 'Create trust' })).toBeDisabled()
  await expect(page.getByRole('main')).toContainText(missingRole)
})

test('a reader is told before filling the form for a new identity which role is missing', async ({
  signedInAs,
}) => {
  const page = await signedInAs('reader')
  const { subscriptionId, group } = await findSeeded()
  await page.goto(`/identities/new?subscription=${subscriptionId}`)
  const main = page.getByRole('main')
  const create = page.getByRole('button', { name: 'Create identity' })
  await expect(create).toBeEnabled()
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('id-typed-early')
  await page.getByLabel('Group', { exact: true }).selectOption(group)
  await expect(main).toContainText(`You cannot create an identity in ${group}`)
  await expect(main).toContainText(missingRole)
  await expect(page.getByRole('button', { name: 'Copy request to admin' })).toBeVisible()
  await expect(create).toBeDisabled()
  await expect(create).toHaveAccessibleDescription(/^You may not create an identity in/)
  await page.getByLabel('Group', { exact: true }).selectOption('rg-shop-dev')
  await expect(main).toContainText('You cannot create an identity in rg-shop-dev')
  await page.getByRole('radio', { name: 'Create a new one' }).check()
  await expect(main).toContainText('You cannot create a resource group here')
  await expect(page.getByRole('button', { name: 'Create group and identity' })).toBeDisabled()
  await expect(page.getByRole('textbox', { name: 'Name', exact: true })).toHaveValue('id-typed-early')
})

test("the server refuses a reader's write too, with the role that is missing", async ({ signedInAs }) => {
  const page = await signedInAs('reader', { home: true })
  const seeded = await findSeeded()
  const answer = await postTrust(page, seeded, 'not-allowed')
  expect(answer).toMatchObject({ status: 403, body: { code: 'FORBIDDEN', missing: { role: missingRole } } })
})
