import type { Page } from '@playwright/test'
import { recordEffort } from '../effort/record-effort.ts'
import { expect, test, uniqueName } from '../fixtures.ts'
import { mintGitHubToken } from '../tenant.ts'
import { countKeys } from '../keystrokes.ts'
import { tabTo } from '../tab-to.ts'
import { openStep, step } from '../wizard.ts'

const repository = 'https://github.com/octo-org/octo-repo'

/** As from the clipboard: one event, nothing typed. */
async function paste(page: Page, text: string): Promise<void> {
  await page.goto('/new')
  const box = page.getByLabel('What should Azure trust?')
  await box.focus()
  await page.keyboard.insertText(text)
  await expect(page.getByText('Understood:')).toBeVisible()
}

function octoToken(): Promise<string> {
  return mintGitHubToken({ owner: 'octo-org', repository: 'octo-repo', environment: 'Production' })
}

test('one paste becomes a trust that Entra was seen to take', async ({ signedInAs }) => {
  const page = await signedInAs('developer')
  const { effort } = await recordEffort(page)
  await paste(page, repository)
  await expect(page.getByText('GitHub repository octo-org/octo-repo')).toBeVisible()
  await page.keyboard.press('Enter')

  await expect(step(page, 'Workload')).toBeVisible()
  await expect(page.getByText('sends names alone in the subject')).toBeVisible()
  await page.getByRole('radio', { name: 'Environment Production', exact: true }).check()
  await page.getByRole('button', { name: 'Continue' }).click()

  // Where another journey made one that trusts the repository, the wizard proposes that: one press more for a new one.
  await expect(step(page, 'Workload')).toBeHidden()
  await openStep(page, 'Identity')
  const identity = uniqueName('id-octo')
  await page.getByRole('radio', { name: 'A new managed identity' }).check()
  // A person takes the proposed name; here it would be the same in every run.
  await page.getByLabel('Name of the identity').fill(identity)
  await page.getByRole('button', { name: 'Continue' }).click()

  await expect(step(page, 'Access')).toBeVisible()
  await page.getByRole('button', { name: 'Continue' }).click()

  await expect(step(page, 'Review')).toBeVisible()
  await expect(page.getByText(`managed identity ${identity} (will be made)`)).toBeVisible()
  await expect(
    page.getByText(`Only jobs in environment Production of octo-org/octo-repo can sign in as ${identity}.`),
  ).toBeVisible()
  await page.getByRole('button', { name: 'Create and verify' }).click()

  await expect(step(page, 'Verify')).toBeVisible()
  await expect(page.getByRole('heading', { name: 'In Azure now' })).toBeVisible({ timeout: 30_000 })
  await page.getByLabel('Token of the workload').fill(await octoToken())
  await expect(page.getByText('Matched: the claims are the same')).toBeVisible()
  await page.getByRole('button', { name: 'Run the exchange' }).click()
  await expect(page.getByText(`Seen working: the workload became ${identity}`)).toBeVisible({
    timeout: 50_000,
  })
  expect((await effort()).clicks).toBeLessThanOrEqual(8)

  await page.getByRole('link', { name: 'Connect the workload' }).click()
  await expect(step(page, 'Connect')).toBeVisible()
  await expect(page.getByText('AZURE_CLIENT_ID').first()).toBeVisible()
})

test('a prefill link opens the wizard filled, and asks first what it does not say', async ({
  signedInAs,
}) => {
  const page = await signedInAs('developer')
  await page.goto('/new?src=github&repo=octo-org/octo-repo&env=prod')
  await openStep(page, 'Workload')
  await expect(page.getByRole('radio', { name: 'Environment prod', exact: true })).toBeChecked()

  // What is typed is saved, and is there again for the same person.
  await page.getByText(/^Change by hand/).click()
  await page.getByRole('textbox', { name: 'Environment', exact: true }).fill('stage')
  await expect(page.getByText(/^Draft saved/)).toBeVisible()
  await page.reload()
  await expect(page.getByRole('radio', { name: 'Environment stage', exact: true })).toBeChecked()
  await page.goto('/')
  await expect(page.getByText('octo-org/octo-repo, stage').first()).toBeVisible()
})

test('a draft of somebody else does not open, and says what to do', async ({ signedInAs }) => {
  const page = await signedInAs('developer')
  await page.goto('/new/5f0c1a52-7a3e-4a51-9d0e-2b6c1f4e8a11/workload')
  await expect(page.getByText('There is no such draft of yours')).toBeVisible()
  await page.getByRole('link', { name: 'Begin a new trust' }).click()
  await expect(page.getByLabel('What should Azure trust?')).toBeVisible()
})

test('two tabs on one draft: nothing is overwritten until a person chose', async ({ signedInAs }) => {
  const page = await signedInAs('developer')
  await page.goto('/new?src=github&repo=octo-org/octo-repo&branch=main')
  await openStep(page, 'Workload')
  await expect(page.getByText(/^Draft saved/)).toBeVisible()
  const other = await page.context().newPage()
  await other.goto(page.url())
  const runs = (tab: Page, name: string) => tab.getByRole('radio', { name, exact: true })
  await runs(other, 'Branch demo-branch').check()
  await expect(other.getByText(/^Draft saved/)).toBeVisible()
  await runs(page, 'Pull request').check()
  await expect(page.getByText('This draft was saved in another tab')).toBeVisible()
  await page.getByRole('button', { name: 'Take the other one' }).click()
  await expect(runs(page, 'Branch demo-branch')).toBeChecked()
  await other.close()
})

test('where drafts cannot be saved the wizard goes on in the tab, and says so', async ({ signedInAs }) => {
  const page = await signedInAs('developer')
  await page.route('**/api/drafts**', (route) => route.fulfill({ status: 502, body: 'no' }))
  await paste(page, repository)
  await page.keyboard.press('Enter')
  await expect(step(page, 'Workload')).toBeVisible()
  await expect(page.getByText('Draft kept in this tab only')).toBeVisible()
  const production = page.getByRole('radio', { name: 'Environment Production', exact: true })
  await production.check()
  await page.getByRole('button', { name: 'Continue' }).click()
  await expect(step(page, 'Workload')).toBeHidden()
  await openStep(page, 'Workload')
  await expect(production).toBeChecked()
})

test('from paste to proof by keyboard alone, in at most 25 keystrokes', async ({ signedInAs }) => {
  const page = await signedInAs('developer')
  const keys = await countKeys(page)
  await page.goto('/new')
  const branch = uniqueName('keys')
  await expect(page.getByLabel('What should Azure trust?')).toBeVisible()
  await pasteIntoPage(page, `${repository}/tree/${branch}`)
  await expect(page.getByText('Understood:')).toBeVisible()
  await page.keyboard.press('Enter')

  // The branch says which runs are meant, so the first step that asks is that of the identity.
  await expect(step(page, 'Identity').or(step(page, 'Review'))).toBeVisible()
  if (await step(page, 'Identity').isVisible()) {
    await enterOnHeading(page)
    await expect(step(page, 'Access').or(step(page, 'Review'))).toBeVisible()
    if (await step(page, 'Access').isVisible()) await enterOnHeading(page)
  }
  await expect(step(page, 'Review')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Create and verify' })).toBeEnabled()
  await tabTo(page, page.getByRole('button', { name: 'Create and verify' }))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'In Azure now' })).toBeVisible({ timeout: 30_000 })

  // A paste goes to the box that a person sees.
  await expect(page.getByLabel('Token of the workload')).toBeVisible()
  await pasteIntoPage(page, await mintGitHubToken({ owner: 'octo-org', repository: 'octo-repo', branch }))
  await expect(page.getByText('Matched: the claims are the same')).toBeVisible()
  await tabTo(page, page.getByRole('button', { name: 'Run the exchange' }))
  await page.keyboard.press('Enter')
  await expect(page.getByText('Seen working: the workload became')).toBeVisible({ timeout: 50_000 })
  const pressed = await keys()
  test.info().annotations.push({ type: 'keystrokes', description: String(pressed) })
  expect(pressed).toBeLessThanOrEqual(25)
})

/** Where the focus is after a step opened. */
async function enterOnHeading(page: Page): Promise<void> {
  await page.locator('main form').waitFor()
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
  await page.keyboard.press('Enter')
}

/** A paste that goes into no field, as by Ctrl+V right after the page opened. */
async function pasteIntoPage(page: Page, text: string): Promise<void> {
  await page.evaluate((plain) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', plain)
    const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true })
    document.activeElement?.dispatchEvent(event)
  }, text)
}
