import type { Page } from '@playwright/test'
import { expectAccessible } from '../accessible.ts'
import { expect, signIn, test, uniqueName } from '../fixtures.ts'
import { fillMatrix, storedOn } from '../many.ts'
import { clearPlace, newPlace, startPrograms, type Place, type Programs } from '../programs.ts'
import { makeIdentity } from '../trusts.ts'

/** Azure's limits as the emulator has them by default, which the other journeys switch off. */
const azuresPace = { EMULATOR_THROTTLE_SCALE: '1' }

test('60 trusts over 4 identities at Azure’s pace: stopped, cut off by the death of the portal, resumed, made once', async ({
  browser,
}) => {
  // A write each four seconds for one identity, and each has fifteen trusts.
  test.setTimeout(300_000)
  const place = await newPlace()
  const before = { portal: process.env.E2E_PORTAL, emulator: process.env.E2E_EMULATOR }
  let programs: Programs | null = null
  try {
    programs = await startPrograms(place, azuresPace)
    process.env.E2E_PORTAL = programs.portal
    process.env.E2E_EMULATOR = programs.emulator
    const context = await browser.newContext({ baseURL: programs.portal })
    const page = await context.newPage()
    await signIn(page, 'developer')
    programs = await makeSixty(page, programs, place)
    await context.close()
  } finally {
    process.env.E2E_PORTAL = before.portal
    process.env.E2E_EMULATOR = before.emulator
    await programs?.stop()
    clearPlace(place)
  }
})

async function makeSixty(page: Page, first: Programs, place: Place): Promise<Programs> {
  const made = await makeIdentity(page)
  const stem = uniqueName('id-many')
  await page.goto('/new/bulk')
  const repositories = Array.from({ length: 20 }, (_, index) => `contoso/${stem}-${index + 1}`)
  await fillMatrix(page, made, { repositories, stem, count: 3 })
  await expect(page.getByText('60 new trusts on 4 identities.')).toBeVisible()
  await page.getByRole('button', { name: 'Check 60 trusts' }).click()
  await expect(page.getByText('3 new identities', { exact: true })).toBeVisible({ timeout: 30_000 })
  const said = secondsOf(await page.getByText(/^Takes about /).innerText())
  await expectAccessible(page)

  const startedAt = Date.now()
  await page.getByRole('button', { name: 'Create 60 trusts' }).click()
  await expect(page).toHaveURL(/\/new\/bulk\/[0-9a-f-]{36}$/)
  await expect(page.getByText(/about .+ left/)).toBeVisible({ timeout: 30_000 })
  await expect.poll(() => madeIn(page), { timeout: 30_000 }).toBeGreaterThanOrEqual(8)
  await page.getByRole('button', { name: 'Stop' }).click()
  await expect(page.getByText('It stopped before its end')).toBeVisible({ timeout: 30_000 })
  const stoppedAt = await madeIn(page)
  await page.reload()
  await page.getByRole('button', { name: 'Go on' }).click()
  await expect.poll(() => madeIn(page), { timeout: 60_000 }).toBeGreaterThanOrEqual(stoppedAt + 8)

  const cutAt = Date.now()
  const refusedBefore = await throttledIn(first)
  await first.killPortal()
  const second = await startPrograms(place, azuresPace)
  const downFor = Date.now() - cutAt
  try {
    await page.reload()
    await page.getByRole('button', { name: 'Go on' }).click({ timeout: 60_000 })
    await expect(page.getByText('All of it is in Azure')).toBeVisible({ timeout: 150_000 })
    const took = Math.round((Date.now() - startedAt - downFor) / 1000)
    const refused = refusedBefore + (await throttledIn(second))
    process.stdout.write(
      `60 trusts over 4 identities: said ${said} s, took ${took} s and ${Math.round(downFor / 1000)} s without a portal, ${refused} answers of 429\n`,
    )

    const all = [made, ...[1, 2, 3].map((number) => ({ ...made, identity: `${stem}-${number}` }))]
    const stored = await Promise.all(all.map(storedOn))
    expect(stored.map((trusts) => trusts.length)).toEqual([15, 15, 15, 15])
    expect(new Set(stored.flat().map(({ subject }) => subject)).size).toBe(60)
    for (const trusts of stored) expect(new Set(trusts.map(({ name }) => name)).size).toBe(15)
    // Stopping and starting again costs some seconds each; an estimate that is wrong by half is none.
    expect(took).toBeGreaterThan(said / 2)
    expect(took).toBeLessThan(said * 1.5 + 20)
    return second
  } catch (error) {
    await second.stop()
    throw error
  }
}

async function madeIn(page: Page): Promise<number> {
  const text = await page.getByText(/^[\d,]+ made$/).innerText()
  return Number.parseInt(text.replace(',', ''), 10)
}

/** `Takes about 1 min 4 s.` in seconds. */
function secondsOf(words: string): number {
  const [, minutes = '0'] = /(\d+) min/.exec(words) ?? []
  const [, seconds = '0'] = /(\d+) s\b/.exec(words) ?? []
  return Number(minutes) * 60 + Number(seconds)
}

/** How often Azure asked to slow down, of its last thousand answers. */
async function throttledIn({ emulator }: Programs): Promise<number> {
  const response = await fetch(`${emulator}/_emulator/requests?limit=1000`)
  const { value }: { value: { status: number }[] } = await response.json()
  return value.filter(({ status }) => status === 429).length
}
