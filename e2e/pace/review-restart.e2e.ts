import type { Page } from '@playwright/test'
import { askPortal } from '../ask-portal.ts'
import { expect, signIn, test } from '../fixtures.ts'
import { control } from '../inventory.ts'
import { clearPlace, newPlace, startPrograms, type Programs } from '../programs.ts'
import { plantTrusts, readInventory } from '../reviews.ts'

/** Slow enough to be met in the middle. */
const slowly = {
  EMULATOR_THROTTLE_SCALE: '0',
  SET_UP_WRITES_PER_SECOND_PER_IDENTITY: '2',
  SET_UP_WRITES_PER_SECOND_PER_SUBSCRIPTION: '20',
}
const [trusts, removals] = [16, 12]

test('the portal dies in the middle of removals: the open page goes on by itself, and exactly what was decided is gone, nothing twice', async ({
  browser,
}) => {
  const place = await newPlace()
  const before = { portal: process.env.E2E_PORTAL, emulator: process.env.E2E_EMULATOR }
  let programs: Programs | null = null
  try {
    programs = await startPrograms(place, slowly)
    process.env.E2E_PORTAL = programs.portal
    process.env.E2E_EMULATOR = programs.emulator
    const stem = await plantTrusts(trusts)
    const context = await browser.newContext({ baseURL: programs.portal })
    const page = await context.newPage()
    await signIn(page, 'admin')
    await readInventory(page)
    await beginRemovals(page, stem)
    await expect.poll(() => removed(page), { timeout: 20_000, intervals: [100] }).toBeGreaterThan(2)
    const early = await deleted(stem)
    expect(early.length).toBeLessThan(removals)
    await programs.killPortal()
    programs = await startPrograms(place, slowly)
    await expect(page.getByText('Everything that was decided is removed')).toBeVisible({ timeout: 60_000 })
    expect(await removed(page)).toBe(removals)
    const all = [...early, ...(await deleted(stem))]
    expect(new Set(all).size).toBe(all.length)
    expect(await left(stem)).toEqual(['t-12', 't-13', 't-14', 't-15'])
    const id = /reviews\/([0-9a-f-]{36})/.exec(page.url())?.[1] ?? ''
    const kept = JSON.stringify((await askPortal(page, 'GET', `/api/reviews/${id}/removals?limit=100`)).body)
    const restorable = kept.match(/"deletedTrustId":"[0-9a-f-]{36}"/g) ?? []
    expect([restorable.length, new Set(restorable).size]).toEqual([removals, removals])
    await context.close()
  } finally {
    process.env.E2E_PORTAL = before.portal
    process.env.E2E_EMULATOR = before.emulator
    await programs?.stop()
    clearPlace(place)
  }
})

/** Removes the first ones of the identity by name, keeps the others. */
async function beginRemovals(page: Page, stem: string): Promise<void> {
  await page.goto(`/reviews/new?q=${stem}`)
  await page.getByRole('button', { name: 'Open the review' }).click()
  for (let at = 1; at <= trusts; at += 1) {
    await expect(page.getByText(`${at} of ${trusts}`, { exact: true })).toBeVisible()
    await expect(page.getByText('Not decided yet.')).toBeVisible()
    const name = await page
      .getByRole('region', { name: 'Trust' })
      .getByText(/^t-\d+$/)
      .innerText()
    await page.keyboard.press(Number(name.slice(2)) < removals ? 'r' : 'k')
  }
  await expect(page.getByText(`${trusts} of ${trusts} decided`)).toBeVisible()
  await page.getByRole('button', { name: 'End the review' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'End the review' }).click()
  await page.getByRole('button', { name: `Remove ${removals} trusts` }).click()
  await page.getByLabel(`Type ${removals} to go on`).fill(String(removals))
  await page
    .getByRole('dialog')
    .getByRole('button', { name: `Remove ${removals} trusts` })
    .click()
}

async function removed(page: Page): Promise<number> {
  const words = await page.getByText(/^\d+ of \d+ removed$/).innerText({ timeout: 10_000 })
  return Number.parseInt(words, 10)
}

/** Names of the trusts that Azure was asked to delete with success, as its own log tells. */
async function deleted(stem: string): Promise<string[]> {
  // The emulator's own words, of which only these are read.
  const { value } = (await control('GET', 'requests?limit=1000')) as {
    value: readonly { method: string; path: string; status: number }[]
  }
  return value.flatMap(({ method, path, status }) =>
    method === 'DELETE' && status < 300 && path.includes(stem) ? (path.split('/').at(-1) ?? []) : [],
  )
}

async function left(stem: string): Promise<string[]> {
  // The same.
  const { trusts: all } = (await control('GET', 'export')) as {
    trusts: readonly { id: string; name: string }[]
  }
  return all.flatMap(({ id, name }) => (id.includes(stem) ? [name] : [])).toSorted()
}
