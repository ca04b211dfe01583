import type { Locator, Page } from '@playwright/test'
import { expect } from '../fixtures.ts'
import { mintToken } from '../tenant.ts'
import type { Recorder } from './record-effort.ts'
import type { Workload } from './scenarios.ts'
import { pasteText, shownStep, stepHeading, type Walked } from './walk.ts'

/** The same way without a pointer: Tab to the nearest place where Enter moves on. */
export async function walkByKeys(
  page: Page,
  recorder: Recorder,
  { paste, token }: Workload,
): Promise<Walked> {
  recorder.restart()
  await page.goto('/new')
  await page.getByLabel('What should Azure trust?').waitFor()
  await pasteText(page, paste)
  await expect(page.getByText('Understood:')).toBeVisible()
  await page.keyboard.press('Enter')
  for (;;) {
    const step = await shownStep(page)
    // A person sees what they confirm: the step is read first.
    await page.locator('main form').waitFor()
    const mayMoveOn = step === 'Review' ? 'main form button[type=submit]' : 'main :is(h1, form input)'
    await enterAt(page, page.locator(`:is(${mayMoveOn}):focus`))
    if (step === 'Review') break
    await expect(stepHeading(page, step)).toBeHidden()
  }
  await expect(page.getByRole('heading', { name: 'In Azure now' })).toBeVisible({ timeout: 30_000 })
  await expect(page.getByLabel('Token of the workload')).toBeVisible()
  const stored = await recorder.effort()
  await pasteText(page, await mintToken(token.platform, token.fields))
  await expect(page.getByText('Matched: the claims are the same')).toBeVisible()
  await enterAt(page, page.getByRole('button', { name: 'Run the exchange' }).and(page.locator(':focus')))
  await expect(page.getByText(/Seen working: the workload became/)).toBeVisible({ timeout: 50_000 })
  return { stored, verified: await recorder.effort() }
}

async function enterAt(page: Page, wanted: Locator): Promise<void> {
  for (let presses = 0; presses < 40 && (await wanted.count()) === 0; presses++) {
    await page.keyboard.press('Tab')
  }
  await expect(wanted).toHaveCount(1)
  await page.keyboard.press('Enter')
}
