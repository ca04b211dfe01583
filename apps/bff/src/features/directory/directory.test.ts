import type { DirectoryPrincipal, DirectoryRefusal } from '@trustwright/shared-schemas'
import { expect, test } from 'vitest'
import { PortalError } from '../../errors.ts'
import { asAutomation } from '../../testing/as-automation.ts'
import type { SignedInBrowser } from '../../testing/build-test-app.ts'
import { forThisFile } from '../../testing/for-this-file.ts'
import { call, startPortalWorld } from '../../testing/portal-world.ts'
import { searchDirectory } from './search-directory.ts'

const dana = '1c0f6a7e-30b1-4a55-8f0d-5f3a9e7d0001'
const nobody = '00000000-0000-4000-8000-000000000000'
const caller = { sessionId: 's', objectId: 'o', tenantId: 't', username: 'dana@contoso.com' }

const world = forThisFile(startPortalWorld)
const admin = forThisFile(() => world.portal.signedIn('admin'))
const developer = forThisFile(() => world.portal.signedIn('developer'))

interface Found {
  readonly principals: readonly DirectoryPrincipal[]
  readonly refused: readonly DirectoryRefusal[]
}
const names = (person: SignedInBrowser, ids: string) =>
  call<Found>(person, 'GET', `/api/directory/names?ids=${ids}`)
const search = (person: SignedInBrowser, text: string) =>
  call<Found>(person, 'GET', `/api/directory/search?search=${encodeURIComponent(text)}`)

/** A group as the directory itself tells it. */
async function anyGroup(): Promise<{ readonly id: string; readonly displayName: string }> {
  const listed = await asAutomation(world.emulator, 'graph.microsoft.com', ['GET', '/v1.0/groups'])
  const { value } = listed as { readonly value: { readonly id: string; readonly displayName: string }[] }
  const [group] = value
  if (group === undefined) throw new Error('The directory has no group')
  return group
}

test('people and groups are named by their IDs in one request, and who is not there is left out', async () => {
  const group = await anyGroup()
  const { status, body } = await names(developer, [dana.toUpperCase(), nobody, group.id, dana].join(','))
  expect(status).toBe(200)
  expect(body.principals.toSorted((a, b) => b.kind.localeCompare(a.kind))).toEqual([
    {
      objectId: dana,
      kind: 'person',
      displayName: expect.stringMatching(/\w/),
      username: 'dana@contoso.onmicrosoft.com',
      // By IDs Graph tells some of a person's properties, without this one.
      enabled: null,
    },
    {
      objectId: group.id.toLowerCase(),
      kind: 'group',
      displayName: group.displayName,
      username: null,
      enabled: null,
    },
  ])
})

test.each([
  ['no ID', ''],
  ['a name', 'dana@contoso.com'],
  ['more than a hundred', Array.from({ length: 101 }, (_, at) => nobody.slice(0, -3) + (100 + at)).join(',')],
])('%s is refused', async (_what, ids) => {
  const { body } = await call(admin, 'GET', `/api/directory/names?ids=${ids}`)
  expect(body.code).toBe('INPUT_REFUSED')
})

test('groups are found beside people by the beginning of their name', async () => {
  const group = await anyGroup()
  const found = await search(admin, group.displayName.slice(0, 4))
  expect(found.body.principals).toContainEqual(
    expect.objectContaining({ kind: 'group', objectId: group.id.toLowerCase() }),
  )
  const { body } = await search(admin, 'dana@')
  expect(body).toMatchObject({ principals: [{ kind: 'person', objectId: dana }], refused: [] })
  expect((await search(admin, "x' or '")).body.principals).toEqual([])
})

test('the directory is searched by administrators alone', async () => {
  const { body } = await call(developer, 'GET', '/api/directory/search?search=a')
  expect(body.code).toBe('ADMINISTRATOR_REQUIRED')
})

const forbidden = () =>
  Promise.reject(new PortalError('FORBIDDEN', { detail: 'You may not.', nextStep: 'Ask somebody.' }))
const person = { objectId: dana, username: 'dana@contoso.com', displayName: 'Dana', enabled: true }
const group: DirectoryPrincipal = {
  objectId: nobody,
  kind: 'group',
  displayName: 'Deployers',
  username: null,
  enabled: null,
}
const refusal = (kind: DirectoryRefusal['kind']) => ({
  kind,
  detail: 'You may not.',
  nextStep: 'Ask somebody.',
})

test('what may not be searched is told beside what may', async () => {
  const people = { searchPeople: async () => [person], searchGroups: forbidden }
  expect(await searchDirectory(people, caller, 'd')).toEqual({
    principals: [{ ...person, kind: 'person' }],
    refused: [refusal('group')],
  })
  const groups = { searchPeople: forbidden, searchGroups: async () => [group] }
  expect(await searchDirectory(groups, caller, 'd')).toEqual({
    principals: [group],
    refused: [refusal('person')],
  })
  const none = { searchPeople: forbidden, searchGroups: forbidden }
  await expect(searchDirectory(none, caller, 'd')).rejects.toMatchObject({ code: 'FORBIDDEN' })
})

test('a fault of the directory is never an empty list', async () => {
  const broken = {
    searchPeople: async () => [person],
    searchGroups: () => Promise.reject(new PortalError('UPSTREAM_FAILED')),
  }
  await expect(searchDirectory(broken, caller, 'd')).rejects.toMatchObject({ code: 'UPSTREAM_FAILED' })
})
