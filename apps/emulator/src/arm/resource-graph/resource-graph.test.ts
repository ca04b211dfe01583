import { randomUUID } from 'node:crypto'
import { afterAll, expect, test } from 'vitest'
import { accounts, subscriptions, tenantId } from '../../seed.ts'
import { managementGroup } from '../core/resource-ids.ts'
import { testClock } from '../../testing/test-clock.ts'
import { errorOf, startArm, type TestCaller } from '../testing/testing-client.ts'

const clock = testClock()
const arm = await startArm({ clock })
afterAll(() => arm.emulator.close())

async function query(text: string, options: { as?: TestCaller; body?: object } = {}) {
  const { as = 'admin', body = {} } = options
  return arm.call('POST', '/providers/Microsoft.ResourceGraph/resources', {
    as,
    body: { query: text, ...body },
  })
}

async function rows(text: string, options?: { as?: TestCaller; body?: object }): Promise<unknown> {
  const { status, body } = await query(text, options)
  expect(status).toBe(200)
  return Object(body).data
}

const identities = "resources | where type =~ 'Microsoft.ManagedIdentity/userAssignedIdentities'"

test('identities are found with what their provider says of them, credentials never', async () => {
  const found = await rows(`${identities} and name == 'id-pay-deploy-dev'`)
  expect(found).toEqual([
    expect.objectContaining({
      name: 'id-pay-deploy-dev',
      type: 'microsoft.managedidentity/userassignedidentities',
      resourceGroup: 'rg-pay-dev',
      subscriptionId: subscriptions.development.subscriptionId,
      tenantId,
      properties: expect.objectContaining({ principalId: expect.any(String), clientId: expect.any(String) }),
    }),
  ])
  expect(await rows("resources | where type contains 'federated' | count")).toEqual([{ Count: 0 }])
})

test.each<[query: string, expected: unknown]>([
  [`${identities} | count`, [{ Count: 8 }]],
  [
    `${identities} | summarize n = count() by location | order by location asc`,
    [
      { location: 'newzealandnorth', n: 1 },
      { location: 'northeurope', n: 1 },
      { location: 'swedencentral', n: 1 },
      { location: 'westeurope', n: 5 },
    ],
  ],
  [
    `${identities} | where name startswith 'id-PAY' and name !has 'runtime' | project name | sort by name asc`,
    [{ name: 'id-pay-deploy' }, { name: 'id-pay-deploy-dev' }],
  ],
  [
    `${identities} | where location in~ ('SwedenCentral') | project name, upper = toupper(location)`,
    [{ name: 'id-vault-rotation', upper: 'SWEDENCENTRAL' }],
  ],
  [
    `${identities} | where location !in ('westeurope', 'northeurope') | summarize dcount(location)`,
    [{ dcount_location: 2 }],
  ],
  [
    `${identities} | extend part = split(name, '-')[1] | distinct part | sort by part asc | limit 2`,
    [{ part: 'pay' }, { part: 'platform' }],
  ],
  [
    `${identities} | where isnotempty(tags['env']) or isempty(properties.principalId) | count`,
    [{ Count: 0 }],
  ],
  [
    `${identities} | project label = strcat(name, '@', iff(location == 'swedencentral', 'se', coalesce(tags.x, 'eu'))) | top 1 by label desc`,
    [{ label: 'id-vault-rotation@se' }],
  ],
  [
    "ResourceContainers | where type == 'microsoft.resources/subscriptions' | project name | order by name asc",
    [{ name: 'Contoso Development' }, { name: 'Contoso Production' }, { name: 'Contoso Restricted' }],
  ],
  [
    "resourcecontainers | where type =~ 'microsoft.resources/subscriptions/resourcegroups' | project name, properties | project-away prop* | sort by name asc | take 1",
    [{ name: 'rg-pay' }],
  ],
  [
    "authorizationresources | where type == 'microsoft.authorization/roledefinitions' | where properties.roleName == 'Owner' | project name",
    [{ name: '8e3af657-a8ff-443c-a75c-2fe8c4bcb635' }],
  ],
  [
    `${identities} | project name, subscriptionId | join kind=leftouter (resourcecontainers | where type == 'microsoft.resources/subscriptions' | project subscriptionName = name, subscriptionId) on subscriptionId | where name == 'id-pay-deploy' | project subscriptionName`,
    [{ subscriptionName: 'Contoso Production' }],
  ],
  [
    "resources | where type == 'microsoft.containerservice/managedclusters' | project issuer = tostring(properties.oidcIssuerProfile.issuerURL) | where issuer endswith '/' | count",
    [{ Count: 1 }],
  ],
  [
    "resources | where name == 'aks-pay-dev' | mv-expand pool = properties.agentPoolProfiles | project pool.name // the pool",
    [{ pool_name: 'nodepool1' }],
  ],
  [
    'where type =~ "Microsoft.ManagedIdentity/userAssignedIdentities" | summarize names = make_list(name) by subscriptionId | extend n = array_length(names) | project n | order by n desc',
    [{ n: 4 }, { n: 3 }, { n: 1 }],
  ],
])('%s', async (text, expected) => {
  expect(await rows(text)).toEqual(expected)
})

test('a developer sees only what their roles show, and a subscription list narrows it', async () => {
  expect(await rows(`${identities} | count`, { as: 'developer' })).toEqual([{ Count: 4 }])
  const body = { subscriptions: [subscriptions.restricted.subscriptionId] }
  expect(await rows(`${identities} | count`, { body })).toEqual([{ Count: 1 }])
  const refused = await query(identities, { as: 'developer', body })
  expect(refused.body).toMatchObject({
    error: { code: 'BadRequest', details: [{ code: 'NoValidSubscriptionsInQueryRequest' }] },
  })
})

test.each([
  ['resources | whare name == 1', 'ParserFailure'],
  ["resources | where name == 'x", 'ParserFailure'],
  ['resources | take many', 'ParserFailure'],
  ["let a = 'x'; resources", 'ParserFailure'],
  ['resources | where name matches regex "x"', 'ParserFailure'],
  ['securityresources', 'DisallowedLogicalTableName'],
  ["resources | where colour == 'blue'", 'UnknownName'],
  ["resources | where name == 'none' | project colour", 'UnknownName'],
  ['resources | extend x = geo_distance(name)', 'UnknownName'],
])('%s is refused', async (text, code) => {
  const { status, body } = await query(text)
  expect(status).toBe(400)
  expect(body).toMatchObject({
    error: {
      code: 'BadRequest',
      message: expect.stringMatching(/^Please provide below info when asking for support: timestamp = /),
      details: [{ code: 'InvalidQuery' }, { code }],
    },
  })
})

test.each([
  ['$top of 0', { options: { $top: 0 } }, 400],
  ['$top of 1001', { options: { $top: 1001 } }, 400],
  ['an unknown format', { options: { resultFormat: 'csv' } }, 400],
  ['a torn $skipToken', { options: { $skipToken: 'x' } }, 400],
  ['facets', { facets: [{ expression: 'name' }] }, 501],
])('%s is refused', async (_, body, status) => {
  expect(errorOf(await query(identities, { body })).status).toBe(status)
})

test('arm-resourcegraph pages by its token and reads tables', async () => {
  const { graph } = arm.clients('admin')
  const names: string[] = []
  let skipToken: string | undefined
  do {
    const options = { top: 3, resultFormat: 'objectArray' as const, ...(skipToken ? { skipToken } : {}) }
    const page = await graph.resources({
      query: `${identities} | project id, name | order by name asc`,
      options,
    })
    expect(page).toMatchObject({ totalRecords: 8, resultTruncated: 'false' })
    names.push(...page.data.map(({ name }: { name: string }) => name))
    skipToken = page.skipToken
  } while (skipToken !== undefined)
  expect(names).toHaveLength(8)
  expect(new Set(names).size).toBe(8)
  const table = await graph.resources({ query: `${identities} | count`, options: { resultFormat: 'table' } })
  expect(table.data).toEqual({ columns: [{ name: 'Count', type: 'integer' }], rows: [[8]] })
})

test('without an id a cut result says so and gives no token', async () => {
  const { body } = await query(`${identities} | project name`, { body: { options: { $top: 2 } } })
  expect(body).toMatchObject({ count: 2, resultTruncated: 'true' })
  expect(body).not.toHaveProperty('$skipToken')
})

test('a role at the management group reaches every subscription, and is shown to who asks for what is above', async () => {
  const { store } = arm.emulator.world
  const [admin] = store.roleAssignments.list().filter(({ scope }) => scope.startsWith('/subscriptions/'))
  if (admin === undefined) throw new Error('The seed assigns no role')
  const { objectId: principalId } = accounts.reader
  const given = { ...admin, scope: managementGroup, principalId, name: randomUUID() }
  const count = 'authorizationresources | where properties.scope has "managementGroups" | count'
  const above = { options: { authorizationScopeFilter: 'AtScopeAboveAndBelow' } }
  store.roleAssignments.put(managementGroup, given)
  expect(await rows(count)).toEqual([{ Count: 0 }])
  expect(await rows(count, { body: above })).toEqual([{ Count: 1 }])
  const { body } = await arm.call('GET', '/subscriptions?api-version=2022-12-01', { as: 'reader' })
  expect(Object(body).value).toHaveLength(Object.keys(subscriptions).length)
  store.roleAssignments.delete(managementGroup)
  const wrong = await query(count, { body: { options: { authorizationScopeFilter: 'Everywhere' } } })
  expect(wrong.status).toBe(400)
})

test('the sixteenth query in five seconds is refused', async () => {
  const { reality } = arm.emulator.world
  reality.throttleScale = 1
  clock.advance(60_000)
  const left: unknown[] = []
  for (let count = 0; count < 15; count += 1) {
    left.push((await query(`${identities} | count`)).headers.get('x-ms-user-quota-remaining'))
  }
  expect([left[0], left.at(-1)]).toEqual(['14', '0'])
  const refused = await query(`${identities} | count`)
  reality.throttleScale = 0
  expect(errorOf(refused)).toMatchObject({ status: 429, code: 'RateLimiting' })
  expect(refused.headers.get('retry-after')).toBe('1')
})
