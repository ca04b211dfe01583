import { test as plain, type Page, type Response } from '@playwright/test'
import { failAzure, mendAzure } from '../azure-faults.ts'
import { embeddedForThisFile } from '../embed-host/embedded-for-this-file.ts'
import { chooseAt, frameOf, openFramed, pressForWindow, signInFramed } from '../embed-host/framed.ts'
import { giveSecondFactor } from '../embed-host/second-factor.ts'
import { withdrawConsent } from '../embed-host/withdraw-consent.ts'
import { expect, uniqueName } from '../fixtures.ts'
import { askArm, endSignIn, readFromArm, readTenant } from '../tenant.ts'
import { armPath, findSeeded, identityAddress, newTrustAddress, type MadeIdentity } from '../trusts.ts'

const embedded = embeddedForThisFile()

plain.afterEach(() => mendAzure())

plain('a page that is not listed shows nothing of the portal', async () => {
  const page = await (await embedded.browser.newContext()).newPage()
  const refused = page.waitForEvent('console', (line) => line.text().includes('frame-ancestors'))
  await page.goto(embedded.stranger.framing(`${embedded.portal}/embed/`))
  await refused
  await expect.poll(() => page.frames()[1]?.url()).toBe('chrome-error://chromewebdata/')
  // Nor does a listed one show the normal page.
  const normal = page.waitForEvent('console', (line) => line.text().includes('frame-ancestors'))
  await page.goto(embedded.host.framing(`${embedded.portal}/`))
  await normal
  await expect.poll(() => page.frames()[1]?.url()).toBe('chrome-error://chromewebdata/')
})

plain('in a frame within a frame, and on its own, it says why it does not work', async () => {
  const page = await (await embedded.browser.newContext()).newPage()
  await page.goto(embedded.host.framing(embedded.host.framing(`${embedded.portal}/embed/trusts`)))
  const inner = frameOf(page).frameLocator('iframe[title="Trustwright"]')
  await expect(inner.getByRole('heading', { level: 1 })).toHaveText(/does not open in a frame within a frame/)
  await page.goto(`${embedded.portal}/embed/trusts?q=pay`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('This address is for frames')
  await expect(page.getByRole('link')).toHaveAttribute('href', '/trusts?q=pay')
})

plain('a frame that may open no window says so', async () => {
  const page = await openFramed(embedded, '/embed/', {
    sandbox: 'allow-scripts allow-same-origin allow-forms',
  })
  await frameOf(page).getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(frameOf(page).getByRole('alert')).toContainText('Your browser blocked the sign-in window')
})

plain('a window that may open no other asks for one press more', async () => {
  const page = await openFramed(embedded)
  // Chromium lets the first press open both windows; here the second waits for a press of its own.
  await page.context().addInitScript(() => {
    if (location.pathname !== '/embed/sign-in') return
    const open = window.open.bind(window)
    window.open = () => null
    addEventListener('keydown', () => (window.open = open))
  })
  const own = page.context().waitForEvent('page')
  await frameOf(page).getByRole('button', { name: 'Sign in', exact: true }).click()
  const relay = await own
  await expect(relay.getByRole('button', { name: 'Continue to Microsoft' })).toBeFocused()
  const next = page.context().waitForEvent('page')
  await relay.keyboard.press('Enter')
  await chooseAt(await next, 'developer')
  await expect(frameOf(page).getByRole('button', { name: /^Account of/ })).toBeVisible()
  await expect.poll(() => page.context().pages().length, 'every window closed by itself').toBe(1)
})

plain('a window that is closed or declined is told, and the next press begins anew', async () => {
  const page = await openFramed(embedded)
  const told = frameOf(page).getByRole('alert')
  await (await pressForWindow(page, 'Sign in')).close()
  await expect(told).toContainText('The sign-in window was closed before it was done')

  const microsoft = await pressForWindow(page, 'Sign in')
  await microsoft.getByRole('button', { name: 'Cancel' }).click()
  await expect(told).toContainText('The sign-in was declined at Microsoft')
  await expect(told).toContainText(/Microsoft said: AADSTS\d+/)

  await pressForWindow(page, 'Sign in')
  const [relay] = page.context().pages().slice(1)
  await relay?.close()
  await expect(told).toContainText('The sign-in window was closed before it was done')
  await signInFramed(page, 'reader')
})

plain('a sign-in that ends in the middle of a form costs a window, and no letter', async () => {
  const { page, made, stands } = await formFramed()
  const frame = frameOf(page)
  await endSignIn('developer')
  await frame.getByRole('button', { name: 'Create trust' }).click()
  const dialog = frame.getByRole('dialog', { name: 'Sign in again. What you typed stays.' })
  await expect(dialog).toBeVisible()
  const microsoft = await pressForWindow(page, 'Sign in')
  const anew = page.waitForResponse(/\/api\/session$/)
  await chooseAt(microsoft, 'developer')
  await expect(dialog).toBeHidden()
  await stands(await anew)
  await frame.getByRole('button', { name: 'Create trust' }).click()
  await expect(frame.getByText('Created framed')).toBeVisible()
  expect((await readFromArm(armPath(made, 'framed'))).status).toBe(200)
})

plain(
  'a second factor that Azure wants for a write is given in a window, and no letter is lost',
  async () => {
    const { page, made, stands } = await formFramed()
    const frame = frameOf(page)
    await failAzure({
      match: { operation: 'arm/put-credential' },
      mode: { next: 1 },
      effect: { claimsChallenge: true },
    })
    await frame.getByRole('button', { name: 'Create trust' }).click()
    const dialog = frame.getByRole('dialog', { name: 'Sign in again. What you typed stays.' })
    await expect(dialog).toContainText('such as with a second factor. Nothing was done yet.')
    const microsoft = await pressForWindow(page, 'Sign in')
    const anew = page.waitForResponse(/\/api\/session$/)
    await giveSecondFactor(microsoft)
    await expect(dialog).toBeHidden()
    await stands(await anew)
    expect((await readFromArm(armPath(made, 'framed'))).status).toBe(404)
    await frame.getByRole('button', { name: 'Create trust' }).click()
    await expect(frame.getByText('Created framed')).toBeVisible()
  },
)

plain('signing out forgets the person in the frame', async () => {
  const page = await openFramed(embedded)
  await signInFramed(page, 'developer')
  const frame = frameOf(page)
  await frame.getByRole('button', { name: /^Account of/ }).click()
  await frame.getByRole('button', { name: 'Sign out' }).click()
  await expect(frame.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible()
  // A browser that keeps no cookies of a frame keeps nothing else of it either: what it had was in memory.
  const kept = await page.frames()[1]?.evaluate(() => {
    try {
      return String(localStorage.length + sessionStorage.length)
    } catch (error) {
      return String(error)
    }
  })
  expect(kept).toContain('SecurityError')
  await page.reload()
  await expect(frame.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible()
})

plain('consent that was withdrawn is asked for in a window, and what failed is read again', async () => {
  await withdrawConsent()
  const page = await openFramed(embedded, `/embed${identityAddress(await findSeeded())}`)
  const signIn = await pressForWindow(page, 'Sign in')
  await chooseAt(signIn, 'admin')
  // Even signing in has to be agreed to again.
  await signIn.getByRole('button', { name: 'Accept' }).click()
  const frame = frameOf(page)
  const dialog = frame.getByRole('dialog', { name: 'Sign in again. What you typed stays.' })
  await expect(dialog).toContainText('Microsoft wants your agreement')
  const microsoft = await pressForWindow(page, 'Sign in')
  await microsoft.getByRole('button', { name: 'Accept' }).click()
  await expect(dialog).toBeHidden()
  await expect(frame.getByText('4 of 20')).toBeVisible()
})

interface FormFramed {
  readonly page: Page
  readonly made: MadeIdentity
  /** With the session that was read anew, the form was not: a browser that keeps no storage of a frame would have it empty. */
  readonly stands: (session: Response) => Promise<void>
}

/** A filled form for a new trust on an identity of its own, in the frame of somebody who is signed in there. */
async function formFramed(): Promise<FormFramed> {
  const made = await makeAtAzure()
  const page = await openFramed(embedded, `/embed${newTrustAddress(made)}&preset=other-issuer`)
  await signInFramed(page, 'developer')
  const field = (name: string) => frameOf(page).getByRole('textbox', { name, exact: true })
  await field('Issuer').fill('https://oidc.contoso.com')
  await field('Subject').fill('workload:framed')
  await field('Name').fill('framed')
  const typed = await field('Subject').elementHandle()
  return {
    page,
    made,
    async stands(session) {
      await session.finished()
      await page.frames()[1]?.evaluate(
        () =>
          new Promise((resolve) => {
            requestAnimationFrame(() => requestAnimationFrame(resolve))
          }),
      )
      await expect(field('Subject')).toHaveValue('workload:framed')
      expect(await typed?.evaluate((element) => element.isConnected), 'the same field').toBe(true)
    },
  }
}

async function makeAtAzure(): Promise<MadeIdentity> {
  const [subscription] = (await readTenant()).subscriptions
  const made = {
    subscriptionId: subscription?.subscriptionId ?? '',
    group: uniqueName('rg-framed'),
    identity: uniqueName('id-framed'),
  }
  const group = `/subscriptions/${made.subscriptionId}/resourceGroups/${made.group}`
  const identity = `${group}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/${made.identity}`
  const location = 'westeurope'
  expect((await askArm('PUT', `${group}?api-version=2021-04-01`, { location })).status).toBe(201)
  expect((await askArm('PUT', `${identity}?api-version=2024-11-30`, { location })).status).toBe(201)
  return made
}
