import type { Page } from '@playwright/test'
import { setReality } from '../azure-faults.ts'
import { expect, signIn, test } from '../fixtures.ts'
import { control, identitiesAsked, keysHeld, keysThere } from '../inventory.ts'
import { clearPlace, newPlace, startPrograms, type Programs } from '../programs.ts'

/** Slow enough to be met in the middle, though nothing else is. */
const slowly = {
  EMULATOR_THROTTLE_SCALE: '0',
  INVENTORY_LISTS_PER_SECOND_PER_TENANT: '20',
  INVENTORY_LISTS_PER_SECOND_PER_SUBSCRIPTION: '20',
}
const size = { identities: 180, applications: 20, credentialsEach: 3 }
const progress = /^([\d,]+) of [\d,]+ identities and applications read/

test('a reading outlives a sign-out and the death of the portal: the page follows by itself, and nothing is lost or read twice', async ({
  browser,
}) => {
  const place = await newPlace()
  const before = { portal: process.env.E2E_PORTAL, emulator: process.env.E2E_EMULATOR }
  let programs: Programs | null = null
  try {
    programs = await startPrograms(place, slowly)
    process.env.E2E_PORTAL = programs.portal
    process.env.E2E_EMULATOR = programs.emulator
    await control('POST', 'seed', size)
    // Graph does not list managed identities, so that each is asked by itself.
    await setReality({ credentialFilters: 'applicationsOnly' })
    const context = await browser.newContext({ baseURL: programs.portal })
    const page = await context.newPage()
    await signIn(page, 'admin', '/trusts')
    const left = await readUntil(page, 40)
    await leaveAndComeBack(page)
    const killed = await readUntil(page, left + 30)
    expect(twice(await identitiesAsked())).toEqual([])
    await programs.killPortal()
    programs = await startPrograms(place, slowly)
    await setReality({ credentialFilters: 'applicationsOnly' })
    await expectWhole(page, killed)
    await context.close()
  } finally {
    process.env.E2E_PORTAL = before.portal
    process.env.E2E_EMULATOR = before.emulator
    await programs?.stop()
    clearPlace(place)
  }
})

/** How many identities and applications the page shows as read, once it is as many as wanted. */
async function readUntil(page: Page, count: number): Promise<number> {
  let read = 0
  const look = async () => {
    const words = await page.getByText(progress).innerText({ timeout: 5000 })
    read = Number(progress.exec(words)?.[1])
    return read
  }
  await expect.poll(look, { timeout: 30_000, intervals: [100] }).toBeGreaterThanOrEqual(count)
  return read
}

/** Nothing is read for whom nobody is signed in; back again, the same reading goes on. */
async function leaveAndComeBack(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Account of/ }).click()
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(page.getByRole('link', { name: 'Sign in' }).first()).toBeVisible()
  const asked = (await identitiesAsked()).length
  await page.goto('/auth/sign-in')
  await expect(page.getByRole('button', { name: 'Cancel' })).toBeVisible()
  expect((await identitiesAsked()).length - asked).toBeLessThanOrEqual(1)
  await signIn(page, 'admin', '/trusts')
}

/** The page that was open all the time, without a click. `before`: what it had shown as read. */
async function expectWhole(page: Page, before: number): Promise<void> {
  const there = await keysThere()
  const all = `${there.length.toLocaleString('en')} trusts`
  await expect(page.getByText(all, { exact: true })).toBeVisible({ timeout: 60_000 })
  await expect(page.getByRole('button', { name: 'Refresh' })).toBeVisible()
  expect(await keysHeld(page)).toEqual(there)
  const asked = await identitiesAsked()
  expect(twice(asked)).toEqual([])
  expect(asked.length).toBeLessThanOrEqual(size.identities + size.applications - before + seeded)
}

/** Identities of the emulator's own seed, at most. */
const seeded = 20

function twice(names: readonly string[]): string[] {
  return names.filter((name, index) => names.indexOf(name) !== index)
}
