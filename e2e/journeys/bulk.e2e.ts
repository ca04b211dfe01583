import type { Locator, Page } from '@playwright/test'
import { failAzure, mendAzure } from '../azure-faults.ts'
import { expect, signIn, test, uniqueName } from '../fixtures.ts'
import { pickIdentity, storedOn } from '../many.ts'
import { endSignIn } from '../tenant.ts'
import { makeIdentity, postTrust } from '../trusts.ts'

const ended = 60_000

function row(page: Page, text: string) {
  return page.getByRole('row').filter({ hasText: text })
}

/** As the browser drops a file that a person drags onto it. */
async function dropFile(target: Locator, name: string, content: string): Promise<void> {
  const dataTransfer = await target.evaluateHandle(
    (_, file) => {
      const transfer = new DataTransfer()
      transfer.items.add(new File([file.content], file.name, { type: 'text/csv' }))
      return transfer
    },
    { name, content },
  )
  await target.dispatchEvent('dragover', { dataTransfer })
  await target.dispatchEvent('drop', { dataTransfer })
}

test('a table is dropped as a file, keeps its wrong rows for a download, and survives another browser', async ({
  signedInAs,
  browser,
}) => {
  const page = await signedInAs('developer')
  const made = await makeIdentity(page)
  await postTrust(page, made, 'prod')
  await page.goto('/new/bulk')
  await page.getByRole('radio', { name: 'A table (CSV)' }).check()
  const file = page.getByLabel('CSV file')
  await file.setInputFiles({ name: 'book.xlsx', mimeType: '', buffer: Buffer.from([80, 75, 3, 4, 0xff, 0]) })
  await expect(page.getByRole('alert')).toContainText('Save it as “CSV UTF-8”')
  const text = `\ufeffRepo;Env\r\ncontoso/orders-api;prod\r\n=cmd;prod\r\ncontoso/orders-api;\r\n\r\ncontoso/orders-api;"te""st"\r\n`
  await dropFile(page.getByRole('textbox', { name: 'Table' }), 'trusts.csv', text)
  await expect(page.getByRole('textbox', { name: 'Table' })).toHaveValue(/orders-api;"te""st"/)
  await pickIdentity(page, made)
  await expect(page.getByText('1 new trust on 1 identity. 1 row is there already.')).toBeVisible()
  const refused = page.getByRole('list', { name: 'Rows that need a change' })
  await expect(refused).toContainText('Row 3, repository: This names no repository')
  await expect(refused).toContainText('Row 4, environment: It is empty')
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Download these rows' }).click()
  const stream = await (await download).createReadStream()
  let saved = ''
  for await (const part of stream) saved += String(part)
  expect(saved).toContain(`"'=cmd",prod,3,`)

  await expect(page.getByText(/^Draft saved/)).toBeVisible()
  const context = await browser.newContext({ baseURL: new URL(page.url()).origin })
  const other = await context.newPage()
  await context.addCookies(await page.context().cookies())
  await other.goto('/')
  await other
    .getByRole('listitem')
    .filter({ hasText: '4 trusts from a table' })
    .first()
    .getByRole('link', { name: /^Go on/ })
    .click()
  await expect(other.getByRole('textbox', { name: 'Table' })).toHaveValue(/orders-api/)
  await expect(other.getByRole('list', { name: 'Chosen identities' })).toContainText(made.identity)
  await other.getByRole('button', { name: 'Check 2 trusts' }).click()
  await expect(other.getByText('1 trust there already')).toBeVisible({ timeout: 30_000 })
  await other.getByRole('button', { name: 'Create 1 trust' }).click()
  await expect(other.getByText('All of it is in Azure')).toBeVisible({ timeout: 30_000 })
  expect((await storedOn(made)).map(({ subject }) => subject).toSorted()).toEqual([
    'repo:contoso/orders-api:environment:prod',
    'repo:contoso/orders-api:environment:te"st',
  ])
  await context.close()
})

test('rows fail one by one and are tried again alone; a lost sign-in pauses the run; nobody else sees it', async ({
  signedInAs,
  browser,
}) => {
  const page = await signedInAs('developer')
  const made = await makeIdentity(page)
  const name = uniqueName('trust')
  const rows = [1, 2, 3, 4, 5, 6, 7].map((number) => `contoso/${name},e${number},${name}-${number}`)
  await page.goto('/new/bulk')
  await page.getByRole('radio', { name: 'A table (CSV)' }).check()
  await page.getByRole('textbox', { name: 'Table' }).fill(['repository,environment,name', ...rows].join('\n'))
  await pickIdentity(page, made)
  await page.getByRole('button', { name: 'Check 7 trusts' }).click()
  await expect(page.getByText('7 new trusts', { exact: true })).toBeVisible({ timeout: 30_000 })
  // Between the look and the run somebody takes a name, and Azure refuses one of the writes.
  await postTrust(page, made, `${name}-3`)
  await failAzure({
    match: { method: 'PUT', pathPattern: `/subscriptions/*/federatedIdentityCredentials/${name}-2` },
    mode: { rate: 1 },
    effect: { status: 403, code: 'AuthorizationFailed' },
  })
  try {
    await page.getByRole('button', { name: 'Create 7 trusts' }).click()
    await expect(page).toHaveURL(/\/new\/bulk\/[0-9a-f-]{36}$/)
    await expect(row(page, `${name}-2`)).toContainText('Failed', { timeout: ended })
    await expect(row(page, `${name}-3`)).toContainText('Something else is there', { timeout: ended })
    await expect(row(page, `${name}-3`)).toContainText(`environment:${name}-3`)
    await expect(row(page, `${name}-3`)).toContainText(`environment:e3`)
    await endSignIn('developer')
    const isLost = page.getByRole('dialog').getByText('Sign in again')
    await expect(isLost.or(page.getByText('It waits for you to sign in again')).first()).toBeVisible({
      timeout: ended,
    })
  } finally {
    await mendAzure()
  }
  await signIn(page, 'developer', new URL(page.url()).pathname)
  await page.getByRole('button', { name: 'Go on' }).click()
  await expect(page.getByText('2 steps were not made')).toBeVisible({ timeout: ended })

  await page.getByRole('radio', { name: 'Not made (2)' }).check()
  await expect(row(page, `${name}-1`)).toHaveCount(0)
  await page.getByRole('button', { name: 'Try only what failed again' }).click()
  await expect(page.getByText('1 step was not made')).toBeVisible({ timeout: ended })
  expect((await storedOn(made)).filter(({ subject }) => subject.includes(`contoso/${name}`))).toHaveLength(6)

  const context = await browser.newContext({ baseURL: new URL(page.url()).origin })
  const other = await context.newPage()
  await signIn(other, 'admin', new URL(page.url()).pathname)
  await expect(other.getByText('There is no such run of yours')).toBeVisible()
  await expect(other.getByText(name)).toHaveCount(0)
  await context.close()
})
