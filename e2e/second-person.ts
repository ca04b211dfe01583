import type { Browser, Page } from '@playwright/test'
import { signIn } from './fixtures.ts'
import { keepSession, takeSession } from './sessions.ts'
import type { Role } from './tenant.ts'

/** Another person in a browser of their own, on the portal's home page. */
export async function secondPerson(browser: Browser, role: Role): Promise<Page> {
  const context = await browser.newContext({ baseURL: process.env.E2E_PORTAL ?? '' })
  const page = await context.newPage()
  if (await takeSession(context, role)) {
    await page.goto('/')
  } else {
    await signIn(page, role)
    await keepSession(context, role)
  }
  return page
}
