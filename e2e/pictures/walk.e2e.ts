import { test } from '../fixtures.ts'
import { mintGitHubToken, readTenant } from '../tenant.ts'
import {
  fillGitHub,
  findSeeded,
  identityAddress,
  makeIdentity,
  newTrustAddress,
  trustAddress,
} from '../trusts.ts'
import { picture } from './picture.ts'

test('the walk of a developer through every page', async ({ page, signedInAs }) => {
  test.setTimeout(300_000)
  await page.goto('/')
  await page.getByRole('link', { name: 'Sign in' }).first().waitFor()
  await picture(page, '01-landing')
  await signedInAs('developer')

  const made = await makeIdentity(page)
  await page.goto(newTrustAddress(made))
  await fillGitHub(page, 'orders-api', 'prod')
  await picture(page, '06-new-trust')
  await page.getByRole('button', { name: 'Create trust' }).click()
  await page.getByText('Created gh-orders-api-prod').waitFor()
  await picture(page, '07-created')

  await page.goto(`${trustAddress(made, 'gh-orders-api-prod')}?tab=prove`)
  const field = page.getByLabel('Token of the workload')
  await field.fill(await mintGitHubToken({ owner: 'contoso', repository: 'orders-api', environment: 'Prod' }))
  await page.getByRole('button', { name: 'Run the exchange' }).click()
  await page.getByText('Entra refused the token').waitFor()
  await picture(page, '08-refused')
  await page.goto('/')
  await page.getByRole('heading', { name: 'Waits for you' }).waitFor()
  await picture(page, '02-home-waiting')
  await page.goto(`${trustAddress(made, 'gh-orders-api-prod')}?tab=prove`)
  await field.fill(await mintGitHubToken({ owner: 'contoso', repository: 'orders-api', environment: 'prod' }))
  await page.getByRole('button', { name: 'Run the exchange' }).click()
  await page.getByText('Seen working').waitFor()
  await picture(page, '09-seen')

  for (const tab of ['overview', 'code', 'activity']) {
    await page.goto(`${trustAddress(made, 'gh-orders-api-prod')}?tab=${tab}`)
    await page.getByRole('tabpanel').first().waitFor()
    await page.waitForLoadState('networkidle')
    await picture(page, `10-trust-${tab}`)
  }
  await page.goto(trustAddress(made, 'gh-orders-api-prod'))
  await page.getByRole('button', { name: 'Change' }).click()
  await page.getByRole('textbox', { name: 'Subject' }).fill('repo:contoso/orders-api:environment:stage')
  await picture(page, '11-change')
  await page.getByRole('button', { name: 'Save change' }).click()
  await page.getByRole('region', { name: 'Messages' }).waitFor()
  await page.getByRole('tab', { name: 'Activity' }).click()
  await page.getByText('Change trust').waitFor()
  await picture(page, '18-message')
  await page.getByRole('button', { name: 'Delete' }).click()
  await page.getByRole('dialog').waitFor()
  await picture(page, '12-delete')
  await page.getByRole('dialog').getByRole('button', { name: 'Delete trust' }).click()
  await page.getByText('0 of 20').waitFor()
  await picture(page, '13-deleted')

  const [subscription] = (await readTenant()).subscriptions
  const addresses = {
    '02-home': '/',
    '03-identities': `/identities?subscription=${subscription?.subscriptionId ?? ''}`,
    '03-identities-of-all': '/identities',
    '03-applications': '/identities?kind=app&of=all',
    '04-new-application': '/identities/new/app',
    '04-new-identity': `/identities/new?subscription=${subscription?.subscriptionId ?? ''}`,
    '05-identity': identityAddress(await findSeeded()),
    '14-activity': '/activity',
    '15-not-found': '/nothing-here',
    '16-sign-in-problem': '/sign-in-problem?reason=refused',
    '17-longest': trustAddress(
      { ...(await findSeeded()), group: 'rg-shop-dev', identity: 'id-shop-deploy-dev' },
      'shop-web-longest',
    ),
  }
  for (const [name, address] of Object.entries(addresses)) {
    await page.goto(address)
    await page.waitForLoadState('networkidle')
    await picture(page, name)
  }
})

test('the walk of an admin through the review, and of a reader who may not write', async ({
  page,
  signedInAs,
}) => {
  test.setTimeout(200_000)
  await signedInAs('reader')
  await page.goto(identityAddress(await findSeeded()))
  await page.getByText('4 of 20').waitFor()
  await picture(page, '20-reader-identity')
  await page.goto('/trusts')
  await page.getByText(/from 3 subscriptions/).waitFor()
  await picture(page, '21-trusts')
  await page.goto('/trusts?q=nothing-is-called-this')
  await page.getByText(/No trust matches/).waitFor()
  await picture(page, '22-no-match')
})
