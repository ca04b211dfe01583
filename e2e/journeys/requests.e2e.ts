import type { Page } from '@playwright/test'
import { expect, test, uniqueName } from '../fixtures.ts'
import { changeRules } from '../rules.ts'
import { secondPerson } from '../second-person.ts'
import { fillGitHub, makeIdentity, newTrustAddress, trustAddress, type MadeIdentity } from '../trusts.ts'

test('a developer refused by a rule sends a request, and an administrator lets it pass: both see the trust', async ({
  browser,
  signedInAs,
}) => {
  const page = await signedInAs('developer')
  const made = await makeIdentity(page)
  const admin = await secondPerson(browser, 'admin')
  const title = await ruleFor(admin, made)

  await fillRefused(page, made)
  const notice = page.getByRole('list', { name: 'Rules that refuse' })
  await expect(notice).toContainText(title)
  await expect(notice).toContainText('has not the form gha-*')
  await expect(notice).toContainText('To ask: #platform.')
  await page.getByRole('button', { name: 'Create trust' }).click()
  await expect(page.getByRole('alert')).toContainText('Nothing was sent to Azure')
  await page.getByRole('button', { name: 'Send a request' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Send the request' }).click()
  await expect(dialog).toContainText('Say why it is needed.')
  await dialog.getByLabel('Why it is needed').fill('The shop goes live on Monday')
  await dialog.getByRole('button', { name: 'Send the request' }).click()
  await expect(page).toHaveURL(/\/requests\/[0-9a-f-]{36}$/)
  await expect(page.getByRole('main')).toContainText('Open')

  await admin.goto('/requests')
  await admin.getByRole('link', { name: 'odd-name' }).first().click()
  await expect(admin.getByRole('main')).toContainText('The shop goes live on Monday')
  await admin.getByRole('button', { name: 'Approve and create' }).click()
  await expect(admin.getByRole('alert')).toContainText('a rule of your portal forbids this')
  await admin.getByRole('checkbox', { name: new RegExp(title) }).check()
  await admin.getByRole('button', { name: 'Approve and create' }).click()
  await admin.getByRole('link', { name: 'Open the trust' }).click()
  await expect(admin).toHaveURL(new RegExp(trustAddress(made, 'odd-name')))
  await changeRules(admin, idOf(made), null)
  await admin.context().close()

  await page.reload()
  await expect(page.getByRole('main')).toContainText('Approved')
  await page.goto('/activity?operation=request.create')
  await expect(page.getByRole('main')).toContainText('Ask for trust')
})

test('of two administrators who decide at once one gets through, and the other sees the decision', async ({
  browser,
  signedInAs,
}) => {
  const page = await signedInAs('developer')
  const made = await makeIdentity(page)
  const first = await secondPerson(browser, 'admin')
  await ruleFor(first, made)
  await fillRefused(page, made)
  await page.getByRole('button', { name: 'Send a request' }).click()
  await page.getByRole('dialog').getByLabel('Why it is needed').fill('Because')
  await page.getByRole('dialog').getByRole('button', { name: 'Send the request' }).click()
  await page.waitForURL(/\/requests\/[0-9a-f-]{36}$/)
  const address = new URL(page.url()).pathname

  const second = await secondPerson(browser, 'admin')
  for (const each of [first, second]) {
    await each.goto(address)
    await each.getByRole('button', { name: 'Decline…' }).waitFor()
  }
  await decline(first, 'Use a name of ours')
  await expect(first.getByRole('main')).toContainText('Why it was declined')
  await decline(second, 'No')
  await expect(second.getByRole('region', { name: 'Messages' })).toContainText(
    'Somebody decided it meanwhile',
  )
  await expect(second.getByRole('main')).toContainText('Use a name of ours')
  await expect(second.getByRole('button', { name: 'Approve and create' })).toHaveCount(0)
  await changeRules(first, idOf(made), null)
  await Promise.all([first.context().close(), second.context().close()])

  await page.reload()
  await expect(page.getByRole('main')).toContainText('Use a name of ours')
})

const idOf = ({ group }: MadeIdentity) => group.toLowerCase()

/** A rule for the group of one journey alone; answers its title. */
async function ruleFor(admin: Page, made: MadeIdentity): Promise<string> {
  const title = uniqueName('Names of contoso')
  await changeRules(admin, idOf(made), {
    title,
    contact: '#platform',
    scopes: [`/subscriptions/${made.subscriptionId}/resourceGroups/${made.group}`],
    names: ['gha-*'],
  })
  return title
}

async function fillRefused(page: Page, made: MadeIdentity): Promise<void> {
  await page.goto(newTrustAddress(made))
  await fillGitHub(page, 'shop', 'production')
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('odd-name')
  await page.getByRole('list', { name: 'Rules that refuse' }).waitFor()
}

async function decline(page: Page, why: string): Promise<void> {
  await page.getByRole('button', { name: 'Decline…' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Why it is declined').fill(why)
  await dialog.getByRole('button', { name: 'Decline the request' }).click()
}
