import type { FrameLocator, Page } from '@playwright/test'
import { expect } from '../fixtures.ts'
import { accounts, type Role } from '../tenant.ts'
import type { Embedded } from './start-embedded.ts'

/** The portal inside the host's page. */
export function frameOf(page: Page): FrameLocator {
  return page.frameLocator('iframe[title="Trustwright"]')
}

/** Presses a button of the frame that opens the sign-in, and answers Microsoft's window. */
export async function pressForWindow(page: Page, name: string): Promise<Page> {
  return await windowOf(page, () => frameOf(page).getByRole('button', { name, exact: true }).click())
}

/**
 * Microsoft's window, which the portal's own opens. A browser that does not let it asks for a press there, which is given by
 * a key.
 */
export async function windowOf(page: Page, press: () => Promise<void>): Promise<Page> {
  const windows = page.context()
  // A window that has its answer closes in a moment, and until then another sign-in would take it over.
  await expect.poll(() => windows.pages().some((one) => one.url().includes('/embed/redirect'))).toBe(false)
  // A window that was left open may be taken over: what is asked there tells one sign-in from another.
  const before = new Set(windows.pages().map((one) => one.url()))
  const own = windows.waitForEvent('page')
  await press()
  const more = (await own).getByRole('button', { name: 'Continue to Microsoft' })
  const microsoft = () => windows.pages().find((one) => isAtMicrosoft(one.url()) && !before.has(one.url()))
  const there = () => microsoft() !== undefined
  await expect.poll(async () => there() || (await more.isVisible())).toBe(true)
  if (!there()) await more.press('Enter')
  await expect.poll(there).toBe(true)
  const found = microsoft()
  if (found === undefined) throw new Error('The window closed as soon as it was there.')
  return found
}

function isAtMicrosoft(address: string): boolean {
  return address.includes('/oauth2/v2.0/authorize')
}

/** Shows an address of the portal in the host's frame, in a browser that nobody used before. */
export async function openFramed(
  { browser, host, portal }: Embedded,
  path = '/embed/',
  options: Parameters<Embedded['host']['framing']>[1] = {},
): Promise<Page> {
  const context = await browser.newContext({ baseURL: portal })
  const page = await context.newPage()
  await page.goto(host.framing(`${portal}${path}`, options))
  return page
}

export async function signInFramed(page: Page, role: Role): Promise<void> {
  await chooseAt(await pressForWindow(page, 'Sign in'), role)
  await expect(frameOf(page).getByRole('button', { name: /^Account of/ })).toBeVisible()
}

/** One click on the account, in Microsoft's window. */
export async function chooseAt(microsoft: Page, role: Role): Promise<void> {
  const { username } = (await accounts())[role]
  await microsoft.getByRole('button', { name: username }).click()
}
