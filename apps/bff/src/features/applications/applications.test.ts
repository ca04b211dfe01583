import type {
  ActivityPage,
  ApplicationDetail,
  ApplicationList,
  CreatedApplication,
  DirectoryAccess,
} from '@trustwright/shared-schemas'
import { expect, test } from 'vitest'
import type { SignedInBrowser } from '../../testing/build-test-app.ts'
import { forThisFile } from '../../testing/for-this-file.ts'
import { call, startPortalWorld } from '../../testing/portal-world.ts'

/** The emulator's sample of a client that the developer does not own. */
const foreignAppId = 'f1c40618-93a5-4ec7-bf50-41628aecf001'
const unknownAppId = '00000000-0000-4000-8000-000000000000'

const world = forThisFile(startPortalWorld)
const dana = forThisFile(() => world.portal.signedIn('developer'))
const alex = forThisFile(() => world.portal.signedIn('admin'))

async function created(displayName: string, browser = dana): Promise<CreatedApplication> {
  const { status, body } = await call<CreatedApplication>(browser, 'POST', '/api/applications', {
    displayName,
  })
  expect(status).toBe(201)
  return body
}

const list = async (query: string, browser = dana) =>
  (await call<ApplicationList>(browser, 'GET', `/api/applications?${query}`)).body

test.each([
  ['POST', '/api/applications', { displayName: '' }, 'displayName'],
  ['POST', '/api/applications', { displayName: ' pay' }, 'displayName'],
  ['POST', '/api/applications', { displayName: 'a\nb' }, 'displayName'],
  ['POST', '/api/applications', { displayName: 'x'.repeat(257) }, 'displayName'],
  [
    'POST',
    '/api/applications',
    { displayName: 'x', signInAudience: 'AzureADMultipleOrgs' },
    'signInAudience',
  ],
  ['GET', '/api/applications?of=everybody', undefined, 'of'],
  ['GET', '/api/applications?limit=0', undefined, 'limit'],
  ['GET', '/api/applications/not-a-guid', undefined, 'appId'],
] as const)('%s %s with %j is refused for %4$s', async (method, url, payload, field) => {
  const { status, body } = await call(dana, method, url, payload)
  expect([status, body.code, body.fields?.[0]?.path]).toEqual([400, 'INPUT_REFUSED', field])
})

test('a new application is single-tenant, has its service principal, and is owned by who made it', async () => {
  const { application, servicePrincipalId, notDone } = await created('Pay API')
  expect(notDone).toEqual([])
  const { body } = await call<ApplicationDetail>(dana, 'GET', `/api/applications/${application.appId}`)
  expect(body).toMatchObject({
    application: { ...application, signInAudience: 'AzureADMyOrg' },
    owners: [{ kind: 'user', username: 'dana@contoso.onmicrosoft.com' }],
    servicePrincipalId,
    trustCount: 0,
    slotsLeft: 20,
    trustWrite: {
      allowed: true,
      because: 'owner',
      permission: 'Application.ReadWrite.All',
      permissionGranted: true,
    },
    trustDelete: { allowed: true, because: 'owner' },
  })
})

test('who neither owns an application nor has a role over it is told which role is missing', async () => {
  const url = `/api/applications/${foreignAppId}`
  expect((await call<ApplicationDetail>(dana, 'GET', url)).body.trustWrite).toMatchObject({
    allowed: false,
    because: null,
    role: 'Cloud Application Administrator',
    action: 'microsoft.directory/applications/credentials/update',
    scope: `/applications/${foreignAppId}`,
  })
  expect((await call<ApplicationDetail>(alex, 'GET', url)).body.trustWrite).toMatchObject({
    allowed: true,
    because: 'directory-role',
  })
})

test('the directory roles of a person say what they may do before anything is chosen', async () => {
  const access = async (browser: SignedInBrowser) =>
    (await call<Record<string, DirectoryAccess>>(browser, 'GET', '/api/directory/access')).body
  expect(await access(alex)).toMatchObject({
    createApplication: { allowed: true, because: 'directory-role', permissionGranted: true },
    writeTrusts: { allowed: true },
  })
  expect(await access(dana)).toMatchObject({
    createApplication: { allowed: null },
    writeTrusts: { allowed: null },
  })
})

test('mine holds only what the person owns, all holds the tenant, and both count what matches', async () => {
  await created('Mine alone')
  const mine = await list('of=mine&search=Mine')
  expect([mine.total, mine.applications.map(({ displayName }) => displayName)]).toEqual([1, ['Mine alone']])
  expect((await list('of=mine', alex)).total).toBe(0)
  const all = await list('of=all&search=alone', alex)
  expect([all.total, all.applications.length, all.nextCursor]).toEqual([1, 1, null])
})

test.each(['mine', 'all'])('a search of %s takes a whole application ID', async (of) => {
  const { application } = await created(`By ID ${of}`)
  expect((await list(`of=${of}&search=${application.appId}`)).applications).toEqual([application])
})

test.each(["it's", '"quoted"', String.raw`back\slash`, '50% + more', "') or (true eq true", '#hash&of=all'])(
  'the search text %s is only ever text',
  async (text) => {
    const { application } = await created(`Text ${text}`)
    const query = `search=${encodeURIComponent(`Text ${text}`)}`
    expect((await list(`of=mine&${query}`)).applications).toEqual([application])
    expect((await list(`of=all&${query}`)).applications).toEqual([application])
  },
)

test('a long list is read page by page, without gaps or repeats', async () => {
  await Promise.all(Array.from({ length: 7 }, (_, number) => created(`Paged ${number}`)))
  const names: string[] = []
  let cursor: string | null = null
  do {
    const more: string = cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`
    const page: ApplicationList = await list(`of=mine&search=Paged&limit=3${more}`)
    names.push(...page.applications.map(({ displayName }) => displayName))
    cursor = page.nextCursor
  } while (cursor !== null)
  expect(names.toSorted()).toEqual(Array.from({ length: 7 }, (_, number) => `Paged ${number}`))
})

test('an application that the directory does not have is not found', async () => {
  const { status, body } = await call(dana, 'GET', `/api/applications/${unknownAppId}`)
  expect([status, body.code, body.upstream?.service]).toEqual([404, 'NOT_FOUND', 'graph'])
})

test('a creation leaves its audit records, and the application shows its own', async () => {
  const { application, servicePrincipalId } = await created('Audited')
  const { body: own } = await call<ActivityPage>(dana, 'GET', '/api/activity?limit=2')
  expect(own.events.map(({ target, outcome }) => [target, outcome])).toEqual([
    [`/applications/${application.appId}/servicePrincipal`, 'succeeded'],
    ['/applications', 'succeeded'],
  ])
  expect(own.events[1]?.after).toMatchObject({ appId: application.appId })
  const { body: its } = await call<ActivityPage>(
    alex,
    'GET',
    `/api/applications/${application.appId}/activity`,
  )
  expect(its.events.map(({ after }) => after)).toEqual([
    { appId: application.appId, servicePrincipalId },
    expect.objectContaining({ appId: application.appId, displayName: 'Audited' }),
  ])
})

test('a second service principal is refused', async () => {
  const { application } = await created('Twice')
  const { status, body } = await call(
    dana,
    'POST',
    `/api/applications/${application.appId}/service-principal`,
  )
  expect([status, body.code]).toEqual([422, 'UPSTREAM_REFUSED'])
})
