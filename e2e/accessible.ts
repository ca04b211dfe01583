import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

/** WCAG 2.2 A and AA without a violation. Fluent's hidden focus sentinels are the one named exclusion. */
export async function expectAccessible(page: Page): Promise<void> {
  await settled(page)
  expect(page.frames(), 'frames, of which the scan sees those of the portal alone').toHaveLength(1)
  const { violations } = await new AxeBuilder({ page })
    // What passes is not told node by node, which takes a quarter of the time.
    .options({ resultTypes: ['violations'], selectors: false })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
    .exclude('[data-tabster-dummy]')
    // Without a second page, which would gather what frames of other origins say: it takes half of the time.
    .setLegacyMode()
    .analyze()
  await page.emulateMedia({ reducedMotion: null })
  const told = violations.map(({ id, help, nodes }) => ({
    id,
    help,
    at: nodes.map((node) => node.html).slice(0, 3),
  }))
  expect(told).toEqual([])
}

/**
 * A button that turns from one colour to another passes through some that nobody has to read: what moves already ends
 * first, and what begins during the scan does not move.
 */
async function settled(page: Page): Promise<void> {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await page.evaluate(async () => {
    const ending = document.getAnimations().filter((animation) => {
      const { endTime } = animation.effect?.getComputedTiming() ?? {}
      return typeof endTime === 'number' && Number.isFinite(endTime)
    })
    await Promise.allSettled(ending.map((animation) => animation.finished))
  })
}
