import type { Browser, Page } from '@playwright/test'
import { signIn } from './fixtures.ts'
import { keepSession, takeSession } from './sessions.ts'
import type { Role } from './tenant.ts'

/** Another person in a browser of their own, who need not have loaded anything. */
export async function secondPerson(browser: Browser, role: Role): Promise<Page> {
  const context = await browser.newContext({ baseURL: process.env.E2E_PORTAL ?? '' })
  const page = await context.newPage()
  if (!(await takeSession(context, role))) {
    await signIn(page, role)
    await keepSession(context, role)
  }
  return page
}
