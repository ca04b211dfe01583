import type { Page } from '@playwright/test'
import { chooseAccount, expect, test, uniqueName } from '../fixtures.ts'
import { putRateLimit, putRepository } from '../github.ts'
import { askArm, readTenant } from '../tenant.ts'

function box(page: Page) {
  return page.getByLabel('What should Azure trust?')
}

async function paste(page: Page, text: string): Promise<void> {
  await page.goto('/new')
  await box(page).fill(text)
  await expect(page.getByText('Understood:')).toBeVisible()
}

/** Pastes and goes on; the workload step asks something. */
async function begin(page: Page, text: string): Promise<void> {
  await paste(page, text)
  await box(page).press('Enter')
  await expect(step(page, 'Workload')).toBeVisible()
}

function step(page: Page, name: string) {
  return page.getByRole('heading', { name, level: 1 })
}

function runs(page: Page, name: string) {
  return page.getByRole('radio', { name, exact: true })
}

function goOn(page: Page) {
  return page.getByRole('button', { name: 'Continue' }).click()
}

test('what is no workload says what to do, and nothing is lost', async ({ signedInAs }) => {
  const page = await signedInAs('developer')
  await page.goto('/new')
  const answer = page.locator('[aria-live=polite]')
  for (const [text, words] of [
    ['lorem ipsum dolor', 'choose the platform'],
    ['https://github', 'half of an address'],
    ['{"devDependencies":{"vite":"8"}}', 'package.json'],
  ] as const) {
    await box(page).fill(text)
    await expect(answer.getByText(words, { exact: false }).first()).toBeVisible()
    await expect(page.getByText('Nothing to begin a trust with yet.')).toBeVisible()
    await expect(box(page)).toHaveValue(text)
  }
  await page.getByRole('button', { name: /^GitLab/ }).click()
  await expect(step(page, 'Workload')).toBeVisible()
  await expect(page.getByRole('heading', { name: 'GitLab' })).toBeVisible()
})

test('what GitHub says wins, and what differs from the paste is said', async ({ signedInAs }) => {
  const page = await signedInAs('developer')
  const name = uniqueName('moved')
  await putRepository('octo-org', name, {
    visibility: 'public',
    immutable: true,
    formerNames: [`octo-org/${name}-old`],
    branches: ['main', ...Array.from({ length: 20 }, (_, index) => `release/${index}`)],
    tags: ['v1.0.0', 'v1.1.0'],
    environments: ['Production', 'stage'],
  })

  // Another case and an old name; the repository sends IDs.
  await begin(page, `https://github.com/Octo-Org/${name}-old`)
  await expect(
    page.getByText(`Octo-Org/${name}-old is now octo-org/${name}, which tokens carry`),
  ).toBeVisible()
  await expect(page.getByText('sends IDs in the subject')).toBeVisible()
  await runs(page, 'Environment Production').check()
  await expect(page.getByText(/^repo:octo-org@123456\//).first()).toBeVisible()
  const next = await page.getByRole('button', { name: 'Continue' }).boundingBox()
  expect((next?.y ?? 1000) + (next?.height ?? 0)).toBeLessThanOrEqual(900)

  // A search among many, a name that GitHub does not list, and tags when they are asked for.
  await page.getByRole('searchbox', { name: 'Find or name a branch' }).fill('release/19')
  await expect(runs(page, 'Branch release/2')).toHaveCount(0)
  await runs(page, 'Branch release/19').check()
  await page.getByRole('searchbox', { name: 'Find or name a branch' }).fill('hotfix')
  await page.keyboard.press('Enter')
  await expect(runs(page, 'Branch hotfix')).toBeChecked()
  await expect(page.getByText('not listed by GitHub')).toBeVisible()
  await page.getByRole('button', { name: 'A tag…' }).click()
  await runs(page, 'Tag v1.1.0').check()
  await runs(page, 'Pull request').check()
  await expect(page.getByText(/pull request/i).first()).toBeVisible()

  // By hand against GitHub: said, and taken back with one click.
  await page.getByText('Change by hand').click()
  await page.getByLabel('Names (older repositories)').check()
  await page.getByRole('button', { name: 'Use what GitHub says' }).click()
  await expect(page.getByLabel('Names with IDs (immutable)')).toBeChecked()

  // The environment in other capitals than GitHub has it.
  await page.goto(`/new?src=github&repo=octo-org/${name}&env=production`)
  await expect(step(page, 'Workload')).toBeVisible()
  await expect(runs(page, 'Environment Production')).toBeChecked()
  await goOn(page)
  await expect(step(page, 'Identity')).toBeVisible()
})

test('a template of the repository gives its claims, and the choice of runs goes into them', async ({
  signedInAs,
}) => {
  const page = await signedInAs('developer')
  const name = uniqueName('templated')
  await putRepository('octo-org', name, {
    visibility: 'public',
    useDefault: false,
    includeClaimKeys: ['repo', 'context', 'job_workflow_ref'],
    environments: ['prod', 'stage'],
    createdAt: '2023-03-14T09:26:53Z',
  })
  await begin(page, `https://github.com/octo-org/${name}`)
  await expect(page.getByText('follow a template of this repository')).toBeVisible()
  await runs(page, 'Environment prod').check()
  const claims = page.getByRole('textbox', { name: 'Claims of the template' })
  await expect(claims).toHaveValue('repo, context=environment:prod, job_workflow_ref=')
  const workflow = 'octo-org/flows/.github/workflows/deploy.yml@refs/heads/main'
  await claims.fill(`repo, context=environment:prod, job_workflow_ref=${workflow}`)
  await runs(page, 'Branch main').check()
  await expect(claims).toHaveValue(`repo, context=ref:refs/heads/main, job_workflow_ref=${workflow}`)
  await expect(page.getByText(/^Draft saved/)).toBeVisible()
  await page.reload()
  await expect(claims).toHaveValue(`repo, context=ref:refs/heads/main, job_workflow_ref=${workflow}`)
})

test('a private repository asks one question, or is looked up after signing in to GitHub', async ({
  signedInAs,
}) => {
  const page = await signedInAs('developer')
  await begin(page, 'https://github.com/contoso/payments-api')
  await expect(page.getByText('GitHub does not show contoso/payments-api')).toBeVisible()
  await page.getByRole('textbox', { name: 'Environment', exact: true }).fill('prod')
  await goOn(page)
  await expect(page.getByText('Say which it is')).toBeVisible()
  await page.getByRole('radio', { name: 'No, it is older' }).check()
  const address = new URL(page.url()).pathname

  await page.getByRole('button', { name: 'Sign in to GitHub' }).click()
  await page.getByRole('radio', { name: /dana-contoso/ }).check()
  await page.getByRole('button', { name: 'Authorize' }).click()
  await expect(page.getByText('You are signed in to GitHub')).toBeVisible()
  expect(new URL(page.url()).pathname).toBe(address)
  // GitHub knows better than the answer that was given by hand.
  await expect(page.getByText('sends IDs in the subject')).toBeVisible()
  await page.getByRole('button', { name: 'Use what GitHub says' }).click()
  await expect(runs(page, 'Environment prod')).toBeChecked()
  await expect(page.getByText('Looked up as dana-contoso of GitHub.')).toBeVisible()
  await page.getByRole('button', { name: 'Sign out of GitHub' }).click()
  await expect(page.getByText('Looked up as')).toHaveCount(0)
  await goOn(page)
  await expect(step(page, 'Identity')).toBeVisible()
})

test('GitHub out of rate says when it answers again, and the way by hand is open', async ({ signedInAs }) => {
  const page = await signedInAs('developer')
  const name = uniqueName('late')
  await putRepository('octo-org', name, { visibility: 'public', immutable: true, environments: ['a', 'b'] })
  await putRateLimit({ remaining: 0, resetInSeconds: 8 })
  try {
    await begin(page, `https://github.com/octo-org/${name}`)
    await expect(page.getByText('GitHub asked us to slow down')).toBeVisible()
    await expect(page.getByText(/It answers again in \d+ s\./)).toBeVisible()
    await page.getByRole('radio', { name: 'Yes' }).check()
    await expect(page.getByLabel('Repository ID')).toBeVisible()
  } finally {
    await putRateLimit({ remaining: 5000, resetInSeconds: 3600 })
  }
  await expect(async () => {
    await page.getByRole('button', { name: 'Look again' }).click({ timeout: 1000 })
    await expect(page.getByText('sends IDs in the subject')).toBeVisible({ timeout: 3000 })
  }).toPass({ timeout: 60_000 })
})

test('a prefill link says what it does not understand, survives signing in, and litters no drafts', async ({
  page,
}) => {
  const name = uniqueName('linked')
  await putRepository('octo-org', name, { visibility: 'public', immutable: false, environments: ['x', 'y'] })
  const link = `/new?src=github&repo=octo-org/${name}&env=x`
  await page.goto(link)
  await page
    .getByRole('link', { name: 'Sign in' })
    .or(page.getByRole('button', { name: 'Sign in' }))
    .first()
    .click()
  await chooseAccount(page, 'developer')
  await expect(step(page, 'Identity')).toBeVisible()
  const first = page.url()
  await page.goto(link)
  await expect(step(page, 'Identity')).toBeVisible()
  expect(page.url()).toBe(first)
  await paste(page, `https://github.com/octo-org/${name}/tree/main`)
  await expect(page.getByText('You began')).toHaveCount(0)
  await box(page).fill(`https://github.com/octo-org/${name}`)
  await expect(page.getByText(`You began octo-org/${name}, x`)).toBeVisible()
  await page.getByRole('link', { name: 'Go on with it' }).click()
  await expect(step(page, 'Identity')).toBeVisible()
  expect(page.url()).toBe(first)

  await page.goto(`/new?src=github&repo=octo-org/${name}&env=y&role=owner&colour=red`)
  await expect(page.getByText('Not all of this link was understood')).toBeVisible()
  await expect(page.getByText('“colour” means nothing here')).toBeVisible()
  await expect(page.getByText('write the ID of its definition')).toBeVisible()
  await page.getByRole('button', { name: 'Go on with the rest' }).click()
  await expect(step(page, 'Identity')).toBeVisible()
})

test('several trusts in one paste are made together', async ({ signedInAs }) => {
  const page = await signedInAs('developer')
  const command = (name: string) =>
    `az identity federated-credential create --name ${name}-prod --identity-name id-pay-deploy-dev --resource-group rg-pay-dev --issuer https://gitlab.com --subject project_path:contoso/${name}:ref_type:branch:ref:main --audiences api://AzureADTokenExchange`
  await paste(page, ['one', 'two', 'three'].map(command).join('\n'))
  await expect(page.getByText('Choose the one to begin with, or all at once.')).toBeVisible()
  await page.getByRole('button', { name: 'Set up all 3' }).click()
  await expect(page.getByRole('heading', { name: 'Many trusts at once', level: 1 })).toBeVisible()
  await expect(page.getByText('three-prod').first()).toBeVisible()
})

test('a cluster gives its issuer, and one without an issuer says what to do', async ({ signedInAs }) => {
  const page = await signedInAs('developer')
  const { subscriptions, issuers } = await readTenant()
  const group = `/subscriptions/${subscriptions[0]?.subscriptionId ?? ''}/resourceGroups/rg-pay-dev/providers/Microsoft.ContainerService/managedClusters`
  await begin(page, `${group}/aks-pay-dev`)
  await expect(page.getByRole('radio', { name: 'aks-pay-dev' })).toBeChecked()
  await page.getByText('Change by hand').click()
  await expect(page.getByRole('textbox', { name: 'Cluster issuer' })).toHaveValue(issuers.cluster)
  await page.getByRole('textbox', { name: 'Namespace' }).fill('pay')
  await page.getByRole('textbox', { name: 'Service account' }).fill(uniqueName('api'))
  await goOn(page)
  await expect(step(page, 'Identity')).toBeVisible()

  const name = uniqueName('aks-plain')
  const address = `${group}/${name}?api-version=2025-05-01`
  const put = (properties: object) => askArm('PUT', address, { location: 'westeurope', properties })
  expect((await put({})).status).toBe(201)
  try {
    await paste(page, `${group}/${name}`)
    await expect(page.getByText(`${name} has no issuer yet`)).toBeVisible()
    await expect(page.getByRole('button', { name: /Copy the command/ })).toBeVisible()
    await box(page).press('Enter')
    // Two clusters that nobody trusts yet for it: none is taken for the person.
    await expect(page.getByRole('group', { name: 'Cluster' }).getByRole('radio')).toHaveCount(2)
    await expect(page.getByText(/^Why .+ is chosen/)).toHaveCount(0)
    await page.getByRole('radio', { name }).check()
    await expect(page.getByText(`${name} has no issuer yet`)).toBeVisible()
    // As the command does.
    expect((await put({ oidcIssuerProfile: { enabled: true } })).status).toBe(200)
    await page.getByRole('button', { name: 'Look again' }).click()
    await expect(page.getByText(`${name} has no issuer yet`)).toHaveCount(0)
    await expect(page.getByRole('radio', { name })).toBeChecked()
  } finally {
    await askArm('DELETE', address)
  }
  // By hand where no cluster can be read.
  await page.route(/\/api\/clusters/, (route) => route.fulfill({ status: 502, body: 'no' }))
  await page.reload()
  await expect(page.getByText('The answer was not understood').first()).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'Namespace' })).toBeVisible()
})

test('who would go on while the clusters are read waits for the only one there is', async ({
  signedInAs,
}) => {
  const page = await signedInAs('developer')
  const held = Promise.withResolvers<void>()
  await page.route(/\/api\/clusters$/, async (route) => {
    await held.promise
    await route.continue()
  })
  const metadata = `metadata:\n  name: ${uniqueName('api')}\n  namespace: pay`
  await begin(page, `apiVersion: v1\nkind: ServiceAccount\n${metadata}`)
  // Pressed at once: it waits, and goes on by itself.
  await page.getByRole('button', { name: 'Continue' }).click()
  await expect(page.getByRole('button', { name: 'Going on when the clusters are read' })).toBeVisible()
  held.resolve()
  await expect(step(page, 'Identity')).toBeVisible()
})
