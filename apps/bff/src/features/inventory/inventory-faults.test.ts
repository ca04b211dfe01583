import { afterAll, beforeAll, expect, test } from 'vitest'
import type { SignedInBrowser } from '../../testing/build-test-app.ts'
import { keysOf, startInventoryWorld, wholePass, type InventoryWorld } from '../../testing/inventory-world.ts'

let world: InventoryWorld
let alex: SignedInBrowser
let there: string[]
beforeAll(async () => {
  world = await startInventoryWorld()
  // Two pages of applications.
  await world.control('POST', 'review-seed', { identities: 30, applications: 1010, credentials: 2080 })
  alex = await world.portal.signedIn('admin')
  there = await world.exported()
}, 60_000)
afterAll(() => world.close())

/** The next page of applications names its next one so. */
const firstPage = (nextLink: string) => ({
  match: { operation: 'graph/list-applications' },
  mode: { next: 1 },
  effect: { nextLink },
})

test('a list whose page expired begins anew, and nothing is lost or twice there', async () => {
  await world.fault(firstPage('expired'))
  const { scan, rows, unreadable } = await wholePass(alex)
  expect([scan.state, scan.applicationsUnreadable, unreadable]).toEqual(['finished', 0, []])
  expect(keysOf({ rows })).toEqual(there)
})

test('where Graph does not look for trusts, all applications are listed, page by page', async () => {
  await world.control('PATCH', 'reality', { credentialFilters: 'refused' })
  const { scan, rows, unreadable } = await wholePass(alex)
  await world.control('PATCH', 'reality', { credentialFilters: 'served' })
  expect([scan.state, scan.applicationsUnreadable, unreadable]).toEqual(['finished', 0, []])
  expect(scan.applicationsRead).toBeGreaterThan(999)
  expect(keysOf({ rows })).toEqual(there)
})

test.each(['missing', 'repeats'])(
  'where the next page is %s, the rest is counted, and what stood in it before stays',
  async (nextLink) => {
    await world.fault(firstPage(nextLink))
    const { scan, rows, unreadable } = await wholePass(alex)
    expect(scan.state).toBe('finished')
    expect(scan.applicationsUnreadable).toBe(scan.applicationsFound - scan.applicationsRead)
    expect(unreadable).toEqual([expect.objectContaining({ kind: 'directory', scope: '/applications' })])
    expect(keysOf({ rows })).toEqual(there)
  },
)

test('an identity that Azure hides from one person is counted and named, and its older rows stay', async () => {
  const before = await wholePass(alex)
  const parent = before.rows.find(({ trust }) => trust.parent.kind === 'managedIdentity')?.trust.parent
  const name = parent?.kind === 'managedIdentity' ? parent.identityName : ''
  const taken = [
    await world.fault({
      match: { operation: 'graph/list-principals' },
      mode: { rate: 1 },
      effect: { status: 400, code: 'Request_UnsupportedQuery' },
    }),
    await world.fault({
      match: { pathPattern: `/subscriptions/*/userAssignedIdentities/${name}*` },
      mode: { rate: 1 },
      effect: { status: 403, code: 'AuthorizationFailed' },
    }),
  ]
  const { scan, rows, unreadable } = await wholePass(alex)
  for (const takeBack of taken) await takeBack()
  expect([scan.state, scan.identitiesUnreadable]).toEqual(['finished', 1])
  expect(unreadable).toContainEqual(
    expect.objectContaining({ kind: 'identity', displayName: name, code: 'FORBIDDEN' }),
  )
  expect(keysOf({ rows })).toEqual(there)
})
