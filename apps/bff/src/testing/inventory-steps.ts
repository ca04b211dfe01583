import type { InventoryPage, InventoryScan } from '@trustwright/shared-schemas'
import { expect } from 'vitest'
import type { SignedInBrowser } from './build-test-app.ts'
import { call } from './portal-world.ts'

export async function startPass(browser: SignedInBrowser): Promise<InventoryScan> {
  const { status, body } = await call<InventoryScan>(browser, 'POST', '/api/inventory')
  expect(status).toBe(202)
  return body
}

export async function latestPass(browser: SignedInBrowser, query = ''): Promise<InventoryScan> {
  const address = `/api/inventory/latest${query}`
  const { body } = await call<{ scan: InventoryScan | null }>(browser, 'GET', address)
  if (body.scan === null) throw new Error('There is no pass')
  return body.scan
}

/** The newest pass once it is over. */
export async function ended(browser: SignedInBrowser, timeout = 15_000, query = ''): Promise<InventoryScan> {
  const scanNow = async () => {
    const { body } = await call<{ scan: InventoryScan | null }>(
      browser,
      'GET',
      `/api/inventory/latest${query}`,
    )
    return body.scan
  }
  await expect
    .poll(async () => (await scanNow())?.state, { timeout, interval: 100 })
    .toMatch(/^(?:finished|stopped)$/)
  return latestPass(browser, query)
}

/** Everything that holds, by the pages of the sync. `from` is an address with its query begun. */
export async function readWhole(
  browser: SignedInBrowser,
  limit = 5000,
  query = '',
): Promise<Pick<InventoryPage, 'rows' | 'parents' | 'gone' | 'unreadable' | 'nextAfter'>> {
  const whole: InventoryPage[] = []
  for (let after = ''; ;) {
    const address = `/api/inventory/rows?after=${after}&limit=${limit}${query}`
    const { body, status } = await call<InventoryPage>(browser, 'GET', address)
    expect(status).toBe(200)
    whole.push(body)
    after = body.nextAfter
    if (!body.hasMore) break
  }
  return {
    rows: whole.flatMap(({ rows }) => rows),
    parents: whole.flatMap(({ parents }) => parents),
    gone: whole.flatMap(({ gone }) => gone),
    unreadable: whole.at(-1)?.unreadable ?? [],
    nextAfter: whole.at(-1)?.nextAfter ?? '',
  }
}
