import { createHash } from 'node:crypto'
import { globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from '@playwright/test'
import { askPortal } from '../ask-portal.ts'
import { expect, signIn } from '../fixtures.ts'
import { newPlace, startPrograms, type Place, type Programs } from '../programs.ts'
import { readInventory } from '../reviews.ts'
import { changeTenant, plantTenant, type TenantSize } from './plant-tenant.ts'

const root = join(import.meta.dirname, '..', '..')
/** Names of tenants change with what they are made of. */
const madeOf = ['apps/bff/drizzle/*.sql', 'apps/emulator/src/review-seed/*.ts', 'e2e/tenants/*.ts']
const environment = { EMULATOR_THROTTLE_SCALE: '0' }
const longMs = 300_000

/**
 * A page, signed in as the administrator, of a portal over a tenant of that size: read twice, with changes in between, and
 * judged. Made once: it is kept in the folder `E2E_TENANTS` (a folder of the machine's temporary one) and started again
 * from there.
 */
export async function inTenant(
  browser: Browser,
  size: TenantSize,
  work: (page: Page) => Promise<void>,
): Promise<void> {
  const place = await keptPlace(browser, size)
  await withPrograms(place, async (programs) => {
    const context = await browser.newContext({ baseURL: programs.portal })
    const page = await context.newPage()
    await signIn(page, 'admin')
    await work(page)
    await context.close()
  })
}

async function keptPlace(browser: Browser, size: TenantSize): Promise<Place> {
  const folder = join(process.env.E2E_TENANTS ?? join(tmpdir(), 'trustwright-tenants'), nameOf(size))
  const told = join(folder, 'place.json')
  try {
    // Written below alone.
    return JSON.parse(readFileSync(told, 'utf8')) as Place
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error
  }
  // What an attempt before left half made.
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const unused = await newPlace()
  rmSync(unused.data, { recursive: true })
  const place = { ...unused, data: join(folder, 'data') }
  await withPrograms(place, async ({ portal }) => {
    await plantTenant(size)
    const context = await browser.newContext({ baseURL: portal })
    const page = await context.newPage()
    await signIn(page, 'admin')
    await readAndJudge(page)
    await changeTenant(size)
    await readAndJudge(page)
    await context.close()
  })
  writeFileSync(told, JSON.stringify(place))
  return place
}

async function withPrograms(place: Place, work: (programs: Programs) => Promise<void>): Promise<void> {
  const before = { portal: process.env.E2E_PORTAL, emulator: process.env.E2E_EMULATOR }
  const programs = await startPrograms(place, environment)
  process.env.E2E_PORTAL = programs.portal
  process.env.E2E_EMULATOR = programs.emulator
  try {
    await work(programs)
  } finally {
    process.env.E2E_PORTAL = before.portal
    process.env.E2E_EMULATOR = before.emulator
    await programs.stop()
  }
}

async function readAndJudge(page: Page): Promise<void> {
  await readInventory(page, longMs)
  // Checked against its schema by the portal before it was sent; so is the next one.
  const { scan } = (await askPortal(page, 'GET', '/api/inventory/latest')).body as {
    scan: { number: number }
  }
  const judged = async () =>
    ((await askPortal(page, 'GET', '/api/findings/groups')).body as { run: unknown }).run
  await expect
    .poll(judged, { timeout: longMs, intervals: [1000] })
    .toMatchObject({ scan: scan.number, state: 'finished' })
}

function nameOf(size: TenantSize): string {
  const hash = createHash('sha256')
  for (const file of globSync(madeOf, { cwd: root }).toSorted()) hash.update(readFileSync(join(root, file)))
  return `${size}-${hash.digest('hex').slice(0, 12)}`
}
