import type { Page } from '@playwright/test'

/**
 * From the next page on, that share of the page's requests to the API goes wrong, always the same ones for the same seed: half of
 * them before the portal was reached, half after it did what it was asked, and each as a broken connection or as a proxy's
 * page in place of the answer.
 */
export async function breakRequests(page: Page, share: number, seed: number): Promise<() => Promise<number>> {
  await page.addInitScript(
    ({ share: part, seed: start }) => {
      const really = window.fetch.bind(window)
      const count = (key: string, by: number, first: number) => {
        const next = Number(sessionStorage.getItem(key) ?? String(first)) + by
        sessionStorage.setItem(key, String(next))
        return next
      }
      // https://gist.github.com/tommyettinger/46a874533244883189143505d203312c
      const random = () => {
        let t = Math.trunc(count('e2e-seed', 0x6d2b79f5, start))
        t = Math.imul(t ^ (t >>> 15), t | 1)
        t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
        return ((t ^ (t >>> 14)) >>> 0) / 4294967296
      }
      window.fetch = async (input, init) => {
        const address = String(input instanceof Request ? input.url : input)
        const [goesWrong, isAfter, isBroken] = [random() < part, random() < 0.5, random() < 0.5]
        if (!address.includes('/api/') || !goesWrong) return really(input, init)
        count('e2e-broken', 1, 0)
        if (isAfter && !address.endsWith('/events')) await really(input, init)
        if (isBroken) throw new TypeError('Failed to fetch')
        return new Response('<html>Bad gateway</html>', { status: 502 })
      }
    },
    { share, seed },
  )
  return () => page.evaluate(() => Number(sessionStorage.getItem('e2e-broken') ?? '0'))
}
