import type { Frame, Page } from '@playwright/test'
import { join } from 'node:path'
import { expect } from '../fixtures.ts'

const folder = join(import.meta.dirname, '..', 'test-results', 'pictures')
const softly = expect.configure({ soft: true })

/** `whole`: as high as the page, up to 2,400 pixels, so that one picture shows all of it. */
interface FramedPicture {
  readonly whole?: boolean
}

/** Saves the host's page with the portal in its frame, at the widths that hosts give, light and dark. */
export async function framedPicture(
  page: Page,
  name: string,
  { whole = false }: FramedPicture = {},
): Promise<void> {
  // A pointer that was left on the page colours what lies under it.
  await page.mouse.move(0, 0)
  for (const width of [390, 700, 1024]) {
    await page.setViewportSize({ width, height: 900 })
    const frame = page.frames()[1]
    if (frame === undefined) throw new Error('The host shows no frame.')
    await expect.poll(() => frame.evaluate(() => window.innerWidth)).toBe(width)
    await layoutRests(frame)
    if (whole) {
      const more = await frame.evaluate(() => document.documentElement.scrollHeight - window.innerHeight)
      await page.setViewportSize({ width, height: Math.min(2400, 900 + more) })
      await layoutRests(frame)
    }
    const message = `${name} at ${String(width)} px, pixels to the side`
    await softly.poll(() => pixelsToTheSide(frame), { message }).toBeLessThanOrEqual(0)
    await inBothSchemes(page, frame, `${name}-${String(width)}`)
  }
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.emulateMedia({ colorScheme: 'light' })
}

/** The same of a page that is in no frame, such as a window of a sign-in, at the size that it has. */
export async function windowPicture(page: Page, name: string): Promise<void> {
  await inBothSchemes(page, page.mainFrame(), name)
}

async function inBothSchemes(page: Page, frame: Frame, name: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await layoutRests(frame)
    const path = join(folder, `embedded-${name}-${colorScheme}.png`)
    await page.screenshot({ path, animations: 'disabled' })
  }
}

/** Nothing turns or fills any more, and nothing moved or changed its colour from one drawn picture to the next, some times in a row. */
async function layoutRests(frame: Frame): Promise<void> {
  await expect(frame.getByRole('progressbar')).toHaveCount(0)
  await frame.evaluate(async () => {
    const nextPicture = () => new Promise((resolve) => requestAnimationFrame(resolve))
    for (let before = '', equal = 0; equal < 5;) {
      await nextPicture()
      const now = [...document.querySelectorAll('body *')]
        .map((element) => {
          const { x, y, width, height } = element.getBoundingClientRect()
          return [x, y, width, height, getComputedStyle(element).color].join(' ')
        })
        .join('\n')
      equal = now === before ? equal + 1 : 0
      before = now
    }
  })
}

function pixelsToTheSide(frame: Frame): Promise<number> {
  return frame.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
}
