import type { Page } from '@playwright/test'
import { expectAccessible } from '../accessible.ts'
import { expect, test } from '../fixtures.ts'
import { readFromArm } from '../tenant.ts'
import { armPath, makeIdentity, newTrustAddress, postTrust } from '../trusts.ts'

async function fill(page: Page, fields: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, value] of Object.entries(fields)) {
    await page.getByRole('textbox', { name, exact: true }).fill(value)
  }
}

const workspace = {
  Host: 'app.terraform.io',
  Organization: 'contoso',
  Project: 'Default Project',
  Workspace: 'network',
}
const subjectOf = (phase: string) =>
  `organization:contoso:project:Default Project:workspace:network:run_phase:${phase}`

test('a preset of two trusts stores plan and apply of a Terraform workspace from one form', async ({
  signedInAs,
}) => {
  const page = await signedInAs('developer')
  const made = await makeIdentity(page)
  await page.goto(newTrustAddress(made))
  await page.getByRole('radio', { name: /^HCP Terraform/ }).check()
  await fill(page, workspace)
  const stored = page.getByRole('region', { name: 'What Azure will store' })
  for (const phase of ['plan', 'apply']) {
    await expect(stored).toContainText(subjectOf(phase))
    await expect(stored.getByRole('heading', { name: `tf-network-${phase}` })).toBeVisible()
  }
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Create 2 trusts' }).click()
  await expect(page.getByText('Created 2 trusts')).toBeVisible()
  await expect(page.getByText('2 of 20')).toBeVisible()
  for (const phase of ['plan', 'apply']) {
    expect(await readFromArm(armPath(made, `tf-network-${phase}`))).toMatchObject({
      body: { properties: { issuer: 'https://app.terraform.io', subject: subjectOf(phase) } },
    })
  }
})

test('when the second trust of a preset is refused the first stays, and one press makes the rest', async ({
  signedInAs,
}) => {
  const page = await signedInAs('developer')
  const made = await makeIdentity(page)
  await postTrust(page, made, 'infra-apply')
  await page.goto(newTrustAddress(made))
  await page.getByRole('radio', { name: /^HCP Terraform/ }).check()
  await fill(page, { ...workspace, Name: 'infra' })
  // Beside the one trust that it is about, before anything is asked to be stored.
  const row = (name: string) =>
    page.getByRole('listitem').filter({ has: page.getByRole('heading', { name, exact: true }) })
  await expect(row('infra-apply')).toContainText('This would fail')
  await expect(row('infra-plan')).not.toContainText('This would fail')
  await page.getByRole('button', { name: 'Create 2 trusts' }).click()
  await expect(page.getByRole('list', { name: 'Progress' })).toContainText('infra-plan: stored')
  await expect(page.getByRole('list', { name: 'Progress' })).toContainText('infra-apply: failed')
  await expect(page.getByText('Azure stores 1 of 2 trusts.')).toBeVisible()
  await expectAccessible(page)
  await fill(page, { Name: 'network' })
  await page.getByRole('button', { name: 'Create the other trust' }).click()
  await expect(page.getByText('Created 2 trusts')).toBeVisible()
  await expect(page.getByText('3 of 20')).toBeVisible()
  for (const [name, status] of [
    ['infra-plan', 200],
    ['network-apply', 200],
    ['network-plan', 404],
  ] as const) {
    expect((await readFromArm(armPath(made, name))).status).toBe(status)
  }
})

test('a preset from the whole list, found by typing, brings its own audience and five trusts', async ({
  signedInAs,
}) => {
  const page = await signedInAs('developer')
  const made = await makeIdentity(page)
  await page.goto(newTrustAddress(made))
  await page.getByRole('button', { name: /^All \d+ platforms$/ }).click()
  await expectAccessible(page)
  await page.setViewportSize({ width: 390, height: 844 })
  await expectAccessible(page)
  await page.getByRole('searchbox', { name: 'Filter the platforms' }).fill('spacelift')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('radio', { name: 'Spacelift', exact: true })).toBeChecked()
  await expect(page.getByRole('radio', { name: 'Spacelift', exact: true })).toBeFocused()
  await page.setViewportSize({ width: 1440, height: 900 })
  await fill(page, { Account: 'contoso', 'Space ID': 'root', 'Stack or module ID': 'shop-network' })
  await expect(page.getByRole('group').filter({ hasText: 'Audience:' })).toContainText(
    'contoso.app.spacelift.io (tokens of Spacelift carry it)',
  )
  await page.getByRole('button', { name: 'Create 5 trusts' }).click()
  await expect(page.getByText('5 of 20')).toBeVisible()
  expect(await readFromArm(armPath(made, 'spacelift-shop-network-destroy-write'))).toMatchObject({
    body: { properties: { audiences: ['contoso.app.spacelift.io'] } },
  })
})

test('a GitLab preset stores the subject of a branch, and offers the job that signs in', async ({
  signedInAs,
}) => {
  const page = await signedInAs('developer')
  const made = await makeIdentity(page)
  await page.goto(newTrustAddress(made))
  await page.getByRole('radio', { name: /^GitLab/ }).check()
  await fill(page, {
    Instance: 'gitlab.com',
    Project: 'contoso/platform/pay-api',
    'Branch or tag': 'main',
    Name: 'gitlab-pay',
  })
  await expect(page.getByRole('region', { name: 'What Azure will store' })).toContainText(
    `Only pipelines of contoso/platform/pay-api on branch main can sign in as ${made.identity}.`,
  )
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Create trust' }).click()
  await expect(page.getByText('Created gitlab-pay')).toBeVisible()
  expect(await readFromArm(armPath(made, 'gitlab-pay'))).toMatchObject({
    body: {
      properties: {
        issuer: 'https://gitlab.com',
        subject: 'project_path:contoso/platform/pay-api:ref_type:branch:ref:main',
      },
    },
  })
  await page.getByRole('link', { name: 'Copy the sign-in step' }).click()
  await expect(page.getByRole('tabpanel').last()).toContainText('id_tokens:')
})
