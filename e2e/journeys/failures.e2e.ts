import { sentinels } from '@trustwright/emulator/seed'
import { expectAccessible } from '../accessible.ts'
import { chooseAccount, expect, test } from '../fixtures.ts'
import { endSignIn, readFromArm } from '../tenant.ts'
import { armPath, fillGitHub, makeIdentity, newTrustAddress, postTrust } from '../trusts.ts'

/** Each failure is provoked by a name that a person could type into the same form; `next` is the one primary button after it. */
const failures = [
  { name: sentinels.throttledLong, says: 'Azure asked us to slow down', next: 'Try now' },
  { name: sentinels.concurrent, says: 'Another change is going on', next: 'Try now' },
  { name: sentinels.broken, says: 'Azure failed to answer', next: 'Create trust' },
  { name: sentinels.forbidden, says: 'Azure does not let you do this', next: 'Create trust' },
  { name: sentinels.policy, says: 'A policy of your organisation forbids this', next: 'Create trust' },
]

for (const { name, says, next } of failures) {
  test(`a write that ends in "${says}" keeps the form and says what to do`, async ({ signedInAs }) => {
    const page = await signedInAs('developer')
    const made = await makeIdentity(page)
    await page.goto(newTrustAddress(made))
    await fillGitHub(page, 'orders-api', 'prod')
    await page.getByRole('textbox', { name: 'Name', exact: true }).fill(name)
    await page.getByRole('button', { name: 'Create trust' }).click()
    await expect(page.getByRole('alert').filter({ hasText: says })).toBeVisible()
    await expect(page.getByRole('textbox', { name: 'Repository', exact: true })).toHaveValue('orders-api')
    await expect(page.getByRole('textbox', { name: 'Name', exact: true })).toHaveValue(name)
    await expect(page.getByRole('button', { name: /^(Create trust|Try now)$/ })).toHaveText(next)
    await expect(page.getByRole('button', { name: next })).toBeEnabled()
  })
}

test('a write that meets another one is repeated until it is through', async ({ signedInAs }) => {
  const page = await signedInAs('developer')
  const made = await makeIdentity(page)
  await page.goto(newTrustAddress(made))
  await fillGitHub(page, 'orders-api', 'prod')
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill(sentinels.concurrentOnce)
  await page.getByRole('button', { name: 'Create trust' }).click()
  await expect(page.getByText(`Created ${sentinels.concurrentOnce}`)).toBeVisible()
  expect((await readFromArm(armPath(made, sentinels.concurrentOnce))).status).toBe(200)
})

test('a region without support is told before the form is filled, and the server refuses a write there', async ({
  signedInAs,
}) => {
  const page = await signedInAs('developer')
  const made = await makeIdentity(page, { location: 'newzealandnorth' })
  await page.goto(newTrustAddress(made))
  await fillGitHub(page, 'orders-api', 'prod')
  await expect(page.getByRole('form', { name: 'New trust' })).toContainText(
    /New Zealand North|newzealandnorth/,
  )
  const answer = await postTrust(page, made, 'far-away')
  expect(answer).toMatchObject({ status: 409, body: { code: 'REGION_NOT_SUPPORTED' } })
})

test('a name that is taken is refused on its field, and nothing typed is lost', async ({ signedInAs }) => {
  const page = await signedInAs('developer')
  const made = await makeIdentity(page)
  for (const environment of ['prod', 'stage']) {
    await page.goto(newTrustAddress(made))
    await fillGitHub(page, 'orders-api', environment)
    await page.getByRole('textbox', { name: 'Name', exact: true }).fill('orders')
    await page.getByRole('button', { name: 'Create trust' }).click()
    if (environment === 'prod') await expect(page.getByText('Created orders')).toBeVisible()
  }
  const field = page.getByRole('textbox', { name: 'Name', exact: true })
  await expect(field).toHaveAttribute('aria-invalid', 'true')
  await expect(page.getByRole('textbox', { name: 'Environment', exact: true })).toHaveValue('stage')
})

test('the same issuer and subject under another name is refused with a way to the existing trust', async ({
  signedInAs,
}) => {
  const page = await signedInAs('developer')
  const made = await makeIdentity(page)
  for (const name of ['orders', 'orders-again']) {
    await page.goto(newTrustAddress(made))
    await fillGitHub(page, 'orders-api', 'prod')
    await page.getByRole('textbox', { name: 'Name', exact: true }).fill(name)
    await page.getByRole('button', { name: 'Create trust' }).click()
    if (name === 'orders') await expect(page.getByText('Created orders')).toBeVisible()
  }
  const stored = page.getByRole('region', { name: 'What Azure will store' })
  await expect(stored).toContainText(`${made.identity} trusts this issuer and subject already`)
  await expect(stored.getByRole('link', { name: 'orders' })).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'Name', exact: true })).toHaveValue('orders-again')
  expect((await readFromArm(armPath(made, 'orders-again'))).status).toBe(404)
})

test('an empty form names every field that is missing, and moves to the first', async ({ signedInAs }) => {
  const page = await signedInAs('developer')
  await page.goto(newTrustAddress(await makeIdentity(page)))
  await page.getByRole('button', { name: 'Create trust' }).click()
  for (const name of ['Owner', 'Repository', 'Environment']) {
    await expect(page.getByRole('textbox', { name, exact: true })).toHaveAttribute('aria-invalid', 'true')
  }
})

test('a session that ends while a form is filled keeps the draft and comes back to it', async ({
  signedInAs,
}) => {
  const page = await signedInAs('developer')
  const made = await makeIdentity(page)
  await page.goto(newTrustAddress(made))
  await fillGitHub(page, 'orders-api', 'prod')
  await endSignIn('developer')
  await page.getByRole('button', { name: 'Create trust' }).click()
  const dialog = page.getByRole('dialog', { name: 'Sign in again. Your draft is saved.' })
  await expect(dialog).toBeVisible()
  await expectAccessible(page)
  await dialog.getByRole('link', { name: 'Sign in' }).click()
  await chooseAccount(page, 'developer')
  await expect(page.getByRole('textbox', { name: 'Repository', exact: true })).toHaveValue('orders-api')
  await expect(page.getByRole('textbox', { name: 'Environment', exact: true })).toHaveValue('prod')
  await page.getByRole('button', { name: 'Create trust' }).click()
  await expect(page.getByText('Created gh-orders-api-prod')).toBeVisible()
})
