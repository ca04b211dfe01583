import { expect, test } from 'vitest'
import type { Caller } from '../ports.ts'
import { json, startFaultServer } from '../testing/fault-server.ts'
import { forThisFile } from '../testing/for-this-file.ts'
import { givenTokens } from '../testing/given-tokens.ts'
import { createArm } from './arm.ts'

const caller: Caller = { sessionId: 's', objectId: 'o', tenantId: 't', username: 'dana@contoso.com' }
const group = { subscriptionId: '3d5a7c10-0001-4e2b-9c4d-a1b2c3d4e501', resourceGroup: 'rg' }
const identity = { ...group, identityName: 'id' }

const upstream = forThisFile(startFaultServer)

const arm = () =>
  createArm({
    endpoint: upstream.origin,
    tokens: givenTokens(),
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

test('a role on a resource with a blank and marks in its name is taken away at its own address', async () => {
  const id = `/subscriptions/${group.subscriptionId}/resourceGroups/rg/providers/Microsoft.Insights/metricAlerts/CPU + disk, it's $& high/providers/Microsoft.Authorization/roleAssignments/r`
  upstream.answerWith((response) => response.writeHead(204).end())
  await arm().deleteAssignment(caller, id)
  const { pathname } = new URL(upstream.seen[0]?.url ?? '', upstream.origin)
  expect(decodeURIComponent(pathname)).toBe(id)
})

test('a role that ARM confirms with nothing readable is read back', async () => {
  const id = `/subscriptions/${group.subscriptionId}/providers/Microsoft.Authorization/roleAssignments/r`
  const properties = {
    scope: `/subscriptions/${group.subscriptionId}`,
    roleDefinitionId: 'd',
    principalId: 'p',
  }
  upstream.answerWith(json(201, {}), json(200, { id, properties }))
  const { value } = await arm().createAssignment(caller, { id, roleDefinitionId: 'd', principalId: 'p' })
  expect(value).toMatchObject({ id, scope: properties.scope })
  expect(upstream.seen.map(({ method }) => method)).toEqual(['PUT', 'GET'])
})
