import type { Page } from '@playwright/test'
import { expect, test } from '../fixtures.ts'
import { inTenant } from '../tenants/kept-tenant.ts'
import { longestAddress } from '../tenants/plant-tenant.ts'
import { picture } from './picture.ts'

const sizes = [0, 3, 1000, 40_000] as const

/** Pages that look at the whole tenant. */
const addresses = {
  home: '/?as=admin',
  trusts: '/trusts',
  map: '/map',
  'map-question': '/map?q=role:owner-like%20used:never,%3E90d',
  changes: '/trusts/changes',
  findings: '/findings',
  reviews: '/reviews',
  'reviews-new': '/reviews/new',
  policies: '/policies',
  requests: '/requests',
  activity: '/activity?of=all',
} as const

for (const size of sizes) {
  test(`every page over ${size} trusts`, async ({ browser }) => {
    test.setTimeout(900_000)
    await inTenant(browser, size, async (page) => {
      for (const [name, address] of Object.entries(addresses)) {
        await page.goto(address)
        await settled(page)
        await picture(page, `${size}-${name}`, [1440, 390])
      }
      if (size === 0) return
      await page.goto(await longestAddress())
      await settled(page)
      await picture(page, `${size}-trust`)
    })
  })
}

/** How the labels of skeletons begin. */
const skeleton = /^(?:Reading|Opening|Looking|Judging|Gathering|Drawing|Counting|Comparing|Asking)\b/

/** The page stands, and nothing on it loads any more. */
async function settled(page: Page): Promise<void> {
  const longMs = 120_000
  // Of a page that is still empty the rest would hold too.
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible({ timeout: longMs })
  await page.waitForLoadState('networkidle')
  for (const still of ['More is on its way', 'grow with them', 'so far'])
    await expect(page.getByText(still)).toHaveCount(0, { timeout: longMs })
  await expect(page.locator('output', { hasText: skeleton })).toHaveCount(0, { timeout: longMs })
  await expect(page.getByRole('progressbar')).toHaveCount(0, { timeout: longMs })
}
