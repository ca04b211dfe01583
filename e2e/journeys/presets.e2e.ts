import { expectAccessible } from '../accessible.ts'
import { expect, test } from '../fixtures.ts'
import { mintClusterToken, mintGitHubToken, readFromArm, readTenant } from '../tenant.ts'
import { armPath, makeIdentity, newTrustAddress } from '../trusts.ts'

test('an immutable GitHub subject on a branch is stored as it was shown, and works', async ({
  signedInAs,
}) => {
  const page = await signedInAs('developer')
  const made = await makeIdentity(page)
  await page.goto(newTrustAddress(made))
  await page.getByRole('textbox', { name: 'Owner', exact: true }).fill('contoso')
  await page.getByRole('textbox', { name: 'Repository', exact: true }).fill('orders-api')
  await page.getByRole('radio', { name: 'Names with IDs (immutable)' }).check()
  await page.getByRole('textbox', { name: 'Owner ID' }).fill('5544123')
  await page.getByRole('textbox', { name: 'Repository ID' }).fill('821093847')
  await page.getByRole('radio', { name: 'Branch' }).check()
  await page.getByRole('textbox', { name: 'Branch', exact: true }).fill('main')
  const subject = 'repo:contoso@5544123/orders-api@821093847:ref:refs/heads/main'
  await expect(page.getByRole('region', { name: 'What Azure will store' })).toContainText(subject)
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('orders-main')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Create trust' }).click()
  await expect(page.getByText('Created orders-main')).toBeVisible()
  expect(await readFromArm(armPath(made, 'orders-main'))).toMatchObject({ body: { properties: { subject } } })

  await page.getByRole('link', { name: 'Prove this trust' }).click()
  const token = await mintGitHubToken({
    owner: 'contoso',
    repository: 'orders-api',
    ownerId: 5_544_123,
    repositoryId: 821_093_847,
    immutable: true,
    branch: 'main',
  })
  await page.getByLabel('Token of the workload').fill(token)
  await page.getByRole('button', { name: 'Run the exchange' }).click()
  await expect(page.getByText(`Seen working: the workload became ${made.identity}`)).toBeVisible()
})

test('a Kubernetes service account is trusted, and its token works', async ({ signedInAs }) => {
  const page = await signedInAs('developer')
  const made = await makeIdentity(page)
  const { issuers } = await readTenant()
  await page.goto(newTrustAddress(made))
  await page.getByRole('radio', { name: /^Kubernetes/ }).check()
  await page.getByRole('textbox', { name: /issuer/i }).fill(issuers.cluster)
  await page.getByRole('textbox', { name: 'Namespace' }).fill('shop')
  await page.getByRole('textbox', { name: 'Service account' }).fill('api')
  await expect(page.getByRole('region', { name: 'What Azure will store' })).toContainText(
    'system:serviceaccount:shop:api',
  )
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('shop-api')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Create trust' }).click()
  await expect(page.getByText('Created shop-api')).toBeVisible()
  await page.getByRole('link', { name: 'Prove this trust' }).click()
  await page
    .getByLabel('Token of the workload')
    .fill(await mintClusterToken({ namespace: 'shop', serviceAccount: 'api' }))
  await page.getByRole('button', { name: 'Run the exchange' }).click()
  await expect(page.getByText(`Seen working: the workload became ${made.identity}`)).toBeVisible()
})

test('an AKS issuer without its slash is refused on its field, with the reason', async ({ signedInAs }) => {
  const page = await signedInAs('developer')
  const made = await makeIdentity(page)
  const { issuers } = await readTenant()
  await page.goto(newTrustAddress(made))
  await page.getByRole('radio', { name: /^Kubernetes/ }).check()
  await page.getByRole('textbox', { name: /issuer/i }).fill(issuers.cluster.replace(/\/$/, ''))
  await page.getByRole('textbox', { name: 'Namespace' }).fill('shop')
  await page.getByRole('textbox', { name: 'Service account' }).fill('api')
  await page.getByRole('button', { name: 'Create trust' }).click()
  await expect(page.getByRole('textbox', { name: /issuer/i })).toHaveAttribute('aria-invalid', 'true')
  await expect(page.getByRole('form', { name: 'New trust' })).toContainText('/')
  await expect(page.getByRole('textbox', { name: 'Namespace' })).toHaveValue('shop')
})

test('any other issuer is stored exactly as it was typed', async ({ signedInAs }) => {
  const page = await signedInAs('developer')
  const made = await makeIdentity(page)
  await page.goto(newTrustAddress(made))
  await page.getByRole('radio', { name: /^Other issuer/ }).check()
  await page.getByRole('textbox', { name: 'Issuer', exact: true }).fill('https://accounts.google.com')
  await page.getByRole('textbox', { name: 'Subject', exact: true }).fill('104928374650192837465')
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('google-job')
  await page.getByRole('button', { name: 'Create trust' }).click()
  await expect(page.getByText('Created google-job')).toBeVisible()
  expect(await readFromArm(armPath(made, 'google-job'))).toMatchObject({
    body: { properties: { issuer: 'https://accounts.google.com', subject: '104928374650192837465' } },
  })
})
