import { afterAll, expect, test } from 'vitest'
import { accounts, partnerSubscription, partnerTenant, subscriptions } from '../../seed.ts'
import { given } from '../../testing/given.ts'
import { testClock } from '../../testing/test-clock.ts'
import {
  errorOf,
  mintToken,
  namesIn,
  startArm,
  type ArmAnswer,
  type TestCaller,
} from '../testing/testing-client.ts'
import { credentialBody, freshName, identityPath, makeIdentity, payGroup } from '../testing/testing-places.ts'

const clock = testClock()
const arm = await startArm({ clock })
const { world } = arm.emulator
afterAll(() => arm.emulator.close())

/** A token with other claims, signed by the tenant. */
async function tokenWith(claims: object, as: TestCaller = 'developer'): Promise<string> {
  const [, payload = ''] = (await mintToken(world, as)).split('.')
  return world.keys.sign('entra', { ...JSON.parse(Buffer.from(payload, 'base64url').toString()), ...claims })
}

function challengeOf({ headers }: ArmAnswer): { header: string; claims: unknown } {
  const header = headers.get('www-authenticate') ?? ''
  const encoded = /claims="([^"]+)"/.exec(header)?.[1] ?? ''
  return { header, claims: encoded === '' ? undefined : JSON.parse(atob(encoded)) }
}

const emptyTemplate = {
  $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#',
  contentVersion: '1.0.0.0',
  resources: [],
}

test('a second factor is demanded of people who write, and of nobody else', async () => {
  world.reality.claimsChallenge = 'multifactorOnWrites'
  const write = (token: string) => arm.call('PATCH', payGroup, { token, body: {} })
  const refused = await write(await tokenWith({ amr: ['pwd'] }))
  expect(refused.status).toBe(401)
  const { header, claims } = challengeOf(refused)
  expect(header).toMatch(
    /^Bearer realm="", authorization_uri="[^"]+", client_id="[^"]+", error="insufficient_claims", claims="[A-Za-z0-9+/=]+"$/,
  )
  expect(claims).toEqual({ access_token: { acrs: { essential: true, values: ['p1'] } } })
  expect((await write(await tokenWith({ amr: ['pwd', 'mfa'] }))).status).toBe(200)
  expect((await write(await tokenWith({ acrs: ['p1'] }))).status).toBe(200)
  expect((await write(await mintToken(world, 'automation'))).status).toBe(200)
  expect((await arm.call('GET', payGroup)).status).toBe(200)
  const deployment = `${payGroup}/providers/Microsoft.Resources/deployments/checked`
  const checked = { properties: { mode: 'Incremental', template: emptyTemplate } }
  for (const [path, body, status] of [
    [`${deployment}/validate?api-version=2025-04-01`, checked, 200],
    [`${deployment}/whatIf?api-version=2025-04-01`, checked, 202],
    ['/providers/Microsoft.ResourceGraph/resources', { query: 'resources | count' }, 200],
  ] as const) {
    const answer = await arm.call('POST', path, { token: await tokenWith({ amr: ['pwd'] }), body })
    expect(answer.status).toBe(status)
  }
  world.reality.claimsChallenge = 'off'
  expect((await write(await tokenWith({ amr: ['pwd'] }))).status).toBe(200)
})

test('a revoked sign-in of a client that can take a challenge gets one, any other a plain 401', async () => {
  world.reality.claimsChallenge = 'continuousAccess'
  const sid = world.newGuid()
  const session = {
    sessionId: sid,
    userObjectId: accounts.developer.objectId,
    cookieHash: 'x',
    startedAt: clock.now(),
  }
  world.store.sessions.put(sid, { ...session, signedOut: false, revoked: true, revokedAt: clock.now() })
  const read = async (claims: object) =>
    arm.call('GET', payGroup, { token: await tokenWith({ sid, ...claims }) })
  const challenged = await read({ xms_cc: ['cp1'] })
  expect(challenged.status).toBe(401)
  expect(challengeOf(challenged).claims).toEqual({
    access_token: { nbf: { essential: true, value: String(Math.floor(clock.now() / 1000)) } },
  })
  const plain = await read({})
  expect(plain.status).toBe(401)
  expect(challengeOf(plain).claims).toBeUndefined()
  world.reality.claimsChallenge = 'off'
  expect(challengeOf(await read({ xms_cc: ['cp1'] })).claims).toBeUndefined()
})

test('what was made is not seen for a while, what was deleted still is', async () => {
  world.reality.armVisibilityMs = 5000
  const path = await makeIdentity(arm)
  const name = path.split('/').at(-1)
  const list = `${payGroup}/providers/Microsoft.ManagedIdentity/userAssignedIdentities`
  expect((await arm.call('GET', path)).status).toBe(404)
  expect(namesIn(await arm.call('GET', list))).not.toContain(name)
  clock.advance(6000)
  expect((await arm.call('GET', path)).status).toBe(200)
  const credential = `${path}/federatedIdentityCredentials/soon`
  expect((await arm.call('PUT', credential, { body: credentialBody('soon') })).status).toBe(201)
  expect((await arm.call('GET', credential)).status).toBe(404)
  expect((await arm.call('PUT', credential, { body: credentialBody('again') })).status).toBe(200)
  clock.advance(6000)
  expect((await arm.call('GET', credential)).status).toBe(200)
  expect((await arm.call('DELETE', credential)).status).toBe(200)
  expect((await arm.call('GET', credential)).status).toBe(200)
  expect(namesIn(await arm.call('GET', `${path}/federatedIdentityCredentials`))).toEqual(['soon'])
  await arm.call('DELETE', path)
  expect(namesIn(await arm.call('GET', list))).toContain(name)
  clock.advance(6000)
  expect((await arm.call('GET', path)).status).toBe(404)
  expect(namesIn(await arm.call('GET', list))).not.toContain(name)
  world.reality.armVisibilityMs = 0
})

test('a new identity takes no credential for as long as the switch says', async () => {
  world.reality.parentVisibilityMs = 5000
  const path = await makeIdentity(arm)
  const credential = `${path}/federatedIdentityCredentials/early`
  const put = () => arm.call('PUT', credential, { body: credentialBody('early') })
  expect(errorOf(await put())).toMatchObject({ status: 404, code: 'ParentResourceNotFound' })
  expect((await arm.call('GET', path)).status).toBe(200)
  clock.advance(5000)
  expect((await put()).status).toBe(201)
  world.reality.parentVisibilityMs = 0
})

test('a subscription of another tenant refuses the token and names both tenants', async () => {
  const answer = await arm.call('GET', `/subscriptions/${partnerSubscription.subscriptionId}`)
  const { status, code, message } = errorOf(answer)
  expect({ status, code }).toEqual({ status: 401, code: 'InvalidAuthenticationTokenTenant' })
  expect(message).toContain(
    `It must match the tenant 'https://sts.windows.net/${partnerTenant.tenantId}/' associated with this subscription.`,
  )
  expect(namesIn(await arm.call('GET', '/subscriptions'))).toHaveLength(1)
})

test('a disabled subscription can be read, and not written to', async () => {
  const { subscriptionId } = subscriptions.development
  const subscription = given(world.store.subscriptions.get(subscriptionId), 'the subscription')
  world.store.subscriptions.put(subscriptionId, { ...subscription, state: 'Disabled' })
  const refused = await arm.call('PATCH', payGroup, { body: {} })
  expect(errorOf(refused)).toMatchObject({ status: 409, code: 'ReadOnlyDisabledSubscription' })
  expect((await arm.call('GET', payGroup)).status).toBe(200)
  world.store.subscriptions.put(subscriptionId, subscription)
})

test('the activity log has a start and an end for each write, refused ones too, and no reads', async () => {
  const since = new Date(clock.now() - 1000).toISOString()
  const path = identityPath(payGroup, freshName('id-logged'))
  await arm.call('PUT', path, { body: { location: 'westeurope' } })
  await arm.call('PUT', path, { as: 'reader', body: { location: 'westeurope' } })
  await arm.call('GET', path)
  const filter = `eventTimestamp ge '${since}' and resourceUri eq '${path}'`
  const { body } = await log(filter)
  const events: { status: { value: string }; caller: string; operationName: { value: string } }[] =
    Object(body).value
  expect(events.map(({ status, caller }) => `${status.value} ${caller}`).toSorted()).toEqual([
    `Failed ${accounts.reader.username}`,
    `Started ${accounts.developer.username}`,
    `Started ${accounts.reader.username}`,
    `Succeeded ${accounts.developer.username}`,
  ])
  expect(new Set(events.map(({ operationName }) => operationName.value))).toEqual(
    new Set(['Microsoft.ManagedIdentity/userAssignedIdentities/write']),
  )
  const selected = await log(filter, '&$select=caller,eventTimestamp')
  expect(Object.keys(Object(selected.body).value[0]).toSorted()).toEqual(['caller', 'eventTimestamp'])
  clock.advance(91 * 24 * 3_600_000)
  expect(Object((await log(filter)).body).value).toEqual([])
})

async function log(filter: string, more = ''): Promise<ArmAnswer> {
  const path = `${payGroup.split('/resourceGroups')[0]}/providers/Microsoft.Insights/eventtypes/management/values`
  return arm.call('GET', `${path}?api-version=2015-04-01&$filter=${encodeURIComponent(filter)}${more}`)
}

test.each([
  '',
  'caller eq x',
  "eventTimestamp ge 'soon'",
  "eventTimestamp ge '2026-01-01' and colour eq 'blue'",
])("the activity log refuses the filter '%s'", async (filter) => {
  expect((await log(filter)).status).toBe(400)
})

test('lists of resources filter by type, name and tag, and refuse what they do not know', async () => {
  const path = await makeIdentity(arm)
  const name = path.split('/').at(-1)
  await arm.call('PATCH', path, { body: { tags: { team: 'pay' } } })
  const list = async (filter: string) =>
    arm.call('GET', `${payGroup}/resources?api-version=2021-04-01&$filter=${encodeURIComponent(filter)}`)
  const type = "resourceType eq 'Microsoft.ManagedIdentity/userAssignedIdentities'"
  expect(namesIn(await list(type))).toContain(name)
  expect(namesIn(await list(`${type} and tagName eq 'team'`))).toEqual([name])
  expect(namesIn(await list("tagName eq 'team' and tagValue eq 'shop'"))).toEqual([])
  expect(namesIn(await list("resourceType eq 'Microsoft.ContainerService/managedClusters'"))).toEqual([
    'aks-pay-dev',
  ])
  expect(namesIn(await list("substringof('aks', name)"))).toEqual(['aks-pay-dev'])
  expect(errorOf(await list("colour eq 'blue'"))).toMatchObject({ status: 400 })
  const page = await arm.call('GET', `${payGroup}/resources?api-version=2021-04-01&$top=1`)
  expect(page.body).toHaveProperty('nextLink')
})
