import { expectAccessible } from '../accessible.ts'
import { setReality } from '../azure-faults.ts'
import { makeBeacon, postToken, withAnotherKey } from '../beacons.ts'
import { expect, test } from '../fixtures.ts'
import { askArm, mintGitHubToken, mintToken, readTenant } from '../tenant.ts'
import { armPath, fillGitHub, makeIdentity, newTrustAddress, trustAddress } from '../trusts.ts'

test('while Azure still spreads a trust the page counts down to the next try, and beacons hear what is made for them', async ({
  signedInAs,
}) => {
  const page = await signedInAs('developer')
  const made = await makeIdentity(page)
  const job = { owner: 'contoso', repository: 'orders-api', environment: 'prod' }
  const mint = (audience: string) => mintGitHubToken({ ...job, audience })
  await page.goto(newTrustAddress(made))
  await fillGitHub(page, 'orders-api', 'prod')
  await setReality({ propagationMs: 8000 })
  try {
    await page.getByRole('button', { name: 'Create trust' }).click()
    await page.getByRole('link', { name: 'Prove this trust' }).click()
    await page.getByLabel('Token of the workload').fill(await mint('api://AzureADTokenExchange'))
    await page.getByRole('button', { name: 'Run the exchange' }).click()
    await expect(page.getByText('Azure may still be spreading this trust')).toBeVisible()
  } finally {
    await setReality({ propagationMs: 0 })
  }
  await expect(page.getByText(/^Try 2 in 0:\d\d$/)).toBeVisible()
  await expect(page.getByRole('alert')).toHaveCount(0)
  await expect(page.getByText(/^Not seen yet/)).toBeVisible()

  const panel = page.getByRole('region', { name: 'Beacon' })
  const unheard = await makeBeacon(page)
  const late = await mint(unheard.audience)
  const opened = await page.context().newPage()
  await opened.goto(page.url())
  const beside = opened.getByRole('region', { name: 'Beacon' })
  await expect(beside).toContainText('The address was shown once')
  await expect(beside).toContainText('Waiting for the workload')
  await expect(beside.locator('pre')).toHaveCount(0)

  const beacon = await makeBeacon(page, 'Make a new address')
  await expect(panel.getByLabel('Where the workload runs')).toHaveValue('github')
  expect((await postToken(beacon, await mint('api://AzureADTokenExchange'))).status).toBe(422)
  await expect(panel).toContainText('A token for Azure came and was not used')
  const forged = withAnotherKey(await mint(beacon.audience))
  expect((await postToken(beacon, forged)).status).toBe(422)
  await expect(panel).toContainText('not of a key that the issuer publishes')
  const token = await mint(beacon.audience)
  expect(await postToken(beacon, token)).toMatchObject({ status: 200, body: { result: 'matched' } })
  await expect(panel).toContainText('Matched, signed: a token of this workload came')
  await expect(page.getByText('Matched (signed)')).toBeVisible()
  expect(await postToken(beacon, token)).toMatchObject({ status: 410, body: { code: 'BEACON_OVER' } })
  await expectAccessible(page)

  const worked = page.getByText(`Seen working: the workload became ${made.identity}`)
  await expect(worked).toBeVisible({ timeout: 30_000 })
  await expect(beside).toContainText('No token came in time', { timeout: 30_000 })
  expect(await postToken(unheard, late)).toMatchObject({ status: 410, body: { code: 'BEACON_OVER' } })
  await expectAccessible(opened)

  await page.reload()
  await expect(page.getByText('Matched (signed)')).toBeVisible()
  await expect(page.getByText(/^Not seen yet/)).toHaveCount(0)

  const pipeline = {
    issuer: 'https://vstoken.dev.azure.com/11111111-2222-3333-4444-555555555555',
    subject: 'sc://contoso/pay/azure-prod',
    audiences: ['api://AzureADTokenExchange'],
  }
  expect((await askArm('PUT', armPath(made, 'ado-pay'), { properties: pipeline })).status).toBe(201)
  await page.goto(`${trustAddress(made, 'ado-pay')}?tab=prove`)
  await expect(panel).toContainText('Azure DevOps gives tokens of service connections the audience of Azure')
  await expect(panel.getByRole('button')).toHaveCount(0)
})

test('a pod of another service account is told apart letter by letter, on a page that was opened again too', async ({
  signedInAs,
}) => {
  const page = await signedInAs('developer')
  const [subscription] = (await readTenant()).subscriptions
  const seeded = {
    subscriptionId: subscription?.subscriptionId ?? '',
    group: 'rg-pay-dev',
    identity: 'id-pay-runtime-dev',
  }
  await page.goto(`${trustAddress(seeded, 'pay-worker-pods')}?tab=prove`)
  const panel = page.getByRole('region', { name: 'Beacon' })
  const first = await makeBeacon(page)
  await expect(panel.locator('pre')).toContainText('serviceAccountName: pay-worker')
  await page.reload()
  await expect(panel).toContainText('The address was shown once')
  const pod = (serviceAccount: string, audience: string) =>
    mintToken('cluster', { namespace: 'pay-dev', serviceAccount, audience })
  expect(await postToken(first, await pod('pay-worker2', first.audience))).toMatchObject({
    status: 200,
    body: { result: 'differs' },
  })
  await expect(panel).toContainText('Entra would refuse it for this trust')
  await expect(panel).toContainText('system:serviceaccount:pay-dev:pay-worker2')
  await expect(page.getByText('Matched (signed)')).toHaveCount(0)

  const second = await makeBeacon(page, 'Make a new address')
  expect((await postToken(second, await pod('pay-worker', second.audience))).body.result).toBe('matched')
  await expect(page.getByText('Matched (signed)')).toBeVisible()
  await expect(page.getByText(/^Not seen yet/)).toBeVisible()
})
