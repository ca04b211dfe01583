import type { Browser, Page } from '@playwright/test'
import { expectAccessible } from '../accessible.ts'
import { expect, signIn, test } from '../fixtures.ts'
import { openGate, type Gate } from '../gate.ts'
import { putRepository } from '../github.ts'
import { clearPlace, newPlace, startPrograms, type Programs } from '../programs.ts'
import { step } from '../wizard.ts'

const host = 'github.contoso.com'

/** A portal that is set up for GitHub Enterprise Server, and the line to that server. */
async function atOwnGithub(browser: Browser, walk: (page: Page, gate: Gate) => Promise<void>): Promise<void> {
  const place = await newPlace()
  const gate = await openGate(place.emulatorHttps)
  const before = { portal: process.env.E2E_PORTAL, emulator: process.env.E2E_EMULATOR }
  let programs: Programs | null = null
  try {
    programs = await startPrograms(place, {
      LOCAL_GITHUB_WEB_URL: `https://${host}`,
      LOCAL_GITHUB_API_URL: `https://localhost:${String(gate.port)}/github`,
    })
    process.env.E2E_PORTAL = programs.portal
    process.env.E2E_EMULATOR = programs.emulator
    const context = await browser.newContext({ baseURL: programs.portal })
    const page = await context.newPage()
    await signIn(page, 'developer')
    await walk(page, gate)
    await context.close()
  } finally {
    process.env.E2E_PORTAL = before.portal
    process.env.E2E_EMULATOR = before.emulator
    await gate.set('refused')
    await programs?.stop()
    clearPlace(place)
  }
}

async function begin(page: Page, text: string): Promise<void> {
  await page.goto('/new')
  const box = page.getByLabel('What should Azure trust?')
  await box.fill(text)
  await expect(page.getByText('Understood:')).toBeVisible()
  await box.press('Enter')
  await expect(step(page, 'Workload')).toBeVisible()
}

test('a GitHub of the company’s own is looked up; where it does not answer one question is asked, and nothing is lost', async ({
  browser,
}) => {
  await atOwnGithub(browser, async (page, gate) => {
    for (const name of ['shop', 'cut-off', 'mute'])
      await putRepository('contoso', name, {
        visibility: 'public',
        immutable: false,
        environments: ['a', 'b'],
      })
    const isTold = page.getByText('sends names alone in the subject')
    const subject = (name: string) =>
      page.getByRole('definition').filter({ hasText: `repo:contoso/${name}:environment:` })
    const goOn = () => page.getByRole('button', { name: 'Continue' }).click()

    // Its addresses are known without a question, and its tokens carry its own issuer.
    await begin(page, `https://${host}/Contoso/shop`)
    await expect(isTold).toBeVisible()
    await expect(
      page.getByRole('definition').filter({ hasText: `https://${host}/_services/token` }),
    ).toBeVisible()
    await expect(page.getByRole('textbox', { name: 'Server' })).toBeHidden()
    // The answer names github.com; the repository lies at the server.
    await expect(page.getByRole('link', { name: 'contoso/shop opens at GitHub' })).toHaveAttribute(
      'href',
      `https://${host}/contoso/shop`,
    )
    await page.getByRole('radio', { name: 'Environment b', exact: true }).check()
    await expect(subject('shop')).toBeVisible()

    // A name means another repository at github.com: that one is not asked.
    await begin(page, 'https://github.com/contoso/shop')
    await expect(
      page.getByText('Say which it is').or(page.getByRole('textbox', { name: 'Environment', exact: true })),
    ).toBeVisible()
    await expect(isTold).toHaveCount(0)

    // Nobody listens: one plain question in place of the look-up.
    await gate.set('refused')
    await begin(page, `https://${host}/contoso/cut-off`)
    await expect(page.getByText('GitHub failed to answer')).toBeVisible()
    const environment = page.getByRole('textbox', { name: 'Environment', exact: true })
    await environment.fill('a')
    await expect(subject('cut-off')).toBeVisible()
    await expect(page.getByText(/^Draft saved/)).toBeVisible()
    await expectAccessible(page)
    await page.reload()
    await expect(page.getByText('GitHub failed to answer')).toBeVisible()
    await expect(environment).toHaveValue('a')

    // It is back: the look-up tells, and what was answered by hand stays.
    await gate.set('open')
    await expect(async () => {
      await page.getByRole('button', { name: 'Look again' }).click({ timeout: 1000 })
      await expect(isTold).toBeVisible({ timeout: 3000 })
    }).toPass({ timeout: 60_000 })
    await expect(page.getByRole('radio', { name: 'Environment a', exact: true })).toBeChecked()
    await expect(subject('cut-off')).toBeVisible()

    // It takes the connection and says nothing: the person goes on by hand.
    await gate.set('silent')
    await begin(page, `https://${host}/contoso/mute`)
    await expect(page.getByText('GitHub did not answer in time')).toBeVisible({ timeout: 30_000 })
    await environment.fill('b')
    await goOn()
    await expect(step(page, 'Identity')).toBeVisible()
  })
})
