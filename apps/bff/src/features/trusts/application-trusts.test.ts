import type {
  ActivityPage,
  ApplicationDetail,
  CreatedApplication,
  DeletedTrust,
  Trust,
} from '@trustwright/shared-schemas'
import { expect, test } from 'vitest'
import { asAutomation } from '../../testing/as-automation.ts'
import { forThisFile } from '../../testing/for-this-file.ts'
import { call, startPortalWorld } from '../../testing/portal-world.ts'

interface TrustList {
  trusts: Trust[]
  deleted: DeletedTrust[]
}

const foreign = '/api/applications/f1c40618-93a5-4ec7-bf50-41628aecf001'
const issuer = 'https://token.actions.githubusercontent.com'

const world = forThisFile(startPortalWorld)
const dana = forThisFile(() => world.portal.signedIn('developer'))
const alex = forThisFile(() => world.portal.signedIn('admin'))
let applications = 0

/** A new application of Dana's for each test. Returns its address. */
async function newApplication(): Promise<string> {
  const displayName = `app-${(applications += 1)}`
  const { status, body } = await call<CreatedApplication>(dana, 'POST', '/api/applications', { displayName })
  expect(status).toBe(201)
  return `/api/applications/${body.application.appId}`
}

const wanted = (name: string, subject = `repo:contoso/${name}:ref:refs/heads/main`) => ({
  name,
  issuer,
  subject,
  audiences: ['api://AzureADTokenExchange'],
})

async function created(application: string, name: string, more: object = {}): Promise<Trust> {
  const body = { ...wanted(name), ...more }
  const answer = await call<Trust>(dana, 'POST', `${application}/trusts`, body)
  expect(answer.status).toBe(201)
  return answer.body
}

const change = ({ issuer, subject, audiences, fingerprint }: Trust, more: object = {}) => ({
  issuer,
  subject,
  audiences,
  fingerprint,
  ...more,
})

/** Stores past the portal, as the directory's administrator by the emulator's own client. */
async function storeRaw(application: string, version: 'v1.0' | 'beta', body: object): Promise<void> {
  const appId = application.split('/').at(-1)
  const path = `/${version}/applications(appId='${appId}')/federatedIdentityCredentials`
  await asAutomation(world.emulator, 'graph.microsoft.com', ['POST', path, body])
}

test('a new trust is stored as asked, with its description, and read by name and by ID', async () => {
  const application = await newApplication()
  const trust = await created(application, 'pay-api', { description: 'Deploys pay-api' })
  expect(trust).toMatchObject({
    ...wanted('pay-api'),
    parent: { kind: 'application' },
    description: 'Deploys pay-api',
    expression: null,
    oddities: [],
  })
  const { body } = await call<TrustList>(dana, 'GET', `${application}/trusts`)
  expect(body).toEqual({ trusts: [trust], deleted: [] })
  for (const key of ['pay-api', trust.credentialId]) {
    expect((await call<Trust>(dana, 'GET', `${application}/trusts/${key}`)).body).toEqual(trust)
  }
})

test('a name that is taken is refused and left as it is, in any case of letters', async () => {
  const application = await newApplication()
  const trust = await created(application, 'pay-api')
  for (const name of ['pay-api', 'PAY-api']) {
    const { body } = await call(dana, 'POST', `${application}/trusts`, wanted(name, 'other'))
    expect(body.code).toBe('TRUST_NAME_TAKEN')
  }
  expect((await call<Trust>(dana, 'GET', `${application}/trusts/pay-api`)).body).toEqual(trust)
})

test('the same issuer and subject under another name is refused by Graph, and audited', async () => {
  const application = await newApplication()
  await created(application, 'first')
  const again = wanted('second', wanted('first').subject)
  const { body } = await call(dana, 'POST', `${application}/trusts`, again)
  expect([body.code, body.upstream?.service, body.upstream?.status]).toEqual([
    'TRUST_PAIR_TAKEN',
    'graph',
    400,
  ])
  const { body: activity } = await call<ActivityPage>(dana, 'GET', `${application}/activity`)
  expect(activity.events[0]).toMatchObject({
    operation: 'trust.create',
    outcome: 'refused',
    problemCode: 'TRUST_PAIR_TAKEN',
    upstreamRequestId: body.upstream?.requestId,
  })
})

test('the twenty-first trust is refused before anything is written, and the slots are counted', async () => {
  const application = await newApplication()
  await Promise.all(Array.from({ length: 20 }, (_, number) => created(application, `trust-${number}`)))
  const { status, body } = await call(dana, 'POST', `${application}/trusts`, wanted('one-more'))
  expect([status, body.code, body.upstream]).toEqual([409, 'TRUST_LIMIT_REACHED', undefined])
  const detail = await call<ApplicationDetail>(dana, 'GET', application)
  expect([detail.body.trustCount, detail.body.slotsLeft]).toEqual([20, 0])
})

test.each([
  ['POST', 'trusts', wanted('pay-api')],
  ['PUT', 'trusts/pay-api', { ...change({ ...wanted('x'), fingerprint: 'f' } as Trust), fingerprint: null }],
] as const)(
  '%s %s on an application of somebody else is refused with what is missing',
  async (method, at, body) => {
    const answer = await call(dana, method, `${foreign}/${at}`, body)
    expect([answer.status, answer.body.code]).toEqual([403, 'FORBIDDEN'])
    expect(answer.body.missing).toEqual({
      action: 'microsoft.directory/applications/credentials/update',
      scope: foreign.replace('/api', ''),
      role: 'Cloud Application Administrator',
    })
  },
)

test('an administrator writes on an application that is not theirs', async () => {
  const application = await newApplication()
  const { status } = await call(alex, 'POST', `${application}/trusts`, wanted('by-admin'))
  expect(status).toBe(201)
})

test('a change replaces the values and keeps the description that it does not name', async () => {
  const application = await newApplication()
  const before = await created(application, 'pay-api', { description: 'kept' })
  const url = `${application}/trusts/pay-api`
  const { status, body } = await call<Trust>(dana, 'PUT', url, change(before, { subject: 'new' }))
  expect([status, body.subject, body.description]).toEqual([200, 'new', 'kept'])
  expect((await call<Trust>(dana, 'GET', url)).body).toEqual(body)
  const { body: described } = await call<Trust>(dana, 'PUT', url, change(body, { description: null }))
  expect([described.subject, described.description]).toEqual(['new', null])
})

test('a change or deletion of values that somebody changed meanwhile is refused', async () => {
  const application = await newApplication()
  const seen = await created(application, 'pay-api')
  const url = `${application}/trusts/pay-api`
  await call(alex, 'PUT', url, change(seen, { subject: 'other' }))
  const put = await call(dana, 'PUT', url, change(seen, { subject: 'mine' }))
  const deletion = await call(dana, 'DELETE', `${url}?fingerprint=${seen.fingerprint}`)
  expect([put.body.code, deletion.body.code]).toEqual(['TRUST_CHANGED_MEANWHILE', 'TRUST_CHANGED_MEANWHILE'])
})

test('storing without a fingerprint fills a free name, repeats without effect, and never overwrites', async () => {
  const application = await newApplication()
  const { name, ...values } = wanted('pay-api')
  const store = (more: object = {}) =>
    call<Trust>(dana, 'PUT', `${application}/trusts/${name}`, { ...values, fingerprint: null, ...more })
  const first = await store()
  expect([first.status, first.body.subject]).toEqual([200, values.subject])
  expect((await store()).body).toEqual(first.body)
  const other = await call(dana, 'PUT', `${application}/trusts/${name}`, {
    ...values,
    subject: 'other',
    fingerprint: null,
  })
  expect([other.status, other.body.code]).toEqual([409, 'TRUST_NAME_TAKEN'])
})

test('an empty description is kept as none, and storing it again changes nothing', async () => {
  const application = await newApplication()
  const { name, ...values } = wanted('pay-api')
  const url = `${application}/trusts/${name}`
  const store = () => call<Trust>(dana, 'PUT', url, { ...values, description: '', fingerprint: null })
  const first = await store()
  expect((await call<Trust>(dana, 'GET', url)).body.description || null).toBeNull()
  expect(await store()).toMatchObject({ status: 200, body: { fingerprint: first.body.fingerprint } })
})

test.each(['name', 'ID'])('a trust that is deleted by its %s can be made again', async (by) => {
  const application = await newApplication()
  const trust = await created(application, 'pay-api', { description: 'again' })
  const key = by === 'ID' ? trust.credentialId : trust.name
  const deletion = await call<DeletedTrust>(
    dana,
    'DELETE',
    `${application}/trusts/${key}?fingerprint=${trust.fingerprint}`,
  )
  expect(deletion.status).toBe(200)
  const { body } = await call<TrustList>(dana, 'GET', `${application}/trusts`)
  expect([body.trusts, body.deleted]).toEqual([[], [deletion.body]])
  const restored = await call<Trust>(
    dana,
    'POST',
    `${application}/deleted-trusts/${deletion.body.deletedTrustId}/restore`,
  )
  expect([restored.status, restored.body.description]).toEqual([201, 'again'])
  expect(restored.body.credentialId).not.toBe(trust.credentialId)
})

test('a flexible credential is listed with its expression, read, deleted, and made again as it was', async () => {
  const application = await newApplication()
  const expression = "claims['sub'] matches 'repo:contoso/*' and claims['repository_id'] eq '456789'"
  const { subject: _, ...classic } = wanted('flexible')
  const claimsMatchingExpression = { value: expression, languageVersion: 1 }
  await storeRaw(application, 'beta', { ...classic, claimsMatchingExpression })
  const { body } = await call<TrustList>(dana, 'GET', `${application}/trusts`)
  const [trust] = body.trusts
  expect(trust).toMatchObject({ subject: null, expression, oddities: [] })
  const deletion = await call<DeletedTrust>(
    dana,
    'DELETE',
    `${application}/trusts/flexible?fingerprint=${trust?.fingerprint}`,
  )
  const url = `${application}/deleted-trusts/${deletion.body.deletedTrustId}/restore`
  expect((await call<Trust>(dana, 'POST', url)).body).toMatchObject({ subject: null, expression })
})

test('an application that does not exist has no trusts to list, read or write', async () => {
  const nowhere = '/api/applications/00000000-0000-4000-8000-000000000000/trusts'
  const answers = await Promise.all([
    call(dana, 'GET', nowhere),
    call(dana, 'GET', `${nowhere}/pay-api`),
    call(dana, 'POST', nowhere, wanted('pay-api')),
    call(dana, 'DELETE', `${nowhere}/pay-api?fingerprint=f`),
  ])
  expect(answers.map(({ body }) => body.code)).toEqual(Array(4).fill('NOT_FOUND'))
})

test('while the directory lags behind, a deleted trust is not listed as stored, and a taken name is told', async () => {
  const application = await newApplication()
  const trust = await created(application, 'pay-api')
  await lagging(60_000)
  try {
    const { name, ...values } = wanted('new')
    const store = () => call(dana, 'PUT', `${application}/trusts/${name}`, { ...values, fingerprint: null })
    expect([(await store()).status, (await store()).body.code]).toEqual([200, 'TRUST_NAME_TAKEN'])
    const url = `${application}/trusts/pay-api?fingerprint=${trust.fingerprint}`
    expect((await call(dana, 'DELETE', url)).status).toBe(200)
    const { body } = await call<TrustList>(dana, 'GET', `${application}/trusts`)
    expect([body.trusts, body.deleted.map((gone) => gone.trust.name)]).toEqual([[], ['pay-api']])
  } finally {
    await lagging(0)
  }
})

async function lagging(graphVisibilityMs: number): Promise<void> {
  const answer = await fetch(`${world.emulator.browserOrigin}/_emulator/reality`, {
    method: 'PATCH',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ graphVisibilityMs }),
  })
  expect(answer.status).toBe(200)
}
