import { test as base, expect, type Page } from '@playwright/test'
import { expectAccessible } from './accessible.ts'
import { keepSession, takeSession } from './sessions.ts'
import { accounts, type Role } from './tenant.ts'

export { expect }

/** The browser's own line about a refusal, or about Azure failing; never about the portal failing (500, 503). */
const expectedAnswer = /^Failed to load resource: the server responded with a status of (4\d\d|502|504)/

interface Journey {
  /**
   * A page signed in as the account of that role. It shows the portal's home page with `home`; without, it need not have
   * loaded anything, since a journey goes elsewhere first.
   */
  signedInAs: (role: Role, options?: { home: boolean }) => Promise<Page>
}

/**
 * Every journey ends in an axe scan, and fails on a content security policy violation, an uncaught error, or an error on the console that
 * is not the browser's own line about a refused request.
 */
export const test = base.extend<Journey>({
  page: async ({ page }, use) => {
    const faults: string[] = []
    page.on('pageerror', (error) => faults.push(`uncaught: ${error.message}`))
    page.on('console', (message) => {
      if (message.type() === 'error' && !expectedAnswer.test(message.text())) {
        faults.push(`console: ${message.text()}`)
      }
    })
    await page.exposeFunction('reportPolicyViolation', (what: string) => faults.push(`policy: ${what}`))
    await page.addInitScript(() => {
      document.addEventListener('securitypolicyviolation', (event) => {
        const report: unknown = Reflect.get(window, 'reportPolicyViolation')
        if (typeof report === 'function')
          report(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`)
      })
    })
    await use(page)
    expect(faults, 'the page stayed quiet').toEqual([])
    // Where a journey ends, the page must be usable by everybody. The API's page is not of our making.
    const { origin, pathname } = new URL(page.url())
    if (origin === process.env.E2E_PORTAL && !pathname.startsWith('/api/')) await expectAccessible(page)
  },
  signedInAs: async ({ page }, use) => {
    await use(async (role, { home } = { home: false }) => {
      const isKept = await takeSession(page.context(), role)
      if (!isKept) {
        await signIn(page, role)
        await keepSession(page.context(), role)
      } else if (home) await openHome(page)
      return page
    })
  },
})

/** Signs in through Entra's own page, from wherever the portal asks for it. */
export async function signIn(page: Page, role: Role, at = '/'): Promise<void> {
  await page.goto(at)
  await page
    .getByRole('link', { name: 'Sign in' })
    .or(page.getByRole('button', { name: 'Sign in' }))
    .first()
    .click()
  await chooseAccount(page, role)
}

/** On the emulated sign-in page: one click on the account of that role. */
export async function chooseAccount(page: Page, role: Role): Promise<void> {
  const { username } = (await accounts())[role]
  await page.getByRole('button', { name: username }).click()
  await page.waitForURL((url) => url.origin === process.env.E2E_PORTAL)
  await accountButton(page).waitFor()
}

async function openHome(page: Page): Promise<void> {
  await page.goto('/')
  await accountButton(page).waitFor()
}

function accountButton(page: Page) {
  return page.getByRole('button', { name: /^Account of/ })
}

let counter = 0

/** A name that no other journey of this run uses. */
export function uniqueName(stem: string): string {
  counter += 1
  return `${stem}-${String(process.pid)}-${String(counter)}`
}
