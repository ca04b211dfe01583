import type { Page } from '@playwright/test'

/** Counts keys that go down from the next page on; what is pasted has none. */
export async function countKeys(page: Page): Promise<() => Promise<number>> {
  await page.addInitScript(() => {
    const name = 'e2e-keys'
    document.addEventListener(
      'keydown',
      ({ key }) => {
        if (['Control', 'Shift', 'Alt', 'Meta'].includes(key)) return
        sessionStorage.setItem(name, String(Number(sessionStorage.getItem(name) ?? '0') + 1))
      },
      true,
    )
  })
  return () => page.evaluate(() => Number(sessionStorage.getItem('e2e-keys') ?? '0'))
}
