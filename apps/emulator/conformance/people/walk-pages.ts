import type { Page } from '@playwright/test'

export interface Walker {
  username: string
  /** What is typed where a page asks for a device's code. */
  code?: string
}

const mostPages = 8

/**
 * Goes through the pages of Entra as a person does: types the device's code or the second factor, chooses the account,
 * agrees to what is asked, until `until` holds for the address or the page has no button left. Gives the text of the
 * last page.
 */
export async function walkPages(
  page: Page,
  { username, code }: Walker,
  until: (address: URL) => boolean = () => false,
): Promise<string> {
  for (let count = 0; count < mostPages; count += 1) {
    await page.waitForLoadState('domcontentloaded')
    if (until(new URL(page.url()))) return ''
    const deviceCode = page.locator('input[name="user_code"]:visible')
    if (code !== undefined && (await deviceCode.count()) > 0) await deviceCode.fill(code)
    const secondFactor = page.locator('input[name="code"]:visible')
    if ((await secondFactor.count()) > 0) await secondFactor.fill(await shownDigits(page))
    const account = page.locator('button.account', { hasText: username })
    const primary = page.locator('button.primary:visible')
    const button = (await account.count()) > 0 ? account : primary
    if ((await button.count()) === 0) break
    await Promise.all([page.waitForEvent('domcontentloaded'), button.first().click()])
  }
  if (until(new URL(page.url()))) return ''
  return page.locator('main').innerText()
}

/** Local accounts have no authenticator: the page shows the six digits. */
async function shownDigits(page: Page): Promise<string> {
  return /\b\d{6}\b/.exec(await page.locator('main').innerText())?.[0] ?? ''
}
