import type { Page } from '@playwright/test'
import { askPortal } from '../ask-portal.ts'
import { expectAccessible } from '../accessible.ts'
import { expect, test } from '../fixtures.ts'
import { putRepository } from '../github.ts'
import { askArm, readFromArm } from '../tenant.ts'
import {
  armPath,
  identityAddress,
  makeIdentity,
  newTrustAddress,
  trustAddress,
  typeClaims,
} from '../trusts.ts'

/**
 * The thirteen classes of what breaks in real life, and where each is proven. Values that are wrong are typed below; none of
 * them may be stored without a word. What is a matter of time or of other people is provoked at the emulated Azure.
 *
 * | Class                                        | Proven by                                                                 |
 * | -------------------------------------------- | ------------------------------------------------------------------------- |
 * | 1. Letters in another case                   | below: owner, environment; doctor.e2e.ts: token and error                 |
 * | 2. IDs or names, whichever is wrong          | below: both ways, with the button that mends it                           |
 * | 3. A template of the repository              | below: the default where a template is set                                |
 * | 4. Dead twins                                | below: a near twin, told beside the trust that it resembles               |
 * | 5. An environment or a branch, not the job's | below: one that there is not, and both refusals read by the doctor        |
 * | 6. `pull-request` for `pull_request`         | below: typed, and in a change                                             |
 * | 7. Slash or white space in the issuer        | below: two slashes, white space; presets.e2e.ts: an AKS issuer without    |
 * | 8. `environment/` for `environment:`         | below                                                                     |
 * | 9. Just made, not spread everywhere          | beacon.e2e.ts: the exchange; busy-azure.e2e.ts: a parent not yet visible  |
 * | 10. Equal to the letter, and still refused   | busy-azure.e2e.ts: wait, retry, recreate; doctor.e2e.ts                   |
 * | 11. Writes at once, and too many of them     | busy-azure.e2e.ts; failures.e2e.ts                                        |
 * | 12. 20 trusts, regions, RS256, one audience  | below: 20, key type, audience; failures.e2e.ts: region                    |
 * | 13. Azure DevOps, Terraform, a GitLab rename | below: issuer and subject that are no pair, runs without phase, paths     |
 */
const github = 'https://token.actions.githubusercontent.com'

/** Faults of values, by the classes that people meet: none of them may be stored without a word. */
const valueFaults = [
  {
    fault: 'the owner in other letters than at GitHub',
    subject: 'repo:Octo-Org/faults-named:environment:prod',
    says: /letter/i,
  },
  {
    fault: 'the environment in other letters',
    subject: 'repo:octo-org/faults-named:environment:Prod',
    says: /letter/i,
  },
  {
    fault: 'an environment that there is not',
    subject: 'repo:octo-org/faults-named:environment:staging',
    says: /environment/i,
  },
  {
    fault: 'names where the repository sends IDs',
    subject: 'repo:octo-org/faults-ids:environment:prod',
    says: /ID/,
  },
  {
    fault: 'IDs where the repository sends names',
    subject: 'repo:octo-org@123456/faults-named@7001:environment:prod',
    says: /name/i,
  },
  {
    fault: 'the default where a template is set',
    subject: 'repo:octo-org/faults-templated:environment:prod',
    says: /template|custom/i,
  },
  { fault: 'a hyphen for pull requests', subject: 'repo:contoso/pay-api:pull-request', says: /pull_request/ },
  {
    fault: 'a slash after environment',
    subject: 'repo:contoso/pay-api:environment/prod',
    says: /environment:/,
  },
  { fault: 'a branch without refs/heads', subject: 'repo:contoso/pay-api:ref:main', says: /refs\/heads/ },
  { fault: 'a wildcard', subject: 'repo:contoso/pay-api:ref:refs/heads/*', says: /\*/ },
  {
    fault: 'a slash behind the issuer',
    issuer: `${github}/`,
    subject: 'repo:contoso/pay-api:environment:prod',
    says: /slash/i,
  },
  {
    fault: 'a slash behind the issuer of Terraform',
    issuer: 'https://app.terraform.io/',
    subject: 'organization:contoso:project:pay:workspace:prod:run_phase:apply',
    says: /slash/i,
  },
  {
    fault: 'a run of Terraform without its phase',
    issuer: 'https://app.terraform.io',
    subject: 'organization:contoso:project:pay:workspace:prod',
    says: /run_phase|form/i,
  },
  {
    fault: 'a service account without its name',
    issuer: 'https://oidc.contoso.com/cluster',
    subject: 'system:serviceaccount:shop',
    says: /system:serviceaccount/,
  },
  {
    fault: 'the new subject of Azure DevOps with its old issuer',
    issuer: 'https://vstoken.dev.azure.com/22222222-3333-4444-5555-666666666666',
    subject:
      '/eid1/c/pub/t/ERERESIiM0REVVVVVVVVVQ/a/rISbSSETf0KqFyZ8ppdXmA/sc/22222222-3333-4444-5555-666666666666/33333333-4444-5555-6666-777777777777',
    says: /issuer|form/i,
  },
  {
    fault: 'the old subject of Azure DevOps with the new issuer',
    issuer: 'https://login.microsoftonline.com/11111111-2222-3333-4444-555555555555/v2.0',
    subject: 'sc://contoso/Shop/azure-production',
    says: /issuer|form/i,
  },
  {
    fault: 'a project of GitLab in other words than its tokens',
    issuer: 'https://gitlab.com',
    subject: 'project:contoso/pay:ref:main',
    says: /project_path/,
  },
  {
    fault: 'an issuer whose keys Entra does not read',
    issuer: 'https://es256.broken.example',
    subject: 'workload:pay',
    says: /RS256/,
  },
] as const

/** Repositories that GitHub shows to everybody, one of each kind of subject. */
test.beforeAll(async () => {
  const open = { visibility: 'public', environments: ['prod', 'stage'], createdAt: '2023-03-14T09:26:53Z' }
  await putRepository('octo-org', 'faults-named', { ...open, id: 7001 })
  await putRepository('octo-org', 'faults-ids', { ...open, id: 7002, immutable: true })
  const template = { useDefault: false, includeClaimKeys: ['repo', 'context', 'job_workflow_ref'] }
  await putRepository('octo-org', 'faults-templated', { ...open, id: 7003, ...template })
})

test('no faulty value is stored without a warning', async ({ signedInAs }) => {
  const page = await signedInAs('developer')
  const made = await makeIdentity(page)
  await page.goto(`${newTrustAddress(made)}&preset=other-issuer`)
  const stored = page.getByRole('region', { name: 'What Azure will store' })
  for (const { fault, subject, says, ...rest } of valueFaults) {
    await test.step(fault, async () => {
      await typeClaims(page, 'issuer' in rest ? rest.issuer : github, subject)
      const warning = stored.getByText(/^(This would fail|Check this)$/).first()
      await expect(warning, fault).toBeVisible()
      await expect(stored, fault).toContainText(says)
    })
  }
  // White space alone is mended, and told. GitHub does not show this repository, which is told too.
  await typeClaims(page, `${github} `, 'repo:contoso/pay-api:environment:prod')
  await expect(page.getByRole('form')).toContainText('White space before or after it is left out')
  await expect(stored.getByText(/^(This would fail|Check this)$/)).toHaveCount(0)
  await expect(stored).toContainText('so letters, IDs and environments are not checked')
  // Azure stores two audiences in the place of one as they are, and no token ever carries that.
  await page.getByRole('textbox', { name: /^Audience/ }).fill('api://AzureADTokenExchange,api://fabrikam')
  await expect(page.getByRole('form')).toContainText('a list stands in the place of one audience')
})

test('a certain fault is stored only by who insists, and one press mends it', async ({ signedInAs }) => {
  const page = await signedInAs('developer')
  const made = await makeIdentity(page)
  await page.goto(`${newTrustAddress(made)}&preset=other-issuer`)
  await typeClaims(page, github, 'repo:octo-org/faults-ids:environment:prod')
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('insisted')
  await expect(page.getByText('This would fail')).toBeVisible()
  const create = page.getByRole('button', { name: 'Create trust' })
  await expect(create).toHaveAttribute('aria-disabled', 'true')
  await page.getByRole('textbox', { name: 'Name', exact: true }).press('Enter')
  expect((await readFromArm(armPath(made, 'insisted'))).status).toBe(404)
  await expectAccessible(page)

  await page.getByRole('button', { name: /^Use repo:octo-org@/ }).click()
  await expect(page.getByRole('textbox', { name: 'Subject', exact: true })).toHaveValue(
    'repo:octo-org@123456/faults-ids@7002:environment:prod',
  )
  await expect(page.getByText('This would fail')).toBeHidden()
  await typeClaims(page, github, 'repo:octo-org/faults-ids:environment:prod')
  await page.getByRole('checkbox', { name: /^Store it all the same/ }).check()
  await create.click()
  await expect(page.getByText('Created insisted')).toBeVisible()
  expect((await readFromArm(armPath(made, 'insisted'))).status).toBe(200)
})

test('a change to a value that fails is told, mended with one press, and never saved unasked', async ({
  signedInAs,
}) => {
  const page = await signedInAs('developer')
  const made = await makeIdentity(page)
  await page.goto(`${newTrustAddress(made)}&preset=other-issuer`)
  await typeClaims(page, github, 'repo:contoso/pay-api:environment:prod')
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('to-change')
  await page.getByRole('button', { name: 'Create trust' }).click()
  await expect(page.getByText('Created to-change')).toBeVisible()
  await page.goto(trustAddress(made, 'to-change'))
  await page.getByRole('button', { name: 'Change' }).click()
  const subject = page.getByRole('textbox', { name: 'Subject', exact: true })
  await subject.fill('repo:contoso/pay-api:environment:prod ')
  await subject.blur()
  await expect(subject).toHaveAttribute('aria-invalid', 'true')
  await subject.fill('repo:contoso/pay-api:pull-request')
  const change = page.getByRole('region', { name: 'What the change does' })
  await expect(change).toContainText('This would fail')
  await expect(page.getByRole('button', { name: 'Save change' })).toHaveAttribute('aria-disabled', 'true')
  await change.getByRole('button', { name: /^Use repo:/ }).click()
  await expect(change).not.toContainText('This would fail')
  await page.getByRole('button', { name: 'Save change' }).click()
  await expect(page.getByText('Changed to-change', { exact: true })).toBeVisible()
  const { body } = await readFromArm(armPath(made, 'to-change'))
  expect(JSON.stringify(body)).toContain('repo:contoso/pay-api:pull_request')
})

test('a dead twin in other letters is told beside the trust it resembles, and the twenty-first is not offered', async ({
  signedInAs,
}) => {
  const page = await signedInAs('developer')
  const made = await makeIdentity(page)
  const names = Array.from({ length: 20 }, (_, index) => `t-${index + 1}`)
  for (const name of names.slice(0, 1)) await store(page, made, name)
  await page.goto(`${newTrustAddress(made)}&preset=other-issuer`)
  await typeClaims(page, 'https://oidc.contoso.com', 'Workload:t-1')
  const stored = page.getByRole('region', { name: 'What Azure will store' })
  await expect(stored).toContainText('One of two may never match')
  for (const name of names.slice(1, 19)) await store(page, made, name)
  // The page counts nineteen; another one comes before the button is pressed.
  await page.reload()
  await typeClaims(page, 'https://oidc.contoso.com', 'workload:t-21')
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('t-21')
  await expect(page.getByText('19 of 20 trusts')).toBeVisible()
  await store(page, made, 't-20')
  await page.getByRole('button', { name: 'Create trust' }).click()
  const full = page.getByRole('alert').filter({ hasText: `${made.identity} is full` })
  await expect(full).toContainText('Not stored: t-21. What you typed stays.')
  await expect(full.getByRole('link', { name: 'Open its trusts' })).toHaveAttribute(
    'href',
    identityAddress(made),
  )
  await expectAccessible(page)
  await full.getByRole('link', { name: 'Use another identity' }).click()
  await expect(full).toBeHidden()
  await expect(page.getByRole('textbox', { name: 'Subject', exact: true })).toHaveValue('workload:t-21')
  await page.goBack()
  await page.reload()
  await expect(page.getByText(/has 20 trusts, which is all that Azure allows/)).toBeVisible()
  await page.goto(identityAddress(made))
})

test('a job without the environment of its trust, one of an environment that a branch trust does not know, and a GitLab project that was renamed are told apart', async ({
  signedInAs,
}) => {
  const page = await signedInAs('developer')
  const made = await makeIdentity(page)
  const trusted = { 'of-environment': 'environment:prod', 'of-branch': 'ref:refs/heads/main' }
  const presented = { 'of-environment': 'ref:refs/heads/main', 'of-branch': 'environment:prod' }
  const { subscriptionId, group, identity } = made
  // Nobody else's identity may trust it: the doctor would rightly name that one first.
  const repository = `repo:contoso/${identity}`
  for (const name of ['of-environment', 'of-branch'] as const) {
    const properties = {
      issuer: github,
      subject: `${repository}:${trusted[name]}`,
      audiences: ['api://AzureADTokenExchange'],
    }
    expect((await askArm('PUT', armPath(made, 'run'), { properties })).status).toBeLessThan(300)
    const subject = `${repository}:${presented[name]}`
    const given = { subscription: subscriptionId, group, identity, code: '700213', issuer: github, subject }
    await page.goto(`/doctor?${new URLSearchParams(given).toString()}`)
    await expect(page.getByRole('region', { name: 'Result' }), name).toContainText(says[name])
  }

  const issuer = 'https://gitlab.com'
  const projectAs = (project: string) => `project_path:contoso/${project}:ref_type:branch:ref:main`
  const audiences = ['api://AzureADTokenExchange']
  const properties = { issuer, subject: projectAs(`${identity}-old`), audiences }
  expect((await askArm('PUT', armPath(made, 'run'), { properties })).status).toBeLessThan(300)
  const subject = projectAs(`${identity}-new`)
  const given = { subscription: subscriptionId, group, identity, code: '700213', issuer, subject }
  await page.goto(`/doctor?${new URLSearchParams(given).toString()}`)
  await expect(page.getByRole('region', { name: 'Result' })).toContainText(/The project was renamed/)
})

/** The effect of each, in the doctor's words. */
const says = {
  'of-environment': 'the job names none',
  'of-branch': 'its job names the environment “prod”',
}

async function store(
  page: Page,
  made: Awaited<ReturnType<typeof makeIdentity>>,
  name: string,
): Promise<void> {
  const { subscriptionId, group, identity } = made
  const { status } = await askPortal(
    page,
    'POST',
    `/api/identities/mi/${subscriptionId}/${group}/${identity}/trusts`,
    {
      name,
      issuer: 'https://oidc.contoso.com',
      subject: `workload:${name}`,
      audiences: ['api://AzureADTokenExchange'],
    },
  )
  expect(status).toBe(201)
}
