import { afterAll, expect, test } from 'vitest'
import { given } from '../../testing/given.ts'
import { tokenExchangeAudience } from '../../seed.ts'
import { eventual, refusalOf, startGraph, valuesOf } from '../testing/graph-client.ts'

const { emulator, call } = await startGraph()
afterAll(() => emulator.close())

const issuer = 'https://query.contoso.example'
const names: readonly string[] = ['query-alpha', 'query-beta', 'query-gamma']
for (const displayName of names) {
  const { body } = await call('POST', '/applications', {
    body: { displayName, signInAudience: 'AzureADMyOrg', tags: [displayName] },
  })
  if (displayName === 'query-gamma') continue
  await call('POST', `/applications/${String(body.id)}/federatedIdentityCredentials`, {
    body: { name: `of-${displayName}`, issuer, subject: displayName, audiences: [tokenExchangeAudience] },
  })
}
const ours = "startsWith(displayName,'query-')"

test.for<[string, string, readonly string[]]>([
  ['eq without regard to case', "displayName eq 'QUERY-alpha'", ['query-alpha']],
  ['in', "displayName in ('query-alpha','query-gamma')", ['query-alpha', 'query-gamma']],
  ['startsWith', ours, names],
  ['or', "displayName eq 'query-alpha' or displayName eq 'query-beta'", ['query-alpha', 'query-beta']],
  ['a tag', "tags/any(t:t eq 'query-beta')", ['query-beta']],
  ['ge', `${ours} and displayName ge 'query-b'`, ['query-beta', 'query-gamma']],
])('a plain filter with %s', async ([, filter, expected]) => {
  expect(valuesOf(await call('GET', `/applications?$filter=${filter}`), 'displayName')).toEqual(expected)
})

test.for<[string, string, readonly string[]]>([
  ['ne', `displayName ne 'query-alpha' and ${ours}`, ['query-beta', 'query-gamma']],
  ['not', `not(displayName eq 'query-alpha') and ${ours}`, ['query-beta', 'query-gamma']],
  ['endsWith', "endsWith(displayName,'-alpha')", ['query-alpha']],
  [
    'the issuer of a credential',
    `federatedIdentityCredentials/any(f:f/issuer eq '${issuer}')`,
    ['query-alpha', 'query-beta'],
  ],
  [
    'the name of a credential',
    "federatedIdentityCredentials/any(f:f/name eq 'of-query-beta')",
    ['query-beta'],
  ],
  [
    'the start of a subject',
    "federatedIdentityCredentials/any(f:startsWith(f/subject,'query-a'))",
    ['query-alpha'],
  ],
  ['no credential', `federatedIdentityCredentials/$count eq 0 and ${ours}`, ['query-gamma']],
  ['some credential', `federatedIdentityCredentials/$count ne 0 and ${ours}`, ['query-alpha', 'query-beta']],
  [
    'not no credential',
    `not(federatedIdentityCredentials/$count eq 0) and ${ours}`,
    ['query-alpha', 'query-beta'],
  ],
])('an advanced filter with %s needs the header and the count', async ([, filter, expected]) => {
  const path = `/applications?$filter=${encodeURIComponent(filter)}`
  const answer = await call('GET', `${path}&$count=true`, { headers: eventual })
  expect(valuesOf(answer, 'displayName')).toEqual(expected)
  expect(answer.body['@odata.count']).toBe(expected.length)
  for (const plain of [
    await call('GET', path, { headers: eventual }),
    await call('GET', `${path}&$count=true`),
  ]) {
    expect(refusalOf(plain)).toMatchObject({ status: 400, code: 'Request_UnsupportedQuery' })
    expect(refusalOf(plain).message).toContain(
      'Try adding $count=true query parameter and ConsistencyLevel:eventual header',
    )
  }
})

test.for<[string, string, string, string]>([
  [
    'a count of one',
    '$filter=federatedIdentityCredentials/$count eq 1&$count=true',
    'Request_UnsupportedQuery',
    "Unsupported or invalid query filter clause specified for property 'federatedIdentityCredentials/$count' of resource 'Application'.",
  ],
  [
    'a property that is not indexed',
    "$filter=notes eq 'x'&$count=true",
    'Request_UnsupportedQuery',
    "Unsupported or invalid query filter clause specified for property 'notes' of resource 'Application'.",
  ],
  [
    'contains',
    "$filter=contains(displayName,'x')&$count=true",
    'Request_UnsupportedQuery',
    'Unsupported or invalid query filter clause',
  ],
  [
    'audiences of credentials',
    "$filter=federatedIdentityCredentials/any(f:f/audiences eq 'x')&$count=true",
    'Request_UnsupportedQuery',
    'Unsupported or invalid query filter clause',
  ],
  [
    'an unknown property',
    "$filter=colour eq 'x'",
    'BadRequest',
    "Could not find a property named 'colour' on type 'microsoft.graph.application'.",
  ],
  ['half a filter', '$filter=displayName eq', 'BadRequest', 'Invalid filter clause'],
  [
    'a page of nothing',
    '$top=0',
    'Request_BadRequest',
    "Invalid page size specified: '0'. Must be between 1 and 999 inclusive.",
  ],
  [
    'a page of a thousand',
    '$top=1000',
    'Request_BadRequest',
    "Invalid page size specified: '1000'. Must be between 1 and 999 inclusive.",
  ],
  ['a foreign page token', '$skiptoken=abc', 'Directory_ExpiredPageToken', 'page token'],
  ['$skip', '$skip=1', 'Request_BadRequest', "'$skip' is not supported by the service."],
  [
    'an order by what cannot be sorted',
    '$orderby=notes',
    'Request_UnsupportedQuery',
    'Sorting not supported for current query.',
  ],
  ['an unknown relation', '$expand=colours', 'BadRequest', "Could not find a property named 'colours'"],
  [
    'an option inside an expansion',
    '$expand=owners($top=1)',
    'Request_BadRequest',
    "'$top' is not supported by the service.",
  ],
  ['a search without quotes', '$search=displayName:x', 'Request_BadRequest', 'Invalid search clause'],
  ['a count that is no boolean', '$count=yes', 'BadRequest', "Invalid value 'yes' for $count"],
])('%s is refused', async ([, query, code, words]) => {
  const answer = refusalOf(await call('GET', `/applications?${query}`, { headers: eventual }))
  expect(answer).toMatchObject({ status: 400, code })
  expect(answer.message).toContain(words)
})

test('sixteen alternatives need an advanced query', async () => {
  const among = (count: number) =>
    `displayName in (${Array.from({ length: count }, (_, n) => `'n-${n}'`).join(',')})`
  expect(await call('GET', `/applications?$filter=${among(15)}`)).toMatchObject({ status: 200 })
  expect(refusalOf(await call('GET', `/applications?$filter=${among(16)}`))).toEqual({
    status: 400,
    code: 'Request_UnsupportedQuery',
    message:
      "Too many child clauses specified in search filter expression containing 'OR' operators: 16. Max allowed: 15.",
  })
  const advanced = await call('GET', `/applications?$filter=${among(16)}&$count=true`, { headers: eventual })
  expect(advanced.status).toBe(200)
})

test('search and count are for the header alone; a count without it is left out in silence', async () => {
  expect(refusalOf(await call('GET', '/applications?$search="displayName:query"'))).toMatchObject({
    code: 'Request_UnsupportedQuery',
    message:
      "Request with $search query parameter only works through MSGraph with a special request header: 'ConsistencyLevel: eventual'",
  })
  expect(refusalOf(await call('GET', '/applications/$count'))).toMatchObject({
    status: 400,
    message: '$count is not currently supported.',
  })
  expect((await call('GET', '/applications?$count=true')).body).not.toHaveProperty('@odata.count')
  const count = await call('GET', `/applications/$count?$filter=${ours}`, { headers: eventual })
  expect(count).toMatchObject({ status: 200, text: '3' })
})

test('sorting what was filtered is an advanced query', async () => {
  const path = `/applications?$filter=${ours}&$orderby=displayName desc&$select=displayName`
  expect(refusalOf(await call('GET', path))).toMatchObject({
    message: 'Sorting not supported for current query.',
  })
  const sorted = await call('GET', `${path}&$count=true`, { headers: eventual })
  expect(valuesOf(sorted, 'displayName')).toEqual(names.toReversed())
})

test('pages follow an absolute link to the end, without doubles', async () => {
  const seen: unknown[] = []
  let path: string | undefined = `/applications?$filter=${ours}&$top=2&$select=id,displayName`
  while (path !== undefined) {
    const page = await call('GET', path)
    expect(page.status).toBe(200)
    seen.push(...valuesOf(page, 'displayName'))
    const next = page.body['@odata.nextLink']
    if (typeof next !== 'string') break
    path = given(next.split(emulator.httpsOrigin)[1], 'a link to the same origin')
  }
  expect(seen).toEqual(names)
})

test('an expansion brings owners and credentials, selected from', async () => {
  const filter = "displayName eq 'query-alpha'"
  const answer = await call(
    'GET',
    `/beta/applications?$filter=${filter}&$expand=owners($select=id),federatedIdentityCredentials&$select=id`,
  )
  expect(answer.body['@odata.context']).toBe(
    `${emulator.httpsOrigin}/beta/$metadata#applications(id,owners(id),federatedIdentityCredentials())`,
  )
  expect(answer.body.value).toMatchObject([
    {
      owners: [{ '@odata.type': '#microsoft.graph.user', id: expect.any(String) }],
      federatedIdentityCredentials: [{ name: 'of-query-alpha', claimsMatchingExpression: null }],
    },
  ])
})

test('an option given twice is refused, whichever way it is spelled', async () => {
  expect(refusalOf(await call('GET', '/applications?$top=1&$top=2')).message).toContain(
    "Query option '$top' was specified more than once",
  )
  expect((await call('GET', '/applications?$top=1&top=2')).status).toBe(400)
})
