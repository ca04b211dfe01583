import { expect, type Locator, type Page } from '@playwright/test'

/** Presses Tab until the element has the focus, as a person without a pointer would. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  // Somebody waits until it is there; without, a slow page lets the Tabs run through what stands before it.
  await target.waitFor()
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
