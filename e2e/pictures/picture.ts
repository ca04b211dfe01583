import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'

const softly = expect.configure({ soft: true })
const folder = join(import.meta.dirname, '..', 'test-results', 'pictures')

const highest = 4000

/** Saves the page, down to 4,000 pixels, at the widths of the design, light and dark, under e2e/test-results/pictures; it must not scroll sideways. */
export async function picture(
  page: Page,
  name: string,
  widths: readonly number[] = [1440, 1024, 390],
): Promise<void> {
  for (const width of widths) {
    await page.setViewportSize({ width, height: width === 390 ? 844 : 900 })
    // The page may take a moment for its other layout; the pictures that follow are wanted all the same.
    await softly
      .poll(() => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth), {
        message: `${name} at ${String(width)} px, pixels to the side`,
      })
      .toBeLessThanOrEqual(0)
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      const height = await page.evaluate(() => document.documentElement.scrollHeight)
      await page.screenshot({
        path: join(folder, `${name}-${String(width)}-${colorScheme}.png`),
        fullPage: true,
        // A list of 40,000 is two million pixels high, and no program shows such a picture.
        clip: { x: 0, y: 0, width, height: Math.min(height, highest) },
        animations: 'disabled',
        // A page of 40,000 trusts takes its time on a machine that has other things to do.
        timeout: 60_000,
      })
    }
  }
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.emulateMedia({ colorScheme: 'light' })
}
