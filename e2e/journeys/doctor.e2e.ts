import type { Page } from '@playwright/test'
import { expectAccessible } from '../accessible.ts'
import { expect, test, uniqueName } from '../fixtures.ts'
import { tabTo } from '../tab-to.ts'
import { askArm, mintGitHubToken, readFromArm } from '../tenant.ts'
import { armPath, findSeeded, makeIdentity, postTrust, type MadeIdentity } from '../trusts.ts'

const boxOf = (page: Page) => page.getByLabel('Error, token, or both')
const resultOf = (page: Page) => page.getByRole('region', { name: 'Result' })
const refusal = (subject: string) =>
  `Error: AADSTS700213: No matching federated identity record found for presented assertion subject '${subject}'.`

test('whoever is signed out reads an error and a token, and a link is read by itself', async ({ page }) => {
  await page.goto('/')
  await page.getByRole('link', { name: 'Paste its error or token in the doctor' }).click()
  await page.getByRole('button', { name: 'A letter in the wrong case' }).click()
  await expect(resultOf(page)).toContainText('2 letters differ in upper and lower case alone')
  await expectAccessible(page)

  await boxOf(page).fill(refusal('repo:contoso/pay-api:pull_request'))
  await expect(resultOf(page)).toContainText('repo:contoso/pay-api:pull_request')
  await expect(page.getByRole('listitem').filter({ hasText: 'nobody is signed in' })).toBeVisible()
  const create = page.getByRole('link', { name: 'Sign in and create this trust' })
  await expect(create).toHaveAttribute('href', /^\/auth\/sign-in\?returnTo=\/new.*owner/)

  await boxOf(page).fill(
    await mintGitHubToken({ owner: 'contoso', repository: 'pay-api', environment: 'prod' }),
  )
  await expect(boxOf(page)).toHaveValue(/\.signature-left-out$/)
  await expect(page.getByRole('listitem').filter({ hasText: 'ends in' })).toBeVisible()

  await page.getByText('Compare with trusts that you paste').click()
  await page.getByRole('textbox', { name: 'federated-credential list' }).fill(
    JSON.stringify([
      {
        name: 'gh-pay-api-prod',
        issuer: 'https://token.actions.githubusercontent.com',
        subject: 'repo:contoso/pay-api:environment:Prod',
        audiences: ['api://AzureADTokenExchange'],
      },
    ]),
  )
  await expect(resultOf(page)).toContainText('1 letter differs in upper and lower case alone')
  await expectAccessible(page)

  await page.goto(
    '/doctor?code=700211&issuer=https://token.actions.githubusercontent.com/&subject=repo:contoso/pay-api:environment:prod',
  )
  await expect(boxOf(page)).toHaveValue(/AADSTS700211\nissuer - https/)
  await expect(resultOf(page)).toContainText('slash')

  // A log of megabytes: the lines that matter are found.
  const noise = 'downloading a package from the registry\n'.repeat(60_000)
  await page.getByLabel('Log file').setInputFiles({
    name: 'job.log',
    mimeType: 'text/plain',
    buffer: Buffer.from(`${noise}${refusal('repo:contoso/shop:ref:refs/heads/main')}\n${noise}`),
  })
  await expect(resultOf(page)).toContainText('branch “main”')

  // Dropped on the box instead.
  await dropFile(page, `${noise}${refusal('repo:contoso/shop:pull_request')}\n${noise}`)
  await expect(boxOf(page)).toHaveValue(/repo:contoso\/shop:pull_request/)
  await expect(resultOf(page)).toContainText('pull')

  await page.goto('/doctor?error=700213&sub=repo:contoso/shop:pull_request')
  await expect(page.getByText('Not all of this link was understood')).toBeVisible()
  await expect(page.getByText('this page calls it “subject”')).toBeVisible()
})

test('the doctor finds the trust that a token means, and its button mends it', async ({ signedInAs }) => {
  const page = await signedInAs('developer')
  const made = await makeIdentity(page)
  const name = uniqueName('doctor')
  expect((await postTrust(page, made, name)).status).toBe(201)
  const environment = name.replace('doctor', 'Doctor')
  const token = await mintGitHubToken({ owner: 'contoso', repository: 'orders-api', environment })
  const log = `${refusal(`repo:contoso/orders-api:environment:${environment}`)}\n${token}`

  await page.goto('/doctor')
  await boxOf(page).fill(log)
  await page.getByRole('button', { name: 'Choose which' }).click()
  await page.getByRole('combobox', { name: 'Managed identity' }).fill(made.identity)
  await page.getByRole('option', { name: made.identity }).click()
  await expect(page.getByText(`Compared with the trusts of ${made.identity}`)).toBeVisible()
  await expect(page).toHaveURL(new RegExp(`identity=${made.identity}`))
  await expect(resultOf(page)).toContainText('1 letter differs in upper and lower case alone')
  await page.getByRole('button', { name: 'Look at the issuer' }).click()
  await expect(page.getByRole('listitem').filter({ hasText: 'this token’s key is among' })).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('link', { name: 'Update the trust' }).click()
  await expect(page.getByRole('textbox', { name: 'Subject' })).toHaveValue(
    `repo:contoso/orders-api:environment:${environment}`,
  )
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Save change' }).click()
  await expect(page.getByText(`Changed ${name}`, { exact: true })).toBeVisible()
  await expect(page).toHaveURL(new RegExp(`/${name}$`))
  expect(await readFromArm(armPath(made, name))).toMatchObject({
    body: { properties: { subject: `repo:contoso/orders-api:environment:${environment}` } },
  })

  // The values are right now: what is left is time.
  await page.goto(doctorFor(made))
  await boxOf(page).fill(log)
  await expect(page.getByText('Wait, and change nothing meanwhile')).toBeVisible()
  await expect(page.getByRole('timer')).toContainText(/Run the workload again in \d+ (?:min|s)/)
  await boxOf(page).fill(token)
  await expect(page.getByRole('heading', { name: 'Matched: every value that Azure compares' })).toBeVisible()

  // A refused exchange leads here by itself, with its words and without an address that tells them.
  await page.goto(`/trusts/mi/${made.subscriptionId}/${made.group}/${made.identity}/${name}?tab=prove`)
  await page
    .getByLabel('Token of the workload')
    .fill(await mintGitHubToken({ owner: 'contoso', repository: 'orders-api', environment: 'elsewhere' }))
  await page.getByRole('button', { name: 'Run the exchange' }).click()
  await expect(page.getByText(/^Entra refused the token/)).toBeVisible()
  await page.getByRole('link', { name: 'Find the cause in the doctor' }).click()
  await expect(boxOf(page)).toHaveValue(/AADSTS70021[\s\S]*\.signature-left-out$/)
  await expect(resultOf(page)).toContainText('elsewhere')
  expect(page.url()).not.toContain('elsewhere')
})

test('a trust that is refused though every value fits is made again with one press, a missing one opens filled', async ({
  signedInAs,
}) => {
  const page = await signedInAs('developer')
  const made = await makeIdentity(page)
  const name = uniqueName('stale')
  const subject = `repo:contoso/orders-api:environment:${name}`
  const details = `issuer - https://token.actions.githubusercontent.com\nsubject claim - ${subject}\naudience - api://AzureADTokenExchange`
  await page.goto('/doctor')
  await boxOf(page).fill(details)
  await expect(page.getByText('Compared with every trust that you may read')).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Nearest trusts' })).toBeVisible()
  // In the words of the platform, not by the number of a letter.
  await expect(resultOf(page)).toContainText(/Environment differs|(?:and|,) environment differ/)
  await expect(page.getByText(/differ from character/)).toHaveCount(0)
  // Made outside the portal, which then does not know its age.
  const put = await askArm('PUT', armPath(made, name), {
    properties: {
      issuer: 'https://token.actions.githubusercontent.com',
      subject,
      audiences: ['api://AzureADTokenExchange'],
    },
  })
  expect(put.status).toBe(201)
  // Minutes later: before it says that nothing fits, the tenant is read again.
  await page.clock.setSystemTime(Date.now() + 600_000)
  await boxOf(page).fill(`${details}\n`)
  await expect(page.getByRole('heading', { name: 'Matched: every value that Azure compares' })).toBeVisible()
  await page.clock.setSystemTime(Date.now())
  await page.goto(
    `${doctorFor(made)}&code=700213&issuer=https://token.actions.githubusercontent.com&subject=${subject}`,
  )
  // Nothing else explains it, so the issuer is looked at unasked.
  await expect(page.getByRole('listitem').filter({ hasText: 'read now' })).toBeVisible()
  await page.getByRole('button', { name: 'Recreate the trust' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText(
    `cannot sign in as ${made.identity} until Azure has spread the new record`,
  )
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Delete and make again' }).click()
  await expect(page.getByText(`Made ${name} again`, { exact: true })).toBeVisible()
  expect(await readFromArm(armPath(made, name))).toMatchObject({
    status: 200,
    body: { properties: { subject } },
  })

  const missing = `repo:contoso/${uniqueName('billing')}:environment:prod`
  await page.goto(
    `${doctorFor(made)}&code=70021&issuer=https://token.actions.githubusercontent.com&subject=${missing}`,
  )
  await page.getByRole('link', { name: 'Create this trust' }).first().click()
  await expect(page).toHaveURL(/\/new\/[0-9a-f-]{36}\//)
  await expect(page.getByText(missing).first()).toBeVisible()
  await expect(page.getByText(made.identity).first()).toBeVisible()
})

test('the keyboard alone walks through the whole doctor', async ({ signedInAs }) => {
  const page = await signedInAs('developer', { home: true })
  const { identity } = await findSeeded()
  await page.keyboard.press('g')
  await page.keyboard.press('d')
  await expect(page.getByRole('heading', { name: 'Doctor', level: 1 })).toBeVisible()
  await tabTo(page, page.getByRole('button', { name: 'A log of azure/login' }))
  await page.keyboard.press('Enter')
  await expect(resultOf(page)).toBeVisible()
  await page.locator('h1').focus()
  await tabTo(page, page.getByRole('button', { name: 'Clear' }))
  await page.keyboard.press('Enter')
  await expect(boxOf(page)).toBeFocused()
  await page.keyboard.insertText(
    `issuer - https://token.actions.githubusercontent.com\nsubject claim - repo:contoso/${uniqueName('keys')}:environment:prod`,
  )
  await expect(page.getByText('Compared with every trust')).toBeVisible()
  const choose = page.getByRole('button', { name: /^Choose (?:which|another)$/ })
  await tabTo(page, choose)
  await page.keyboard.press('Enter')
  await tabTo(page, page.getByRole('radio', { name: 'Managed identity' }))
  await page.keyboard.press('Escape')
  await expect(choose).toBeFocused()
  await expect(choose).toHaveAttribute('aria-expanded', 'false')
  await page.keyboard.press('Enter')
  await tabTo(page, page.getByRole('combobox', { name: 'Managed identity' }))
  await page.keyboard.type(identity)
  await page
    .getByRole('option', { name: new RegExp(identity) })
    .first()
    .waitFor()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page.getByText(`Compared with the trusts of ${identity}`)).toBeVisible()
  await expect(choose).toBeFocused()
  await tabTo(page, page.getByRole('button', { name: 'Compare with every trust' }))
  await page.keyboard.press('Enter')
  await expect(page.getByText('Compared with every trust that you may read')).toBeVisible()
  await expect(choose).toBeFocused()
  await tabTo(page, page.getByRole('button', { name: 'Look at the issuer' }))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('listitem').filter({ hasText: 'read now' })).toBeVisible()
  await tabTo(page, page.getByText('Support bundle, without any token'))
  await page.keyboard.press('Enter')
  await tabTo(page, page.getByRole('button', { name: 'Copy', exact: true }))
  await expect(page.locator('pre')).toContainText('Trustwright doctor')
})

/** A drop as the browser makes it: a file in a real transfer, over the box and let go. */
async function dropFile(page: Page, text: string): Promise<void> {
  const dataTransfer = await page.evaluateHandle((log) => {
    const transfer = new DataTransfer()
    transfer.items.add(new File([log], 'job.log', { type: 'text/plain' }))
    return transfer
  }, text)
  await boxOf(page).dispatchEvent('dragover', { dataTransfer })
  await boxOf(page).dispatchEvent('drop', { dataTransfer })
}

function doctorFor({ subscriptionId, group, identity }: MadeIdentity): string {
  return `/doctor?subscription=${subscriptionId}&group=${group}&identity=${identity}`
}
