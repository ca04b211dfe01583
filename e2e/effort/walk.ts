import type { Page } from '@playwright/test'
import { expect } from '../fixtures.ts'
import { mintToken } from '../tenant.ts'
import type { Effort } from './measure.ts'
import type { Recorder } from './record-effort.ts'
import type { Workload } from './scenarios.ts'

export interface Walked {
  /** Until Azure has the trust and the portal has read it back. */
  readonly stored: Effort
  /** Until a real exchange was seen. */
  readonly verified: Effort
}

export interface WalkOptions {
  /** Opens the wizard: by its page or by a link that fills it. */
  readonly address?: string
  /** Gives the new identity a role on its resource group. */
  readonly withRole?: boolean
}

/** From an open wizard to a verified trust, with a pointer and the clipboard, as quickly as the pages allow. */
export async function walk(
  page: Page,
  recorder: Recorder,
  workload: Workload,
  options: WalkOptions = {},
): Promise<Walked> {
  const { address = '/new' } = options
  recorder.restart()
  await page.goto(address)
  if (address === '/new') {
    await page.getByLabel('What should Azure trust?').waitFor()
    await pasteText(page, workload.paste)
    await expect(page.getByText('Understood:')).toBeVisible()
    await page.keyboard.press('Enter')
  }
  for (;;) {
    const step = await shownStep(page)
    if (step === 'Review') break
    if (step === 'Workload') await workload.choose?.(page)
    if (step === 'Access' && options.withRole === true) await giveRole(page)
    await page.getByRole('button', { name: 'Continue' }).click()
    await expect(stepHeading(page, step)).toBeHidden()
  }
  await page.getByRole('button', { name: 'Create and verify' }).click()
  await expect(page.getByRole('heading', { name: 'In Azure now' })).toBeVisible({ timeout: 30_000 })
  await expect(page.getByLabel('Token of the workload')).toBeVisible()
  const stored = await recorder.effort()

  const token = await mintToken(workload.token.platform, workload.token.fields)
  await pasteText(page, token)
  await expect(page.getByText('Matched: the claims are the same')).toBeVisible()
  await page.getByRole('button', { name: 'Run the exchange' }).click()
  await expect(page.getByText(/Seen working: the workload became/)).toBeVisible({ timeout: 50_000 })
  return { stored, verified: await recorder.effort() }
}

const steps = ['Workload', 'Identity', 'Access', 'Review'] as const
type Step = (typeof steps)[number]

/** The heading of a step's page. */
export function stepHeading(page: Page, step: Step) {
  return page.getByRole('heading', { name: step, level: 1, exact: true })
}

/** The step that is open, up to the review. */
export async function shownStep(page: Page): Promise<Step> {
  const shown = page.getByRole('heading', { name: new RegExp(`^(${steps.join('|')})$`), level: 1 })
  await shown.waitFor()
  const text = await shown.textContent()
  const step = steps.find((one) => one === text)
  if (step === undefined) throw new Error(`No step is called ${String(text)}.`)
  return step
}

async function giveRole(page: Page): Promise<void> {
  await page.getByRole('radio', { name: 'Give it a role' }).click()
  await page.getByLabel('What it needs to do').selectOption('Look at resources without changing them')
}

/** By the clipboard and its two keys, into whatever has the focus. */
export async function pasteText(page: Page, text: string): Promise<void> {
  await page.evaluate((clip) => navigator.clipboard.writeText(clip), text)
  await page.keyboard.press('ControlOrMeta+v')
}
