import type { CDPSession, Page } from '@playwright/test'
import { clumsyPastes } from '../clumsy-pastes.ts'
import { expect, test } from '../fixtures.ts'
import { mintGitHubToken } from '../tenant.ts'

const mostMilliseconds = 100
/** A program may fill in more: then the browser alone takes a tenth of a second to hold it. */
const mostFilled = 1_200_000
type Put = 'pasted' | 'filled' | 'dropped'

test('garbage, megabytes and other kinds of token get a helpful answer in under 100 ms', async ({ page }) => {
  const token = await mintGitHubToken({ owner: 'contoso', repository: 'shop', environment: 'prod' })
  await page.goto('/doctor')
  await page.waitForLoadState('networkidle')
  const browser = await page.context().newCDPSession(page)
  // What the page's main thread computes: waiting for a core that another program has is not the page's to mend.
  await browser.send('Performance.enable', { timeDomain: 'threadTicks' })
  const took: string[] = []
  const slow: string[] = []
  for (const { what, text, says } of clumsyPastes(token)) {
    const ways: readonly Put[] =
      text.length > mostFilled ? ['pasted', 'dropped'] : ['pasted', 'filled', 'dropped']
    for (const way of ways) {
      let best = Number.POSITIVE_INFINITY
      // Two programs on one core make each other's computing dearer: the best of three is the page's own.
      for (let tries = 0; tries < 3 && best > mostMilliseconds; tries += 1) {
        best = Math.min(best, await answerTo(page, browser, text, way))
        await expect(page.getByRole('region', { name: 'Result' }), what).toContainText(says)
        await page.getByRole('button', { name: 'Clear' }).click()
        await expect(page.getByRole('region', { name: 'Result' })).toBeHidden()
      }
      const line = `${what}, ${way}: ${Math.round(best)} ms`
      took.push(line)
      if (best > mostMilliseconds) slow.push(line)
    }
  }
  test.info().annotations.push({ type: 'took', description: took.join('; ') })
  expect(slow).toEqual([])
})

/** Milliseconds of CPU of the page's main thread from the text's arrival until its answer is painted. */
async function answerTo(page: Page, browser: CDPSession, text: string, way: Put): Promise<number> {
  // Made before the clock starts: Playwright's own sending of megabytes is no part of it.
  const data = await page.evaluateHandle((said) => {
    const data = new DataTransfer()
    data.setData('text/plain', said)
    const files = new DataTransfer()
    files.items.add(new File([said], 'job.log', { type: 'text/plain' }))
    return { said, data, files }
  }, text)
  const before = await computed(browser)
  await page.evaluate(
    async ([{ said, data, files }, how]) => {
      const box = document.querySelector<HTMLTextAreaElement>('#doctor-case')
      const about = { bubbles: true, cancelable: true }
      if (how === 'pasted')
        document.body.dispatchEvent(new ClipboardEvent('paste', { ...about, clipboardData: data }))
      else if (how === 'dropped') box?.dispatchEvent(new DragEvent('drop', { ...about, dataTransfer: files }))
      else {
        // As a program fills a field: past what the field itself would cut.
        Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.set?.call(box, said)
        box?.dispatchEvent(new InputEvent('input', about))
      }
      const frame = () => new Promise((resolve) => requestAnimationFrame(resolve))
      while (document.querySelector('section[aria-label=Result]') === null) await frame()
      await frame()
    },
    [data, way] as const,
  )
  return (await computed(browser)) - before
}

async function computed(browser: CDPSession): Promise<number> {
  const { metrics } = await browser.send('Performance.getMetrics')
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN) * 1000
}
