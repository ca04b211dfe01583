import { setReality } from '../azure-faults.ts'
import { makeBeacon, postToken } from '../beacons.ts'
import { expect, test } from '../fixtures.ts'
import { askArm, mintGitHubToken, mintToken, readTenant } from '../tenant.ts'
import {
  armPath,
  fillGitHub,
  identityAddress,
  makeIdentity,
  newTrustAddress,
  trustAddress,
} from '../trusts.ts'
import { picture } from './picture.ts'

test('the ways to prove a trust, and what comes of each', async ({ signedInAs }) => {
  test.setTimeout(300_000)
  const page = await signedInAs('admin')
  const [subscription] = (await readTenant()).subscriptions
  const seeded = {
    subscriptionId: subscription?.subscriptionId ?? '',
    group: 'rg-pay-dev',
    identity: 'id-pay-runtime-dev',
  }
  const pod = (serviceAccount: string, audience: string) =>
    mintToken('cluster', { namespace: 'pay-dev', serviceAccount, audience })
  await page.goto(`${trustAddress(seeded, 'pay-api-pods')}?tab=prove`)
  await page.getByText('Run the workload once, and it shows here').waitFor()
  await picture(page, '70-prove')
  const panel = page.getByRole('region', { name: 'Beacon' })
  const first = await makeBeacon(page)
  await postToken(first, await pod('pay-api', 'api://AzureADTokenExchange'))
  await expect(panel).toContainText('A token came and proved nothing')
  await picture(page, '71-beacon-waiting')
  await postToken(first, await pod('pay-worker', first.audience))
  await expect(panel).toContainText('Entra would refuse it')
  await picture(page, '72-beacon-differs')
  const second = await makeBeacon(page, 'Make a new address')
  await postToken(second, await pod('pay-api', second.audience))
  await expect(page.getByText('Matched (signed)')).toBeVisible()
  await page.getByLabel('Token of the workload').fill(await pod('pay-api', 'api://AzureADTokenExchange'))
  await page.getByRole('button', { name: 'Run the exchange' }).click()
  await page
    .getByText(/^Seen working/)
    .first()
    .waitFor()
  await page.getByRole('button', { name: 'Look in the log' }).click()
  await expect(page.getByRole('region', { name: 'Sign-in log' })).toContainText('Seen working')
  await picture(page, '73-proven')
  await makeBeacon(page, 'Make a new address')
  await page.reload()
  await expect(panel).toContainText('The address was shown once')
  await picture(page, '74-address-once')
})

test('a trust that Azure still spreads, one that has no beacon, and proof in lists', async ({
  signedInAs,
}) => {
  test.setTimeout(300_000)
  const page = await signedInAs('developer')
  const made = await makeIdentity(page)
  const pipeline = {
    issuer: 'https://vstoken.dev.azure.com/11111111-2222-3333-4444-555555555555',
    subject: 'sc://contoso/pay/azure-prod',
    audiences: ['api://AzureADTokenExchange'],
  }
  await askArm('PUT', armPath(made, 'ado-pay'), { properties: pipeline })
  await page.goto(`${trustAddress(made, 'ado-pay')}?tab=prove`)
  await page.getByText('Not possible on this platform').waitFor()
  await picture(page, '75-no-beacon')
  await setReality({ propagationMs: 600_000 })
  try {
    await page.goto(newTrustAddress(made))
    await fillGitHub(page, 'orders-api', 'prod')
    await page.getByRole('button', { name: 'Create trust' }).click()
    await page.getByRole('link', { name: 'Prove this trust' }).click()
    const token = await mintGitHubToken({ owner: 'contoso', repository: 'orders-api', environment: 'prod' })
    await page.getByLabel('Token of the workload').fill(token)
    await page.getByRole('button', { name: 'Run the exchange' }).click()
    await page.getByText('Azure may still be spreading this trust').waitFor()
    await picture(page, '76-spreading')
    await page.getByRole('button', { name: 'Stop trying' }).click()
    await picture(page, '77-stopped')
    await page.getByRole('tab', { name: 'Overview' }).click()
    await picture(page, '77-trust')
  } finally {
    await setReality({ propagationMs: 0 })
  }
  await page.goto(identityAddress(made))
  await page.getByText('ado-pay').first().waitFor()
  await picture(page, '78-identity')
  await page.goto('/trusts')
  await page
    .getByText(/^Checked/)
    .first()
    .waitFor()
  await picture(page, '79-trusts')
})
