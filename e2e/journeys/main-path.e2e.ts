import { expectAccessible } from '../accessible.ts'
import { expect, test } from '../fixtures.ts'
import { mintGitHubToken, readFromArm } from '../tenant.ts'
import { armPath, fillGitHub, fillIdentity, identityAddress, makeIdentity } from '../trusts.ts'

test('a developer makes an identity, trusts a GitHub workflow on it, and proves it with a real exchange', async ({
  signedInAs,
}) => {
  const page = await signedInAs('developer')
  const made = await fillIdentity(page)

  for (const id of ['Client ID', 'Object (principal) ID', 'Tenant ID', 'Resource ID']) {
    await expect(page.getByRole('button', { name: `Copy ${id}` })).toBeVisible()
  }
  await expectAccessible(page)

  await page.getByRole('link', { name: 'Add trust' }).click()
  await page.getByRole('link', { name: 'Fill in the form by hand' }).click()
  const stored = page.getByRole('region', { name: 'What Azure will store' })
  await page.getByRole('textbox', { name: 'Owner', exact: true }).fill('contoso')
  await expect(stored).toContainText('repo:contoso/')
  await fillGitHub(page, 'orders-api', 'prod')
  await expect(stored).toContainText('repo:contoso/orders-api:environment:prod')
  await expect(stored).toContainText(
    `Only jobs in environment prod of contoso/orders-api can sign in as ${made.identity}.`,
  )
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Create trust' }).click()
  await expect(page.getByText('Created gh-orders-api-prod')).toBeVisible()

  await expectAccessible(page)

  const atAzure = await readFromArm(armPath(made, 'gh-orders-api-prod'))
  expect(atAzure.status).toBe(200)
  expect(atAzure.body).toMatchObject({
    properties: {
      issuer: 'https://token.actions.githubusercontent.com',
      subject: 'repo:contoso/orders-api:environment:prod',
      audiences: ['api://AzureADTokenExchange'],
    },
  })

  await page.getByRole('link', { name: 'Prove this trust' }).click()
  const token = await mintGitHubToken({ owner: 'contoso', repository: 'orders-api', environment: 'prod' })
  await page.getByLabel('Token of the workload').fill(token)
  await expect(page.getByText('Matched: the claims are the same')).toBeVisible()
  await page.getByRole('button', { name: 'Run the exchange' }).click()
  await expect(page.getByText(`Seen working: the workload became ${made.identity}`)).toBeVisible()
  await expectAccessible(page)

  await page.getByRole('tab', { name: 'Code' }).click()
  await expect(page.getByRole('tabpanel').last()).toContainText('uses: azure/login@v3')
  await page.getByRole('tab', { name: 'Azure CLI' }).click()
  await expect(page.getByRole('tabpanel').last()).toContainText('az identity federated-credential create')
  await page.getByRole('tab', { name: 'ARM template' }).click()
  await expect(page.getByRole('tabpanel').last()).toContainText(
    '"Microsoft.ManagedIdentity/userAssignedIdentities"',
  )
  await expectAccessible(page)

  await page.getByRole('tab', { name: 'Activity' }).click()
  await expect(page.getByRole('tabpanel')).toContainText('Run an exchange')
  await expect(page.getByRole('tabpanel')).toContainText('Create trust')
  await expectAccessible(page)

  // The list says at once what the page of the trust says.
  await page.getByRole('link', { name: made.identity }).first().click()
  const mark = page.getByRole('note').filter({ hasText: /^Seen / })
  await expect(mark).toHaveAccessibleDescription(/^Checked .*\sMatched .*\sSeen .* shown by dana@/)
})

test("a wrong token is told apart letter by letter, and Entra's own words are shown", async ({
  signedInAs,
}) => {
  const page = await signedInAs('developer')
  await page.goto(identityAddress(await makeIdentity(page)))
  await page.getByRole('link', { name: 'Add trust' }).click()
  await page.getByRole('link', { name: 'Fill in the form by hand' }).click()
  await fillGitHub(page, 'orders-api', 'prod')
  await page.getByRole('button', { name: 'Create trust' }).click()
  await page.getByRole('link', { name: 'Prove this trust' }).click()

  const wrong = await mintGitHubToken({ owner: 'contoso', repository: 'orders-api', environment: 'Prod' })
  await page.getByLabel('Token of the workload').fill(wrong)
  await expect(
    page.getByText('Only upper and lower case differ: 1 letter, first at character 37'),
  ).toBeVisible()
  await page.getByRole('button', { name: 'Run the exchange' }).click()
  const refusal = page.getByRole('alert')
  await expect(refusal).toContainText('Entra refused the token: AADSTS7002138')
  await expect(refusal).toContainText('The subject differs in letter case only.')
  await expect(refusal).toContainText(
    'No matching federated identity record found for presented assertion subject',
  )
  await expect(page.getByText('Seen working')).toHaveCount(0)
})

test('a trust is changed, deleted with a word about what stops, and restored right after', async ({
  signedInAs,
}) => {
  const page = await signedInAs('developer')
  const made = await makeIdentity(page)
  await page.goto(identityAddress(made))
  await page.getByRole('link', { name: 'Add trust' }).click()
  await page.getByRole('link', { name: 'Fill in the form by hand' }).click()
  await fillGitHub(page, 'orders-api', 'prod')
  await page.getByRole('button', { name: 'Create trust' }).click()

  await page.getByRole('button', { name: 'Change' }).click()
  await page.getByRole('textbox', { name: 'Subject' }).fill('repo:contoso/orders-api:environment:stage')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Save change' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('environment stage')
  expect(await readFromArm(armPath(made, 'gh-orders-api-prod'))).toMatchObject({
    body: { properties: { subject: 'repo:contoso/orders-api:environment:stage' } },
  })

  await page.getByRole('button', { name: 'Delete' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText(
    `Jobs in environment stage of contoso/orders-api will no longer be able to sign in as ${made.identity}.`,
  )
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Delete trust' }).click()
  await expect(page.getByText('0 of 20')).toBeVisible()
  expect((await readFromArm(armPath(made, 'gh-orders-api-prod'))).status).toBe(404)

  await page.getByRole('button', { name: 'Restore gh-orders-api-prod' }).first().click()
  await expect(page.getByText('1 of 20')).toBeVisible()
  expect(await readFromArm(armPath(made, 'gh-orders-api-prod'))).toMatchObject({
    status: 200,
    body: { properties: { subject: 'repo:contoso/orders-api:environment:stage' } },
  })
})
