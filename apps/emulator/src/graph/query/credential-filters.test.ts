import { afterAll, beforeEach, expect, test } from 'vitest'
import { eventual, refusalOf, startGraph, valuesOf } from '../testing/graph-client.ts'

const { emulator, call } = await startGraph()
afterAll(() => emulator.close())
beforeEach(() => {
  emulator.world.reality.credentialFilters = 'served'
})

const fast = (collection: string) =>
  `/beta/${collection}?$count=true&$top=999&$filter=federatedIdentityCredentials/$count ne 0&$expand=federatedIdentityCredentials&$select=id`
const ask = (path: string) => call('GET', path, { headers: eventual })

test('as documented, both lists hold what has credentials, each with them', async () => {
  const identities = await ask(fast('servicePrincipals'))
  const applications = await ask(fast('applications'))
  const { identities: all, credentials } = emulator.world.store
  const withAny = all.entries().filter(([key]) => credentials.by('parent', key).length > 0)
  expect(valuesOf(identities, 'id').map(String).toSorted()).toEqual(
    withAny.map(([, { principalId }]) => principalId).toSorted(),
  )
  expect(valuesOf(applications, 'id')).toHaveLength(1)
  expect(valuesOf(identities, 'federatedIdentityCredentials').flat()).toHaveLength(
    credentials.list().filter(({ parent }) => parent.kind === 'managedIdentity').length,
  )
})

test.for([
  'federatedIdentityCredentials/$count ne 0',
  'not(federatedIdentityCredentials/$count eq 0)',
  "federatedIdentityCredentials/any(f:f/issuer eq 'https://gitlab.com')",
])('a tenant that refuses the filter refuses %s for both', async (filter) => {
  emulator.world.reality.credentialFilters = 'refused'
  for (const collection of ['applications', 'servicePrincipals']) {
    const refused = await ask(`/beta/${collection}?$count=true&$filter=${encodeURIComponent(filter)}`)
    expect(refusalOf(refused)).toMatchObject({ status: 400, code: 'Request_UnsupportedQuery' })
  }
  expect((await ask('/beta/applications?$count=true&$filter=owners/$count eq 0')).status).toBe(200)
})

test('where only applications are found, lists of service principals leave the others’ credentials out', async () => {
  emulator.world.reality.credentialFilters = 'applicationsOnly'
  expect(valuesOf(await ask(fast('servicePrincipals')), 'id')).toEqual([])
  expect(valuesOf(await ask(fast('applications')), 'id')).toHaveLength(1)
})

test('owners come along with whether their accounts work', async () => {
  const { store } = emulator.world
  const [application] = store.applications.list()
  const [person] = store.users.list()
  if (!application || !person) throw new Error('the seed has people and applications')
  store.users.put(person.objectId, { ...person, blocked: true })
  store.applications.put(application.appId, { ...application, ownerIds: [person.objectId] })
  const path = `/beta/applications?$filter=appId eq '${application.appId}'&$select=id&$expand=owners($select=id,displayName,accountEnabled)`
  expect((await ask(path)).body.value).toMatchObject([
    { owners: [{ id: person.objectId, displayName: person.displayName, accountEnabled: false }] },
  ])
  store.users.put(person.objectId, person)
})

test('principals of the tenant’s own applications are found by their home', async () => {
  const { tenantId } = emulator.world.settings
  const found = await ask(
    `/servicePrincipals?$count=true&$top=999&$filter=appOwnerOrganizationId eq ${tenantId}&$select=appId`,
  )
  const { store } = emulator.world
  const own = store.servicePrincipals
    .list()
    .filter((principal) => principal.tenantId === tenantId && store.applications.get(principal.appId))
  expect(valuesOf(found, 'appId').map(String).toSorted()).toEqual(own.map(({ appId }) => appId).toSorted())
})
