import type { Page } from '@playwright/test'
import { saveDraft } from '../drafts.ts'
import { expect, test, uniqueName } from '../fixtures.ts'
import { changeRules } from '../rules.ts'
import { secondPerson } from '../second-person.ts'
import { makeIdentity, postTrust, trustAddress } from '../trusts.ts'

async function send(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Send a request' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Why it is needed').fill('The shop goes live on Monday')
  await dialog.getByRole('button', { name: 'Send the request' }).click()
  await page.waitForURL(/\/requests\/[0-9a-f-]{36}$/)
}

test('a whole set-up that a rule refuses is asked for from the wizard, made by an administrator, and found by who asked', async ({
  browser,
  signedInAs,
}) => {
  const page = await signedInAs('developer')
  const made = await makeIdentity(page)
  const admin = await secondPerson(browser, 'admin')
  const title = uniqueName('Names of contoso')
  const scopes = [`/subscriptions/${made.subscriptionId}/resourceGroups/${made.group}`]
  await changeRules(admin, made.group.toLowerCase(), { title, scopes, names: ['gha-*'] })
  const identityName = uniqueName('id-asked')
  const draftId = await saveDraft(page, {
    step: 'review',
    source: null,
    presetId: 'github-actions',
    fields: { owner: 'contoso', repository: 'shop', entity: 'environment', environment: 'production' },
    name: 'odd-name',
    audience: 'api://AzureADTokenExchange',
    description: '',
    parent: {
      kind: 'newManagedIdentity',
      subscriptionId: made.subscriptionId,
      resourceGroup: made.group,
      identityName,
      location: 'westeurope',
    },
    access: [{ scope: scopes[0], roleId: 'acdd72a7-3385-48ef-bd42-f606fba81ae7' }],
    bulk: null,
  })
  await page.goto(`/new/${draftId}/review`)
  await expect(page.getByRole('list', { name: 'Changes' })).toContainText(title)
  await send(page)

  await admin.goto(page.url())
  await expect(admin.getByRole('list', { name: 'What would be made' })).toContainText(identityName)
  await expect(admin.getByRole('list', { name: /^Roles of/ })).toContainText('Reader')
  await expect(admin.getByRole('list', { name: 'Changes' })).toContainText('will be made')
  await admin.getByRole('checkbox', { name: new RegExp(title) }).check()
  await admin.getByRole('button', { name: 'Approve and set up' }).click()
  await expect(admin.getByRole('link', { name: 'Open the trust' })).toBeVisible()
  await changeRules(admin, made.group.toLowerCase(), null)
  await admin.context().close()

  await page.reload()
  await page.getByRole('link', { name: 'Open the trust' }).click()
  await expect(page).toHaveURL(new RegExp(trustAddress({ ...made, identity: identityName }, 'odd-name')))
})

test('a change that a rule refuses is asked for, and a rule that came since is seen before it is approved', async ({
  browser,
  signedInAs,
}) => {
  const page = await signedInAs('developer')
  const made = await makeIdentity(page)
  await postTrust(page, made, 'prod')
  const admin = await secondPerson(browser, 'admin')
  const scopes = [`/subscriptions/${made.subscriptionId}/resourceGroups/${made.group}`]
  const [first, later] = [uniqueName('Owners'), uniqueName('Environments')]
  await changeRules(admin, made.group.toLowerCase(), { title: first, scopes, allowedOwners: ['contoso'] })
  await page.goto(`${trustAddress(made, 'prod')}?change=1`)
  const subject = 'repo:fabrikam/shop:environment:prod'
  await page.getByRole('textbox', { name: 'Subject', exact: true }).fill(subject)
  await expect(page.getByRole('list', { name: 'Rules that refuse' })).toContainText(first)
  await send(page)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('a change of prod')

  await changeRules(admin, made.group.toLowerCase(), {
    title: later,
    scopes,
    forbiddenSubjects: ['repo:fabrikam/*'],
  })
  await admin.goto(page.url())
  await expect(admin.getByRole('main')).toContainText(subject)
  await expect(admin.getByRole('list', { name: 'Findings it would raise' })).toContainText(
    'Names that others can take',
  )
  await admin.getByRole('checkbox', { name: new RegExp(later) }).check()
  await admin.getByRole('button', { name: 'Approve and change' }).click()
  await admin.getByRole('link', { name: 'Open the trust' }).click()
  await expect(admin.getByRole('main')).toContainText('fabrikam/shop')
  await changeRules(admin, made.group.toLowerCase(), null)
  await admin.context().close()
})
