import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTarget } from '../target/target.ts'
import { onEmulator } from '../target/on-emulator.ts'
import { armClients, collect } from './clients.ts'

const target = await openTarget()
const { msi, resources } = armClients(target)
const { userAssignedIdentities: identities, federatedIdentityCredentials: credentials } = msi
const group = target.groupName('msi')
const { location } = target
const fields = {
  issuer: 'https://token.actions.githubusercontent.com',
  subject: 'repo:octo-org/octo-repo:environment:prod',
  audiences: ['api://AzureADTokenExchange'],
}

beforeAll(async () => {
  await resources.resourceGroups.createOrUpdate(group, { location })
})
afterAll(async () => {
  await resources.resourceGroups.delete(group)
  await target.close()
})

test('arm-msi makes, updates, finds and deletes an identity', async () => {
  const made = await identities.createOrUpdate(group, 'id-one', { location, tags: { team: 'pay' } })
  expect(made).toMatchObject({ name: 'id-one', tenantId: target.tenantId, tags: { team: 'pay' } })
  expect(await identities.update(group, 'id-one', { tags: { team: 'shop' } })).toMatchObject({
    clientId: made.clientId,
    tags: { team: 'shop' },
  })
  expect(await identities.get(group, 'id-one')).toMatchObject({ principalId: made.principalId })
  expect(await collect(identities.listByResourceGroup(group))).toHaveLength(1)
  const everywhere = await collect(identities.listBySubscription())
  expect(everywhere.map(({ clientId }) => clientId)).toContain(made.clientId)
  await identities.delete(group, 'id-one')
  await identities.delete(group, 'id-one')
  await expect(identities.get(group, 'id-one')).rejects.toMatchObject({
    statusCode: 404,
    code: 'ResourceNotFound',
  })
})

test('arm-msi keeps the isolation scope of an identity', async () => {
  await identities.createOrUpdate(group, 'id-regional', { location, isolationScope: 'Regional' })
  expect(await identities.get(group, 'id-regional')).toMatchObject({ isolationScope: 'Regional' })
})

test('arm-msi lists the operations of the provider', async () => {
  const names = (await collect(msi.operations.list())).map(({ name }) => name)
  expect(names).toContain(
    'Microsoft.ManagedIdentity/userAssignedIdentities/federatedIdentityCredentials/write',
  )
})

test('arm-msi follows nextLink over 20 credentials in pages of 7', async () => {
  await identities.createOrUpdate(group, 'id-full', { location })
  const wanted = Array.from({ length: 20 }, (_, index) => `fic-${String(index).padStart(2, '0')}`)
  for (const name of wanted) {
    await credentials.createOrUpdate(group, 'id-full', name, { ...fields, subject: name })
  }
  const pages: number[] = []
  for await (const page of credentials.list(group, 'id-full', { top: 7 }).byPage()) pages.push(page.length)
  expect(pages).toEqual([7, 7, 6])
  const names = (await collect(credentials.list(group, 'id-full'))).map(({ name }) => name)
  expect(names).toEqual(wanted)
})

test('arm-msi hears that a 21st credential is too many', async () => {
  const more = credentials.createOrUpdate(group, 'id-full', 'fic-20', { ...fields, subject: 'fic-20' })
  await expect(more).rejects.toMatchObject({ name: 'RestError', statusCode: expect.toSatisfy(isRefusal) })
})

test.for([
  ['a name of two characters', 'ab', fields, 400, "Federated Identity Credential name 'ab' is invalid."],
  [
    'two audiences',
    'two-audiences',
    { ...fields, audiences: ['one', 'two'] },
    400,
    'Federated identity credentials must have exactly one audience.',
  ],
  [
    'a pair that is there under another name',
    'other-name',
    fields,
    400,
    'Issuer and subject combination already exists for this Managed Identity.',
  ],
] as const)(
  'arm-msi hears why %s is refused',
  async ([, name, { audiences, ...body }, statusCode, words]) => {
    await identities.createOrUpdate(group, 'id-refused', { location })
    await credentials.createOrUpdate(group, 'id-refused', 'first', fields)
    const attempt = credentials.createOrUpdate(group, 'id-refused', name, {
      ...body,
      audiences: [...audiences],
    })
    await expect(attempt).rejects.toMatchObject({ statusCode, message: expect.stringContaining(words) })
  },
)

test('arm-msi hears that the parent is missing', async () => {
  const attempt = credentials.createOrUpdate(group, 'id-nowhere', 'first', fields)
  await expect(attempt).rejects.toMatchObject({ statusCode: 404 })
})

test(
  'arm-msi follows nextLink over more identities than a page holds',
  onEmulator(target, 'bulk seed', async (emulator) => {
    const response = await emulator.fetch(`${emulator.browserOrigin}/_emulator/seed`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ identities: 700, applications: 0, credentialsEach: 1 }),
    })
    expect({ status: response.status, body: await response.text() }).toMatchObject({ status: 200 })
    let pages = 0
    const ids = new Set<string | undefined>()
    for await (const page of identities.listBySubscription().byPage()) {
      pages += 1
      for (const { id } of page) ids.add(id)
    }
    expect({ several: pages > 1, count: ids.size >= 700 / 3 }).toEqual({ several: true, count: true })
  }),
)

function isRefusal(status: number): boolean {
  return status >= 400 && status < 500 && status !== 404
}
