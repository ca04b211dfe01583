import type { Page } from '@playwright/test'
import { expectAccessible } from '../accessible.ts'
import { makeApplication } from '../applications.ts'
import { expect, test } from '../fixtures.ts'
import { mintGitHubToken, readFromArm } from '../tenant.ts'
import { armPath, makeIdentity } from '../trusts.ts'

const branches = 'repo:contoso/orders-api:ref:refs/heads/*'

async function fillTerms(page: Page): Promise<void> {
  await page.getByRole('group', { name: 'Term 1' }).getByLabel('Value').fill(branches)
  await page
    .getByRole('group', { name: /^Term 2/ })
    .getByLabel('Value')
    .fill('7001')
}

test('a pattern is built where the tenant takes it, and lets in a branch but no environment', async ({
  signedInAs,
}) => {
  const page = await signedInAs('developer')
  const { appId, name } = await makeApplication(page, 'contoso-orders')
  await page.goto(`/new/pattern?application=${appId}`)
  await page.getByRole('button', { name: /^Ask (Azure|again)$/ }).click()
  await expect(page.getByText('This tenant takes patterns on applications')).toBeVisible()

  await fillTerms(page)
  const stored = page.getByRole('region', { name: 'What Azure will store' })
  await expect(stored).toContainText('Narrow. It lets in several runs of one repository.')
  await expect(stored.getByRole('region', { name: 'These would match' })).toContainText(
    'repo:contoso/orders-api:ref:refs/heads/main',
  )
  await stored.getByLabel('sub', { exact: true }).fill('repo:contoso/orders-api:environment:prod')
  await expect(stored).toContainText('Azure would refuse this.')
  await expectAccessible(page)

  await page.getByRole('button', { name: 'Write it as text' }).click()
  const text = page.getByRole('textbox', { name: 'claimsMatchingExpression' })
  const whole = `claims['sub'] matches '${branches}' and claims['repository_id'] eq '7001'`
  await expect(text).toHaveValue(whole)
  await text.fill(whole.replace(' and ', ' or '))
  await expect(page.getByText(/At character \d+: The language has no “or”/)).toBeVisible()
  await expectAccessible(page)
  await text.fill(whole)
  await page.getByRole('button', { name: 'Write it as terms' }).click()
  await page.getByRole('button', { name: 'Create pattern' }).click()
  await expect(page.getByText('Created pattern-contoso-orders-api')).toBeVisible()
  await expect(page.getByText('It lets in several runs of one repository.')).toBeVisible()

  await page.getByRole('link', { name: 'Prove this trust' }).click()
  const run = { owner: 'contoso', repository: 'orders-api', repositoryId: '7001' }
  const token = page.getByLabel('Token of the workload')
  await token.fill(await mintGitHubToken({ ...run, branch: 'feature/checkout' }))
  await page.getByRole('button', { name: 'Run the exchange' }).click()
  await expect(page.getByText(`Seen working: the workload became ${name}`)).toBeVisible()

  await token.fill(await mintGitHubToken({ ...run, environment: 'prod' }))
  await expect(page.getByText('Entra will refuse this token for this trust')).toBeVisible()
  await page.getByRole('button', { name: 'Run the exchange' }).click()
  await expect(page.getByRole('alert')).toContainText('Entra refused the token: AADSTS')
})

test('where the tenant takes no patterns, exact trusts give the same', async ({ signedInAs }) => {
  const page = await signedInAs('developer')
  const made = await makeIdentity(page)
  const { subscriptionId: subscription, group, identity } = made
  await page.goto(`/new/pattern?${new URLSearchParams({ subscription, group, identity }).toString()}`)
  await page.getByRole('button', { name: 'Ask Azure' }).click()
  await page.getByRole('button', { name: 'Store one for a moment' }).click()
  await expect(page.getByText('This tenant refuses patterns on managed identities')).toBeVisible()

  await fillTerms(page)
  await page.getByLabel(/^What \* stands for/).fill('main, release')
  await expect(page.getByText('Exact trusts do not look at repository_id')).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Create these 2 trusts' }).click()
  await expect(page.getByText('Created 2 trusts')).toBeVisible()
  for (const branch of ['main', 'release']) {
    const trust = `exact-repo-contoso-orders-api-ref-refs-heads-${branch}`
    expect(await readFromArm(armPath(made, trust))).toMatchObject({
      body: { properties: { subject: `repo:contoso/orders-api:ref:refs/heads/${branch}` } },
    })
  }
})
