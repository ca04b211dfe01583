import type { Page } from '@playwright/test'
import { sentinels } from '@trustwright/emulator/seed'
import { failAzure, mendAzure } from '../azure-faults.ts'
import { expectAccessible } from '../accessible.ts'
import { expect, test } from '../fixtures.ts'
import { forgetSession } from '../sessions.ts'
import { askArm, mintGitHubToken, readFromArm } from '../tenant.ts'
import {
  armPath,
  makeIdentity,
  newTrustAddress,
  trustAddress,
  typeClaims,
  type MadeIdentity,
} from '../trusts.ts'

const github = 'https://token.actions.githubusercontent.com'
const otherWriter = 'ConcurrentFederatedIdentityCredentialsWritesForSingleManagedIdentity'
const write = { operation: 'arm/put-credential' }

test.afterEach(() => mendAzure())

/** What Azure answers to a write for a while; every one goes through without a word of failing, most by themselves. */
const waits = [
  {
    // Longer than a slow machine takes to look at it: only a press ends this one.
    name: 'hurried',
    says: 'Waiting: Azure asked us to slow down',
    times: 1,
    effect: { status: 429, code: 'TooManyRequests', retryAfterSeconds: 60 },
  },
  {
    name: 'slow-down',
    says: 'Waiting: Azure asked us to slow down',
    times: 1,
    effect: { status: 429, code: 'TooManyRequests', retryAfterSeconds: 6 },
  },
  {
    // Four: the portal itself tries a write that met another one three times more.
    name: 'two-writers',
    says: 'Waiting: another change is going on',
    times: 4,
    effect: { status: 409, code: otherWriter },
  },
  {
    name: 'young-parent',
    says: 'Waiting: Azure does not show the identity yet',
    times: 1,
    effect: { status: 404, code: 'ParentResourceNotFound' },
  },
]

test('a write that Azure does not take yet waits where everybody sees it, goes through by itself, and can be stopped', async ({
  signedInAs,
}) => {
  const page = await signedInAs('developer')
  const made = await makeIdentity(page)
  for (const { name, says, times, effect } of waits) {
    await fill(page, made, name)
    await failAzure({ match: write, mode: { next: times }, effect })
    await page.getByRole('button', { name: 'Create trust' }).click()
    const waiting = page.getByRole('alert').filter({ hasText: says })
    await expect(waiting, name).toContainText(
      /Nothing was stored, and what you typed stays\..*The portal tries again in \d+ s, 1 of 3\./,
    )
    expect((await readFromArm(armPath(made, name))).status).toBe(404)
    // That its issuer cannot be read is told beside it, and is another matter.
    expect((await waiting.allInnerTexts()).join(' '), name).not.toMatch(/fail/i)
    if (name === 'hurried') {
      await expectAccessible(page)
      await page.getByRole('button', { name: 'Try now' }).click()
    }
    await expect(page.getByText(`Created ${name}`), name).toBeVisible()
  }

  await fill(page, made, 'stopped')
  await failAzure({ match: write, mode: { next: 1 }, effect: { ...waits[0]?.effect, retryAfterSeconds: 90 } })
  await page.getByRole('button', { name: 'Create trust' }).click()
  await page.getByRole('button', { name: 'Stop waiting' }).click()
  await expect(page.getByRole('timer')).toBeHidden()
  await expect(page.getByRole('alert')).toContainText('Azure asked us to slow down')
  await expect(page.getByRole('textbox', { name: 'Name', exact: true })).toHaveValue('stopped')
  await expect(page.getByRole('button', { name: 'Create trust' })).toBeEnabled()
  await expect(page.getByRole('button', { name: 'Create trust' })).toBeFocused()
})

test('a write whose answer is lost is looked for, and told as what it is: stored once', async ({
  signedInAs,
}) => {
  const page = await signedInAs('developer')
  const made = await makeIdentity(page)
  await fill(page, made, 'lost')
  await failAzure({ match: write, mode: { next: 1 }, effect: { dropConnection: true, when: 'after' } })
  await page.getByRole('button', { name: 'Create trust' }).click()
  await expect(page.getByText('Created lost')).toBeVisible()
  expect((await readFromArm(armPath(made, 'lost'))).status).toBe(200)
})

test('a second factor that Azure wants in the middle of a write costs one sign-in, and no letter of the form', async ({
  signedInAs,
}) => {
  const page = await signedInAs('developer')
  forgetSession('developer')
  const made = await makeIdentity(page)
  const challenge = { match: write, mode: { next: 1 }, effect: { claimsChallenge: true } }
  await fill(page, made, 'proven-person')
  await failAzure(challenge)
  await page.getByRole('button', { name: 'Create trust' }).click()
  await signInOnceMore(page)
  await page.getByLabel('Code').fill((await page.locator('.help .mono').textContent()) ?? '')
  await page.getByRole('button', { name: 'Verify' }).click()
  await expect(page.getByText('What you typed is back')).toBeVisible()
  await expectAccessible(page)
  await expect(page.getByRole('textbox', { name: 'Subject', exact: true })).toHaveValue(
    'workload:proven-person',
  )
  expect((await readFromArm(armPath(made, 'proven-person'))).status).toBe(404)
  await page.getByRole('button', { name: 'Create trust' }).click()
  await expect(page.getByText('Created proven-person')).toBeVisible()

  // The form of a change is opened anew with what was typed. One challenge more is answered by the portal itself.
  await page.getByRole('button', { name: 'Change' }).click()
  await page.getByRole('textbox', { name: 'Subject', exact: true }).fill('workload:changed')
  await failAzure({ ...challenge, mode: { next: 2 } })
  await page.getByRole('button', { name: 'Save change' }).click()
  await signInOnceMore(page)
  await mendAzure()
  await expect(page.getByText('What you typed is back')).toBeVisible()
  await page.getByRole('button', { name: 'Save change' }).click()
  await expect(page.getByText('Changed proven-person', { exact: true })).toBeVisible()
  expect(JSON.stringify(await readFromArm(armPath(made, 'proven-person')))).toContain('workload:changed')
})

test('a trust that is equal to the letter and still refused is waited for, tried again, and at last made anew', async ({
  signedInAs,
}) => {
  const page = await signedInAs('developer')
  const made = await makeIdentity(page)
  const name = sentinels.unheard
  const subject = `repo:contoso/orders-api:environment:${name}`
  // Made outside the portal, which then does not know its age: a young one is only waited for (doctor.e2e.ts).
  const properties = { issuer: github, subject, audiences: ['api://AzureADTokenExchange'] }
  expect((await askArm('PUT', armPath(made, name), { properties })).status).toBe(201)
  await page.goto(`${trustAddress(made, name)}?tab=prove`)
  const token = await mintGitHubToken({ owner: 'contoso', repository: 'orders-api', environment: name })
  await page.getByLabel('Token of the workload').fill(token)
  await expect(page.getByText('Matched: the claims are the same')).toBeVisible()
  await page.getByRole('button', { name: 'Run the exchange' }).click()
  await expect(page.getByText('Azure may still be spreading this trust')).toBeVisible()
  await expect(page.getByRole('timer')).toContainText('Try 2 in')
  await page.getByRole('button', { name: 'Stop trying' }).click()
  await expect(page.getByLabel('Token of the workload')).toBeFocused()
  await expect(page.getByText('If it stays refused, make the trust anew')).toBeVisible()
  await page.getByRole('link', { name: 'Find the cause in the doctor' }).click()
  await expect(page.getByRole('region', { name: 'Result' })).toContainText('Wait ten minutes')
  await page.getByRole('button', { name: 'Recreate the trust' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Delete and make again' }).click()
  await expect(page.getByText(`Made ${name} again`, { exact: true })).toBeVisible()

  await page.goto(`${trustAddress(made, name)}?tab=prove`)
  await page.getByLabel('Token of the workload').fill(token)
  await page.getByRole('button', { name: 'Run the exchange' }).click()
  await expect(page.getByText(`Seen working: the workload became ${made.identity}`)).toBeVisible()
})

/** From the dialog over the form to Entra, which knows the second factor from then on. */
async function signInOnceMore(page: Page): Promise<void> {
  const dialog = page.getByRole('dialog', { name: 'Sign in again. Your draft is saved.' })
  await expect(dialog).toContainText('such as with a second factor. Nothing was done yet.')
  await dialog.getByRole('link', { name: 'Sign in' }).click()
}

async function fill(page: Page, made: MadeIdentity, name: string): Promise<void> {
  await page.goto(`${newTrustAddress(made)}&preset=other-issuer`)
  await typeClaims(page, 'https://oidc.contoso.com', `workload:${name}`)
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill(name)
}
