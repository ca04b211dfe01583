import type { Locator, Page } from '@playwright/test'
import { failAzure, mendAzure } from '../azure-faults.ts'
import { breakRequests } from '../broken-network.ts'
import { chooseAccount, expect, test, uniqueName } from '../fixtures.ts'
import { endSignIn, mintGitHubToken } from '../tenant.ts'
import { nameNewIdentity, step, storedTrusts } from '../wizard.ts'

const link = '/new?src=github&repo=octo-org/octo-repo&env=Production'
const subject = 'repo:octo-org/octo-repo:environment:Production'

/** As a patient person: whenever the page offers it, tries again, until the goal is there. */
async function persist(page: Page, goal: Locator, press?: Locator): Promise<void> {
  const again = page.getByRole('button', { name: /^(Try again|Go on)$/ }).first()
  await expect(async () => {
    if (await goal.isVisible()) return
    if (await again.isEnabled({ timeout: 100 }).catch(() => false)) await again.click({ timeout: 1000 })
    else if (press !== undefined && (await press.isEnabled({ timeout: 100 }).catch(() => false)))
      await press.click({ timeout: 1000 })
    await expect(goal).toBeVisible({ timeout: 2500 })
  }).toPass({ timeout: 60_000, intervals: [100] })
}

test('with 30 % of all requests failing, in the portal and in Azure, nothing is lost and nothing made twice', async ({
  signedInAs,
}) => {
  test.setTimeout(240_000)
  const page = await signedInAs('developer')
  const broken = await breakRequests(page, 0.3, 20261122)
  const identity = uniqueName('id-storm')
  const next = page.getByRole('button', { name: 'Continue' })
  try {
    await failAzure({
      match: { area: 'arm' },
      mode: { rate: 0.2, seed: 7 },
      effect: { status: 503, code: 'ServiceUnavailable' },
    })
    await failAzure({
      match: { area: 'arm' },
      mode: { rate: 0.1, seed: 11 },
      effect: { dropConnection: true, when: 'after' },
    })
    await page.goto('/new')
    const box = page.getByLabel('What should Azure trust?')
    await persist(page, box)
    await box.focus()
    await page.keyboard.insertText('https://github.com/octo-org/octo-repo/tree/storm')
    await expect(page.getByText('Understood:')).toBeVisible()
    await persist(
      page,
      page.getByRole('navigation', { name: 'Steps' }),
      page.getByRole('button', { name: /^(Continue|Start)/ }),
    )
    await persist(page, step(page, 'Identity'), next)
    await page.getByRole('radio', { name: 'A new managed identity' }).check()
    await page.getByLabel('Name of the identity').fill(identity)
    await persist(page, step(page, 'Access'), next)
    await persist(page, step(page, 'Review'), next)
    await persist(page, step(page, 'Verify'), page.getByRole('button', { name: 'Create and verify' }))
    await persist(page, page.getByRole('heading', { name: 'In Azure now' }))
    const box2 = page.getByLabel('Token of the workload')
    await persist(page, box2)
    await box2.fill(await mintGitHubToken({ owner: 'octo-org', repository: 'octo-repo', branch: 'storm' }))
    await persist(
      page,
      page.getByText(`Seen working: the workload became ${identity}`),
      page.getByRole('button', { name: 'Run the exchange' }),
    )
    expect(await broken()).toBeGreaterThan(5)
  } finally {
    await mendAzure()
  }
  expect(await storedTrusts(identity)).toEqual([['repo:octo-org/octo-repo:ref:refs/heads/storm']])
})

test('who is signed out in the middle signs in again, and goes on in the same step with every letter', async ({
  signedInAs,
}) => {
  const page = await signedInAs('developer')
  await page.goto(link)
  const identity = uniqueName('id-away')
  await nameNewIdentity(page, `${identity}-old`)
  await expect(page.getByText(/^Draft saved/)).toBeVisible()
  const { pathname } = new URL(page.url())

  // The cookie is gone: what is typed from then on is in this tab alone.
  await page.context().clearCookies()
  await page.getByRole('button', { name: 'Continue' }).click()
  const dialog = page.getByRole('dialog', { name: 'Sign in again. Your draft is saved.' })
  await expect(dialog).toBeVisible()
  const away = new URL(page.url()).pathname
  await dialog.getByRole('link', { name: 'Sign in' }).click()
  await chooseAccount(page, 'developer')
  expect(new URL(page.url()).pathname).toBe(away)
  await page.goto(pathname)
  await expect(page.getByLabel('Name of the identity')).toHaveValue(`${identity}-old`)
  await page.getByLabel('Name of the identity').fill(identity)
  await page.getByRole('button', { name: 'Continue' }).click()
  await expect(step(page, 'Access')).toBeVisible()

  // Entra ends the sign-in: Azure is asked next in the review.
  await endSignIn('developer')
  await page.getByRole('button', { name: 'Continue' }).click()
  await expect(step(page, 'Review')).toBeVisible()
  const create = page.getByRole('button', { name: 'Create and verify' })
  // The look at Azure that the review begins with may say it first, and then the dialog is in the way.
  await create.click({ timeout: 2000 }).catch(() => undefined)
  await expect(dialog).toBeVisible()
  const before = new URL(page.url()).pathname
  await dialog.getByRole('link', { name: 'Sign in' }).click()
  await chooseAccount(page, 'developer')
  expect(new URL(page.url()).pathname).toBe(before)
  await expect(step(page, 'Review').or(step(page, 'Verify'))).toBeVisible()
  if (await step(page, 'Review').isVisible()) await create.click()
  await persist(page, page.getByRole('heading', { name: 'In Azure now' }))
  expect(await storedTrusts(identity)).toEqual([[subject]])
})

test('a run that lacks a right tells which, is the same in every tab, and makes only the rest once it is given', async ({
  signedInAs,
}) => {
  const page = await signedInAs('developer')
  const identity = uniqueName('id-half')
  try {
    await failAzure({
      match: { operation: 'arm/put-credential' },
      mode: { rate: 1 },
      effect: {
        status: 403,
        code: 'AuthorizationFailed',
        message:
          "The client does not have authorization to perform action 'Microsoft.ManagedIdentity/userAssignedIdentities/federatedIdentityCredentials/write' over scope '/subscriptions/s/resourceGroups/g' or the scope is invalid.",
      },
    })
    await page.goto(link)
    await nameNewIdentity(page, identity)
    await page.getByRole('button', { name: 'Continue' }).click()
    await page.getByRole('button', { name: 'Continue' }).click()
    await page.getByRole('button', { name: 'Create and verify' }).click()
    await expect(page.getByRole('heading', { name: 'Created in part' })).toBeVisible({ timeout: 30_000 })
    await expect(page.getByText(`Managed identity ${identity}: made`)).toBeVisible()
    await expect(page.getByText(/^Trust .*: not made$/)).toBeVisible()
    await expect(page.getByRole('button', { name: 'Copy request to admin' })).toBeVisible()

    const other = await page.context().newPage()
    await other.goto(page.url())
    await expect(other.getByRole('heading', { name: 'Created in part' })).toBeVisible()
    await page.goto('/')
    await expect(page.getByText('Not finished: 1 of 2 steps not made').first()).toBeVisible()
    await page
      .getByRole('link', { name: /^Go on/ })
      .first()
      .click()
    await expect(page.getByRole('heading', { name: 'Created in part' })).toBeVisible()

    await mendAzure()
    await page.getByRole('button', { name: 'Try again' }).click()
    await expect(page.getByRole('heading', { name: 'In Azure now' })).toBeVisible({ timeout: 30_000 })
    await expect(page.getByText(`Managed identity ${identity}: made`)).toBeVisible()
    await other.bringToFront()
    await other.reload()
    await expect(other.getByRole('heading', { name: 'In Azure now' })).toBeVisible()
    await other.close()
  } finally {
    await mendAzure()
  }
  expect(await storedTrusts(identity)).toEqual([[subject]])

  // What did its work is no draft any more; what was never seen working still waits.
  await page.goto('/')
  await expect(page.getByRole('heading', { name: 'Waits for you' })).toBeVisible()
  await expect(page.getByText('Not finished: 1 of 2 steps not made')).toHaveCount(0)
})

test('after a failure a person goes back and changes something, and the next run makes that and nothing twice', async ({
  signedInAs,
}) => {
  const page = await signedInAs('developer')
  const identity = uniqueName('id-change')
  const throttled = { status: 429, code: 'TooManyRequests', retryAfterSeconds: 4 }
  try {
    await failAzure({
      match: { operation: 'arm/put-credential' },
      mode: { next: 1 },
      effect: { status: 400, code: 'BadRequest' },
    })
    await page.goto(link)
    await nameNewIdentity(page, identity)
    await page.getByRole('button', { name: 'Continue' }).click()
    await page.getByRole('button', { name: 'Continue' }).click()
    await page.getByRole('button', { name: 'Create and verify' }).click()
    await expect(page.getByRole('heading', { name: 'Created in part' })).toBeVisible({ timeout: 30_000 })

    await page.getByRole('link', { name: 'Change workload' }).click()
    await expect(step(page, 'Workload')).toBeVisible()
    await changeToBranch(page, 'main')
    await page.getByRole('link', { name: 'Verify' }).click()
    await expect(page.getByText('The draft was changed since this began')).toBeVisible()
    await page.getByRole('link', { name: 'Review the change' }).click()
    await expect(page.getByText(`${identity} (will be made)`)).toHaveCount(0)
    await failAzure({ match: { operation: 'arm/put-credential' }, mode: { next: 1 }, effect: throttled })
    await page.getByRole('button', { name: 'Create and verify' }).click()
    await expect(
      page.getByText(/Azure asked .* to slow down.*Nothing was lost\..*Next try in \d s\./),
    ).toBeVisible()
    await expect(page.getByRole('heading', { name: 'In Azure now' })).toBeVisible({ timeout: 30_000 })
  } finally {
    await mendAzure()
  }
  expect(await storedTrusts(identity)).toEqual([['repo:octo-org/octo-repo:ref:refs/heads/main']])
})

async function changeToBranch(page: Page, branch: string): Promise<void> {
  await page.getByRole('radio', { name: `Branch ${branch}`, exact: true }).check()
}
