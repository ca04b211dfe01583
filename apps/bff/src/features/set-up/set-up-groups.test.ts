import type { ActivityPage, SetUpItem } from '@trustwright/shared-schemas'
import { expect, test } from 'vitest'
import { asAutomation } from '../../testing/as-automation.ts'
import { call, development } from '../../testing/portal-world.ts'
import {
  addFault,
  dryRun,
  endOf,
  readerOnGroup,
  resume,
  rowIn,
  rowOf,
  runThrough,
  stepsOf,
  told,
  unpaced,
  verdictsOf,
  writesOf,
} from '../../testing/set-up-steps.ts'
import { setUpWorld } from '../../testing/set-up-world.ts'

const the = setUpWorld('admin', unpaced)
const groupAction = 'Microsoft.Resources/subscriptions/resourceGroups/write'
const fresh = (resourceGroup: string) => ({ resourceGroup, groupLocation: 'westeurope' })

/** Those of the group itself, not of what lies in it. */
async function groupWrites(name: string): Promise<string[]> {
  const { done } = await writesOf(the.world.emulator, `/resourcegroups/${name}`)
  return done.filter((write) => write.toLowerCase().endsWith(`/resourcegroups/${name}`))
}

test('a new resource group is made once for all rows that stand on it, before their identities, and found again', async () => {
  const readerOnFresh = readerOnGroup.map((role) => ({
    ...role,
    scope: `/subscriptions/${development}/resourceGroups/rg-fresh`,
  }))
  const items: SetUpItem[] = [
    // It stands on the group that the next row names the region of.
    rowIn({ resourceGroup: 'RG-fresh' }, 'id-fresh-1', ['fresh-1']),
    { ...rowIn(fresh('rg-fresh'), 'id-fresh-2', ['fresh-2']), roles: readerOnFresh },
    rowIn(fresh('rg-fresh'), 'id-fresh-2', ['fresh-3'], 'more'),
    rowOf('id-beside-fresh', []),
  ]
  const plan = await dryRun(the.person, items)
  expect(verdictsOf(plan)).toEqual([
    'resource-group: create',
    'identity: create',
    'trust: create',
    'identity: create',
    'trust: create',
    'role: create',
    'trust: create',
    'identity: create',
  ])
  expect(plan.parents[0]).toMatchObject({ exists: false, write: { allowed: true }, problem: null })
  expect(await groupWrites('rg-fresh')).toEqual([])
  const page = await runThrough(the.person, items)
  expect(told(page).slice(0, 3)).toEqual([
    'resource-group rg-fresh: done',
    'identity id-fresh-1: done',
    'trust fresh-1: done',
  ])
  expect(page.run).toMatchObject({ stopReason: null, stoppedBecause: null })
  expect(page.run.counts).toMatchObject({ done: 8, 'already-there': 0 })
  const [group, ...others] = stepsOf(page)
  expect(group?.result).toEqual({
    location: 'westeurope',
    resourceId: `/subscriptions/${development}/resourceGroups/rg-fresh`,
  })
  for (const { startedAt } of others.filter(({ name }) => name.startsWith('id-fresh'))) {
    expect(Date.parse(startedAt ?? '')).toBeGreaterThanOrEqual(Date.parse(group?.finishedAt ?? ''))
  }
  expect(await groupWrites('rg-fresh')).toHaveLength(1)
  const { body } = await call<ActivityPage>(the.person, 'GET', '/api/activity?limit=50')
  const made = body.events.filter(({ operation }) => operation === 'resource-group.create')
  expect(made.map(({ outcome }) => outcome)).toEqual(['succeeded'])

  expect(verdictsOf(await dryRun(the.person, items))).toEqual(
    Array(8)
      .fill(null)
      .map((_, index) =>
        expect.stringMatching(index === 0 ? /^resource-group: already/ : /: already-there$/),
      ),
  )
  const again = await runThrough(the.person, items)
  expect(again.run.counts).toMatchObject({ done: 0, 'already-there': 8 })
  expect(await groupWrites('rg-fresh')).toHaveLength(1)
})

test.each<[string, string, 'admin' | 'reader', string, string | null, object]>([
  ['one in another region', 'rg-pay-dev', 'admin', 'conflict', 'RESOURCE_GROUP_EXISTS', {}],
  ['one without the right', 'rg-of-reader', 'reader', 'refused', 'FORBIDDEN', { action: groupAction }],
])(
  '%s is told before the run and by it, and holds back what stands on it alone',
  async (_, resourceGroup, role, verdict, code, missing) => {
    const person = await the.world.portal.signedIn(role)
    const place = { resourceGroup, groupLocation: 'northeurope' }
    const items = [rowIn(place, 'id-held', ['held-1']), rowIn(place, 'id-held-2', [])]
    const plan = await dryRun(person, items)
    expect(verdictsOf(plan)).toEqual([
      `resource-group: ${verdict}`,
      'identity: refused',
      'trust: refused',
      'identity: refused',
    ])
    expect(plan.items[0]?.steps[0]?.code).toBe(code)
    const page = await runThrough(person, items)
    expect(stepsOf(page).map(({ state }) => state)).toEqual([
      verdict === 'refused' ? 'failed' : verdict,
      'cancelled',
      'cancelled',
      'cancelled',
    ])
    expect(stepsOf(page)[0]).toMatchObject({ code, ...(role === 'reader' && { missing }) })
    expect(stepsOf(page)[1]?.detail).toContain('resource group')
    expect(await groupWrites(resourceGroup)).toEqual([])
  },
)

test('a group that a policy refuses ends its rows, the others go on, and the failed are tried again alone', async () => {
  const denied = { status: 403, code: 'RequestDisallowedByPolicy' }
  const pathPrefix = `/subscriptions/${development}/resourcegroups/rg-denied`
  await addFault(the.world.emulator, { match: { method: 'PUT', pathPrefix }, effect: denied })
  const items = [
    rowIn(fresh('rg-denied'), 'id-denied', ['denied']),
    rowIn(fresh('rg-allowed'), 'id-allowed', ['allowed']),
  ]
  const page = await runThrough(the.person, items)
  expect(told(page)).toEqual([
    'resource-group rg-denied: failed',
    'identity id-denied: cancelled',
    'trust denied: cancelled',
    'resource-group rg-allowed: done',
    'identity id-allowed: done',
    'trust allowed: done',
  ])
  expect(stepsOf(page)[0]).toMatchObject({ code: 'POLICY_REFUSED' })
  await resume(the.person, page.run.runId, 'failed')
  const again = await endOf(the.person, page.run.runId)
  expect(stepsOf(again).map(({ state }) => state)).toEqual(Array(6).fill('done'))
  expect(await groupWrites('rg-denied')).toHaveLength(1)
})

test('a role on a resource group that another row makes waits for it', async () => {
  const path = { subscriptionId: development, resourceGroup: 'rg-pay-dev', identityName: 'id-pay-deploy-dev' }
  const scope = `/subscriptions/${development}/resourceGroups/rg-of-role`
  const items: SetUpItem[] = [
    {
      key: 'role',
      parent: { kind: 'managedIdentity', ...path },
      trusts: [],
      roles: readerOnGroup.map((role) => ({ ...role, scope })),
    },
    rowIn(fresh('rg-of-role'), 'id-of-role', []),
  ]
  expect((await dryRun(the.person, items)).counts).toMatchObject({ create: 3 })
  await addFault(the.world.emulator, {
    match: { method: 'PUT', pathPrefix: `/subscriptions/${development}/resourcegroups/rg-of-role` },
    effect: { latencyMs: 1500 },
  })
  expect((await runThrough(the.person, items)).run.counts).toMatchObject({ done: 3, failed: 0 })
})

test('a role that several rows ask for is given once; one in a row of its own does not wait for trusts; its reason is kept', async () => {
  const [reader] = readerOnGroup
  if (reader === undefined) throw new Error('No role')
  const access = [{ ...reader, reason: 'Deploys pay' }]
  const items: SetUpItem[] = [
    { ...rowOf('id-roles', ['roles-1'], 'a'), roles: [] },
    { ...rowOf('id-roles', [], 'access'), roles: access },
    { ...rowOf('id-roles', ['roles-2'], 'b'), roles: readerOnGroup },
  ]
  await addFault(the.world.emulator, {
    match: {
      method: 'PUT',
      pathPrefix: `/subscriptions/${development}/resourcegroups/rg-pay-dev/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-roles/federatedIdentityCredentials/roles-1`,
    },
    effect: { status: 403, code: 'RequestDisallowedByPolicy' },
  })
  const expected = ['identity', 'trust', 'role', 'trust', 'role']
  const plan = verdictsOf(await dryRun(the.person, items))
  expect(plan).toEqual(expected.map((kind, index) => `${kind}: ${index === 4 ? 'already-there' : 'create'}`))
  const page = await runThrough(the.person, items)
  expect(stepsOf(page).map(({ kind, state }) => `${kind} ${state}`)).toEqual([
    'identity done',
    'trust failed',
    'role done',
    'trust done',
    'role already-there',
  ])
  const { assignmentId } = stepsOf(page)[2]?.result ?? {}
  expect(stepsOf(page)[4]?.result).toEqual({ assignmentId })
  const stored = await asAutomation(the.world.emulator, 'management.azure.com', [
    'GET',
    `${assignmentId}?api-version=2022-04-01`,
  ])
  expect(stored).toMatchObject({ properties: { description: 'Deploys pay' } })
  const { body } = await call<ActivityPage>(the.person, 'GET', '/api/activity?limit=10')
  const given = body.events.find(({ operation }) => operation === 'role-assignment.create')
  expect(JSON.stringify(given)).toContain('Deploys pay')
})
