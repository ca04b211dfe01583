import { makeApplication } from '../applications.ts'
import { test } from '../fixtures.ts'
import { makeIdentity, newTrustAddress } from '../trusts.ts'
import { picture } from './picture.ts'

/** Links that fill the form, as a person might have sent them. */
const forms: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  gitlab: { host: 'gitlab.com', project: 'contoso/platform/pay-api', ref: 'main' },
  aks: {
    issuer:
      'https://westeurope.oic.prod-aks.azure.com/11111111-2222-3333-4444-555555555555/66666666-7777-8888-9999-000000000000/',
    namespace: 'shop',
    serviceAccount: 'api',
  },
  'hcp-terraform': {
    host: 'app.terraform.io',
    organization: 'contoso',
    project: 'Default Project',
    workspace: 'network',
  },
  spacelift: { account: 'contoso', space: 'legacy-01KJMM56VS4W3AL9YZWVCXBX8D', stack: 'shop-network' },
  circleci: {
    organizationId: '11111111-2222-3333-4444-555555555555',
    projectId: '22222222-3333-4444-5555-666666666666',
    userId: '33333333-4444-5555-6666-777777777777',
  },
  snowflake: {},
}

test('the form of a new trust for several platforms, and the list of all', async ({ page, signedInAs }) => {
  test.setTimeout(300_000)
  await signedInAs('developer')
  const made = await makeIdentity(page)
  const { appId } = await makeApplication(page)
  const parents = { identity: newTrustAddress(made), application: `/new/form?application=${appId}` }
  for (const [preset, fields] of Object.entries(forms)) {
    for (const [kind, address] of Object.entries(parents)) {
      await page.goto(`${address}&${new URLSearchParams({ preset, ...fields }).toString()}`)
      await page.getByText('0 of 20 trusts').waitFor()
      await picture(page, `30-preset-${preset}-${kind}`)
    }
  }
  await page.goto(newTrustAddress(made))
  await page.getByRole('button', { name: /^All \d+ platforms$/ }).click()
  await picture(page, '31-all-platforms')
  await page.getByRole('radio', { name: /^HCP Terraform/ }).check()
  for (const [name, value] of [
    ['Host', 'app.terraform.io'],
    ['Organization', 'contoso'],
    ['Project', 'Default Project'],
    ['Workspace', 'network'],
  ] as const) {
    await page.getByRole('textbox', { name, exact: true }).fill(value)
  }
  await page.getByRole('button', { name: 'Create 2 trusts' }).click()
  await page.getByText('Created 2 trusts').waitFor()
  await picture(page, '32-two-created')
})
