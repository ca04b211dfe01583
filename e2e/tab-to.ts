import { expect, type Locator, type Page } from '@playwright/test'

/** Presses Tab until the element has the focus, as a person without a pointer would. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let presses = 0; presses < 80; presses++) {
    if (
      (await target.count()) > 0 &&
      (await target.evaluate((element) => element === document.activeElement))
    ) {
      await expect(target).toBeInViewport()
      return
    }
    await page.keyboard.press('Tab')
  }
  throw new Error(`80 Tabs did not reach ${target.toString()}`)
}
