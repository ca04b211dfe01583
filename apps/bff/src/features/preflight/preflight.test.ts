import type { Preflight, PreflightRequest } from '@trustwright/shared-schemas'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { asAutomation } from '../../testing/as-automation.ts'
import { call, development, startPortalWorld, type PortalWorld } from '../../testing/portal-world.ts'
import { addFault } from '../../testing/set-up-steps.ts'

const group = `/subscriptions/${development}/resourceGroups/rg-pay-dev`
const parent = {
  kind: 'managedIdentity',
  subscriptionId: development,
  resourceGroup: 'rg-pay-dev',
  identityName: 'id-preflight',
} as const
const identity = `/api/identities/mi/${development}/rg-pay-dev/id-preflight`
const draft = {
  name: 'pay-prod',
  issuer: 'https://token.actions.githubusercontent.com',
  subject: 'repo:contoso/pay:environment:production',
  audiences: ['api://AzureADTokenExchange'],
}

/** The emulator's principal for scripts, which has to be an owner to write policies and locks. */
const automation = 'c8f1d3e5-6072-4b94-8c2d-1e3f507b9c03'

let world: PortalWorld
beforeAll(async () => {
  world = await startPortalWorld()
  const dana = await world.portal.signedIn('developer')
  const identities = `/api/subscriptions/${development}/resource-groups/rg-pay-dev/identities`
  await call(dana, 'POST', identities, { identityName: 'id-preflight', location: 'westeurope' })
  const admin = await world.portal.signedIn('admin')
  const owner = { scope: `/subscriptions/${development}`, roleId: '8e3af657-a8ff-443c-a75c-2fe8c4bcb635' }
  await call(admin, 'POST', `/api/principals/${automation}/role-assignments`, owner)
}, 60_000)
afterAll(() => world.close())

async function ask(
  change: Partial<PreflightRequest> = {},
  role: 'developer' | 'reader' | 'admin' = 'developer',
): Promise<Preflight> {
  const browser = await world.portal.signedIn(role)
  const wanted = { operation: 'create', parent, draft, ...change }
  const { status, body } = await call<Preflight>(browser, 'POST', '/api/preflight', wanted)
  expect(status).toBe(200)
  return body
}

const said = ({ causes }: Preflight) =>
  causes.filter(({ severity }) => severity !== 'info').map(({ code }) => code)

/** Runs while ARM has something more under the group. */
async function having<T>(
  below: string,
  apiVersion: string,
  properties: object,
  run: () => Promise<T>,
): Promise<T> {
  const path = `${group}/providers/Microsoft.Authorization/${below}?api-version=${apiVersion}`
  await asAutomation(world.emulator, 'management.azure.com', ['PUT', path, { properties }])
  try {
    return await run()
  } finally {
    await asAutomation(world.emulator, 'management.azure.com', ['DELETE', path])
  }
}

test('a right draft on a free identity meets nothing, and what was looked at is named', async () => {
  const answer = await ask()
  expect(said(answer)).toEqual([])
  expect(answer.checked).toEqual(['locks', 'permissions', 'policies', 'region', 'trusts', 'writers'])
})

test('trusts of other identities that nobody has read are unknown, not none', async () => {
  const { unknown, othersReadAt } = await ask()
  expect(unknown).toEqual([
    { what: 'github', why: expect.stringContaining('shows no such repository') },
    { what: 'other-identities', why: expect.stringContaining('not read yet') },
  ])
  expect(othersReadAt).toBeNull()
})

test.each([
  ['create', ['write-permission']],
  ['change', ['write-permission']],
  ['delete', ['write-permission']],
] as const)('a reader is told before a %s that the right is missing', async (operation, codes) => {
  expect(said(await ask({ operation }, 'reader'))).toEqual(codes)
})

test.each([
  ['create', 'ReadOnly', ['write-locked']],
  ['create', 'CanNotDelete', []],
  ['delete', 'CanNotDelete', ['write-locked']],
] as const)('before a %s a lock of the group is told: %s', async (operation, level, codes) => {
  const answer = await having('locks/keep', '2020-05-01', { level }, () => ask({ operation }))
  expect(said(answer)).toEqual(codes)
})

const policy = (guid: string, parameters: Record<string, unknown>, more: object = {}) => ({
  policyDefinitionId: `/providers/Microsoft.Authorization/policyDefinitions/${guid}`,
  parameters: Object.fromEntries(Object.entries(parameters).map(([key, value]) => [key, { value }])),
  ...more,
})
const owners = 'fd1a8e20-2c4f-4a6c-9354-b58d786d9a1f'
const notAllowed = '6c112d4e-5bc7-47ae-a041-ea2d9dccd749'
const credentials = 'Microsoft.ManagedIdentity/userAssignedIdentities/federatedIdentityCredentials'

test.each([
  ['the owner is another', policy(owners, { effect: 'Deny', allowedRepoOwners: ['fabrikam'] }), true],
  ['the owner is allowed', policy(owners, { effect: 'Deny', allowedRepoOwners: ['contoso'] }), false],
  ['it only audits', policy(owners, { allowedRepoOwners: ['fabrikam'] }), false],
  [
    'its assignment is not enforced',
    policy(owners, { effect: 'Deny', allowedRepoOwners: ['fabrikam'] }, { enforcementMode: 'DoNotEnforce' }),
    false,
  ],
  [
    'the group is left out of it',
    policy(owners, { effect: 'Deny', allowedRepoOwners: ['fabrikam'] }, { notScopes: [group] }),
    false,
  ],
  ['the type is forbidden', policy(notAllowed, { listOfResourceTypesNotAllowed: [credentials] }), true],
])('a policy tells the same as Azure does: %s', async (_, assignment, refuses) => {
  const dana = await world.portal.signedIn('developer')
  await having('policyAssignments/judged', '2023-04-01', assignment, async () => {
    expect(said(await ask())).toEqual(refuses ? ['write-blocked-by-policy'] : [])
    const stored = await call(dana, 'POST', `${identity}/trusts`, draft)
    expect(stored.body.code).toBe(refuses ? 'POLICY_REFUSED' : undefined)
    if (stored.status !== 201) return
    const { fingerprint } = stored.body as unknown as { fingerprint: string }
    await call(dana, 'DELETE', `${identity}/trusts/pay-prod?fingerprint=${fingerprint}`)
  })
})

test('a policy that the portal does not know leaves the answer open', async () => {
  const path = `/subscriptions/${development}/providers/Microsoft.Authorization/policyDefinitions/own-rule?api-version=2023-04-01`
  const rule = {
    if: { field: 'type', equals: 'Microsoft.Storage/storageAccounts' },
    // oxlint-disable-next-line unicorn/no-thenable -- Azure Policy names it so, and nothing waits for this value
    then: { effect: 'deny' },
  }
  await asAutomation(world.emulator, 'management.azure.com', [
    'PUT',
    path,
    { properties: { displayName: 'Own rule', mode: 'All', policyRule: rule } },
  ])
  const assignment = { policyDefinitionId: path.slice(0, path.indexOf('?')), parameters: {} }
  const { unknown } = await having('policyAssignments/own', '2023-04-01', assignment, () => ask())
  expect(unknown).toContainEqual({ what: 'policies', why: expect.stringContaining('One other policy') })
})

test('a name or a pair that is taken is told before the write', async () => {
  const dana = await world.portal.signedIn('developer')
  const made = await call<{ fingerprint: string }>(dana, 'POST', `${identity}/trusts`, draft)
  expect(said(await ask())).toEqual(['name-taken'])
  expect(said(await ask({ draft: { ...draft, name: 'pay-two' } }))).toEqual(['claims-taken'])
  expect(said(await ask({ operation: 'change' }))).toEqual([])
  await call(dana, 'DELETE', `${identity}/trusts/pay-prod?fingerprint=${made.body.fingerprint}`)
})

test('an identity in a region without trusts is told', async () => {
  const dana = await world.portal.signedIn('developer')
  const identities = `/api/subscriptions/${development}/resource-groups/rg-pay-dev/identities`
  await call(dana, 'POST', identities, { identityName: 'id-far', location: 'newzealandnorth' })
  expect(said(await ask({ parent: { ...parent, identityName: 'id-far' } }))).toEqual(['region-unsupported'])
})

test('an identity that is not there is an error, not a clean answer', async () => {
  const dana = await world.portal.signedIn('developer')
  const wanted = { operation: 'create', parent: { ...parent, identityName: 'id-none' }, draft }
  const { status, body } = await call(dana, 'POST', '/api/preflight', wanted)
  expect([status, body.code]).toEqual([404, 'NOT_FOUND'])
})

test('a write that runs now under the same identity is told to who reads its trusts, and one of an hour ago is not', async () => {
  const row = (name: string, at: Date) =>
    world.portal.pool.query(
      `insert into activity_event (activity_id, at, tenant_id, actor_object_id, actor_username, operation, target, target_key, outcome)
       values (gen_random_uuid(), $1, $2, 'o', 'robin@contoso.com', 'trust.create', $3, lower($3), 'started')`,
      [
        at,
        world.emulator.tenantId,
        `${group}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-preflight/federatedIdentityCredentials/${name}`,
      ],
    )
  const now = world.portal.clock.now()
  await row('too-old', new Date(now - 3_600_000))
  expect(said(await ask())).toEqual([])
  await row('shop-prod', new Date(now - 1000))
  const { causes } = await ask()
  expect(causes.find(({ code }) => code === 'concurrent-writes')?.evidence).toContain('shop-prod')
  const match = { operation: 'arm/list-credentials' }
  const effect = { status: 403, code: 'AuthorizationFailed', message: 'No.' }
  await addFault(world.emulator, { match, mode: { next: 1 }, effect })
  const blind = await ask()
  expect(JSON.stringify(blind)).not.toContain('shop-prod')
  expect(blind.unknown.map(({ what }) => what)).toContain('writers')
  await world.portal.pool.query(`delete from activity_event where outcome = 'started'`)
})

test.each([
  ['developer', []],
  ['reader', ['write-permission']],
] as const)('on an application of the developer a %s is told what Graph would say', async (role, codes) => {
  const dana = await world.portal.signedIn('developer')
  const made = await call<{ application: { appId: string } }>(dana, 'POST', '/api/applications', {
    displayName: `preflight-${role}`,
  })
  const { appId } = made.body.application
  const answer = await ask({ parent: { kind: 'application', appId } }, role)
  expect(said(answer)).toEqual(codes)
  expect(answer.checked).toEqual(['permissions', 'trusts', 'writers'])
})
