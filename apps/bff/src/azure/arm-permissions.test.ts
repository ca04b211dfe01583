import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Caller } from '../ports.ts'
import { json, startFaultServer, type FaultServer } from '../testing/fault-server.ts'
import { createArm } from './arm.ts'

const caller: Caller = { sessionId: 's', objectId: 'o', tenantId: 't', username: 'dana@contoso.com' }
const group = { subscriptionId: '3d5a7c10-0001-4e2b-9c4d-a1b2c3d4e501', resourceGroup: 'rg' }
const identity = { ...group, identityName: 'id' }

let upstream: FaultServer
beforeAll(async () => {
  upstream = await startFaultServer()
})
afterAll(() => upstream.close())

const arm = () =>
  createArm({
    endpoint: upstream.origin,
    tokens: { armToken: async () => ({ token: 'token', expiresAt: new Date(Date.now() + 3_600_000) }) },
    clock: { now: () => Date.now() },
    unsupportedRegions: [],
  })

// A right held in one group only shows at that group's own address.
test.each([
  ['a group', group, '/resourcegroups/rg/providers/microsoft.authorization/permissions'],
  [
    'an identity',
    identity,
    '/resourcegroups/rg/providers/microsoft.managedidentity/userassignedidentities/id/providers/microsoft.authorization/permissions',
  ],
])('the roles on %s are asked for at its own scope', async (_, scope, path) => {
  upstream.answerWith(json(200, { value: [{ actions: ['*'], notActions: ['a/write'] }] }))
  expect(await arm().listPermissions(caller, scope)).toEqual([{ actions: ['*'], notActions: ['a/write'] }])
  const asked = new URL(upstream.seen.at(-1)?.url ?? '', upstream.origin).pathname
  expect(asked.toLowerCase().replaceAll(/\/+/g, '/')).toBe(`/subscriptions/${group.subscriptionId}${path}`)
})

test('a group without any role of the caller gives none', async () => {
  upstream.answerWith(json(200, { value: [] }))
  expect(await arm().listPermissions(caller, group)).toEqual([])
})
