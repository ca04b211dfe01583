import type { ActivityPage, DeletedTrust, Trust } from '@trustwright/shared-schemas'
import { expect, test } from 'vitest'
import { buildTestApp } from '../../testing/build-test-app.ts'
import { forThisFile } from '../../testing/for-this-file.ts'
import { call, development, startPortalWorld } from '../../testing/portal-world.ts'

interface TrustList {
  trusts: Trust[]
  deleted: DeletedTrust[]
}

const world = forThisFile(startPortalWorld)
const dana = forThisFile(() => world.portal.signedIn('developer'))
let identities = 0

/** A new identity for each test, so that none sees another's trusts. Returns its address. */
async function newIdentity(location = 'westeurope'): Promise<string> {
  const identityName = `id-test-${(identities += 1)}`
  const group = `/api/subscriptions/${development}/resource-groups/rg-pay-dev/identities`
  const { status } = await call(dana, 'POST', group, { identityName, location })
  expect(status).toBe(201)
  return `/api/identities/mi/${development}/rg-pay-dev/${identityName}`
}

const wanted = (name: string, subject = `repo:contoso/${name}:ref:refs/heads/main`) => ({
  name,
  issuer: 'https://token.actions.githubusercontent.com',
  subject,
  audiences: ['api://AzureADTokenExchange'],
})

async function created(identity: string, name: string): Promise<Trust> {
  const { status, body } = await call<Trust>(dana, 'POST', `${identity}/trusts`, wanted(name))
  expect(status).toBe(201)
  return body
}

async function lastEvent(identity: string) {
  const { body } = await call<ActivityPage>(dana, 'GET', `${identity}/activity`)
  return body.events[0]
}

test('a new trust is stored as asked, and listed', async () => {
  const identity = await newIdentity()
  const trust = await created(identity, 'pay-api')
  expect(trust).toMatchObject({ ...wanted('pay-api'), oddities: [], seen: null })
  expect(trust.createdAt).not.toBeNull()
  const { body } = await call<TrustList>(dana, 'GET', `${identity}/trusts`)
  expect(body).toEqual({ trusts: [trust], deleted: [] })
})

test('two trusts that are created at once on one identity are both stored', async () => {
  const identity = await newIdentity()
  const names = ['one', 'two', 'three', 'four']
  await Promise.all(names.map((name) => created(identity, name)))
  const { body } = await call<TrustList>(dana, 'GET', `${identity}/trusts`)
  expect(body.trusts.map(({ name }) => name).toSorted()).toEqual(names.toSorted())
})

test('a second replica of the portal takes turns with the first', async () => {
  const identity = await newIdentity()
  const { emulator, postgres, portal } = world
  const other = await buildTestApp({ postgres, emulator, connectionString: portal.connectionString })
  const danaThere = await other.signedIn('developer')
  const answers = await Promise.all([
    created(identity, 'here'),
    call(danaThere, 'POST', `${identity}/trusts`, wanted('there')).then(({ status }) => status),
    created(identity, 'here-too'),
  ])
  expect(answers[1]).toBe(201)
  await other.close()
})

test('an existing name is refused and left as it is, in any case of letters', async () => {
  const identity = await newIdentity()
  const trust = await created(identity, 'pay-api')
  for (const name of ['pay-api', 'PAY-api']) {
    const { body } = await call(dana, 'POST', `${identity}/trusts`, wanted(name, 'other'))
    expect(body.code).toBe('TRUST_NAME_TAKEN')
  }
  expect((await call<Trust>(dana, 'GET', `${identity}/trusts/pay-api`)).body).toEqual(trust)
})

test('the same issuer and subject under another name is refused by Azure, and audited', async () => {
  const identity = await newIdentity()
  await created(identity, 'first')
  const again = wanted('second', wanted('first').subject)
  const { body } = await call(dana, 'POST', `${identity}/trusts`, again)
  expect([body.code, body.upstream?.status]).toEqual(['TRUST_PAIR_TAKEN', 400])
  expect(await lastEvent(identity)).toMatchObject({
    operation: 'trust.create',
    outcome: 'refused',
    problemCode: 'TRUST_PAIR_TAKEN',
    upstreamRequestId: body.upstream?.requestId,
  })
})

test('the twenty-first trust is refused before anything is written', async () => {
  const identity = await newIdentity()
  await Promise.all(Array.from({ length: 20 }, (_, number) => created(identity, `trust-${number}`)))
  const { status, body } = await call(dana, 'POST', `${identity}/trusts`, wanted('one-more'))
  expect([status, body.code, body.upstream]).toEqual([409, 'TRUST_LIMIT_REACHED', undefined])
})

test.each([
  ['sentinel-concurrent', 'CONCURRENT_WRITE', 'refused'],
  ['sentinel-throttled-long', 'THROTTLED', 'refused'],
  ['sentinel-forbidden', 'FORBIDDEN', 'refused'],
  ['sentinel-policy', 'POLICY_REFUSED', 'refused'],
])('a write that Azure refuses, %s, becomes %s and is audited as %s', async (name, code, outcome) => {
  const identity = await newIdentity()
  const { body } = await call(dana, 'POST', `${identity}/trusts`, wanted(name))
  expect([body.code, typeof body.upstream?.requestId]).toEqual([code, 'string'])
  expect(await lastEvent(identity)).toMatchObject({
    outcome,
    problemCode: code,
    after: { subject: wanted(name).subject },
  })
})

test('a write that Azure breaks, and that proves not to be there, is audited as failed', async () => {
  const identity = await newIdentity()
  const { status, body } = await call(dana, 'POST', `${identity}/trusts`, wanted('sentinel-broken'))
  expect([status, body.code]).toEqual([502, 'UPSTREAM_FAILED'])
  expect(await lastEvent(identity)).toMatchObject({ outcome: 'failed', problemCode: 'UPSTREAM_FAILED' })
})

test('a write that Azure refuses twice for another one still succeeds', async () => {
  expect(await created(await newIdentity(), 'sentinel-concurrent-once')).toMatchObject({ oddities: [] })
})

test('a region without trusts is refused by name', async () => {
  const identity = await newIdentity('newzealandnorth')
  const { status, body } = await call(dana, 'POST', `${identity}/trusts`, wanted('pay-api'))
  expect([status, body.code]).toEqual([409, 'REGION_NOT_SUPPORTED'])
})

test('a reader is told which role is missing, and the attempt is audited', async () => {
  const identity = await newIdentity()
  const robin = await world.portal.signedIn('reader')
  const { status, body } = await call(robin, 'POST', `${identity}/trusts`, wanted('pay-api'))
  expect([status, body.code]).toEqual([403, 'FORBIDDEN'])
  expect(body.missing).toMatchObject({
    action: 'Microsoft.ManagedIdentity/userAssignedIdentities/federatedIdentityCredentials/write',
    role: 'Managed Identity Contributor',
  })
  expect(await lastEvent(identity)).toMatchObject({
    outcome: 'refused',
    actor: { username: 'robin@contoso.onmicrosoft.com' },
  })
})

test('a change replaces the values and keeps the name', async () => {
  const identity = await newIdentity()
  const { fingerprint, ...before } = await created(identity, 'pay-api')
  const { issuer, audiences } = before
  const change = { issuer, audiences, subject: 'repo:contoso/pay-api:pull_request', fingerprint }
  const { status, body } = await call<Trust>(dana, 'PUT', `${identity}/trusts/pay-api`, change)
  expect([status, body.subject, body.name]).toEqual([200, change.subject, 'pay-api'])
  expect(body.fingerprint).not.toBe(fingerprint)
  expect(await lastEvent(identity)).toMatchObject({
    operation: 'trust.change',
    outcome: 'succeeded',
    before: { subject: before.subject },
    after: { subject: change.subject },
  })
})

test('a trust that somebody else changed is neither changed nor deleted', async () => {
  const identity = await newIdentity()
  const { fingerprint, issuer, audiences } = await created(identity, 'pay-api')
  const address = `${identity}/trusts/pay-api`
  const theirs = { issuer, audiences, subject: 'theirs', fingerprint }
  await call(dana, 'PUT', address, theirs)
  const change = await call(dana, 'PUT', address, { ...theirs, subject: 'mine' })
  const deletion = await call(dana, 'DELETE', `${address}?fingerprint=${fingerprint}`)
  expect([change.body.code, deletion.body.code]).toEqual([
    'TRUST_CHANGED_MEANWHILE',
    'TRUST_CHANGED_MEANWHILE',
  ])
  expect((await call<Trust>(dana, 'GET', address)).body.subject).toBe('theirs')
  expect(await lastEvent(identity)).toMatchObject({ operation: 'trust.delete', outcome: 'refused' })
})

async function deleted(identity: string, name: string): Promise<DeletedTrust> {
  const { fingerprint } = await created(identity, name)
  const address = `${identity}/trusts/${name}?fingerprint=${fingerprint}`
  const { status, body } = await call<DeletedTrust>(dana, 'DELETE', address)
  expect(status).toBe(200)
  return body
}

test('a deleted trust is made again with the same values, once', async () => {
  const identity = await newIdentity()
  const gone = await deleted(identity, 'pay-api')
  expect((await call<TrustList>(dana, 'GET', `${identity}/trusts`)).body).toEqual({
    trusts: [],
    deleted: [gone],
  })
  const restore = `${identity}/deleted-trusts/${gone.deletedTrustId}/restore`
  const [first, second] = await Promise.all([call<Trust>(dana, 'POST', restore), call(dana, 'POST', restore)])
  expect([first.status, second.status].toSorted((one, other) => one - other)).toEqual([201, 409])
  const { body } = await call<TrustList>(dana, 'GET', `${identity}/trusts`)
  expect(body.deleted).toEqual([])
  expect(body.trusts[0]).toMatchObject({ ...wanted('pay-api'), fingerprint: gone.trust.fingerprint })
})

test('a deleted trust is not made again over another one of its name', async () => {
  const identity = await newIdentity()
  const gone = await deleted(identity, 'pay-api')
  await call(dana, 'POST', `${identity}/trusts`, wanted('pay-api', 'newer'))
  const { body } = await call(dana, 'POST', `${identity}/deleted-trusts/${gone.deletedTrustId}/restore`)
  expect(body.code).toBe('TRUST_NAME_TAKEN')
  expect((await call<Trust>(dana, 'GET', `${identity}/trusts/pay-api`)).body.subject).toBe('newer')
})

test('a deleted trust is found only under its own identity', async () => {
  const gone = await deleted(await newIdentity(), 'pay-api')
  const elsewhere = await newIdentity()
  const { body } = await call(dana, 'POST', `${elsewhere}/deleted-trusts/${gone.deletedTrustId}/restore`)
  expect(body.code).toBe('TRUST_NOT_RESTORABLE')
})

test('a deletion that Azure refuses leaves nothing to restore', async () => {
  const identity = await newIdentity()
  const { fingerprint } = await created(identity, 'pay-api')
  const robin = await world.portal.signedIn('reader')
  const refused = await call(robin, 'DELETE', `${identity}/trusts/pay-api?fingerprint=${fingerprint}`)
  expect(refused.body.code).toBe('FORBIDDEN')
  const { body } = await call<TrustList>(dana, 'GET', `${identity}/trusts`)
  expect([body.trusts.length, body.deleted]).toEqual([1, []])
})

test('who may not read an identity does not see what was deleted there', async () => {
  const identity = '/api/identities/mi/3d5a7c10-0003-4e2b-9c4d-a1b2c3d4e503/rg-vault/id-vault-rotation'
  const { status, body } = await call(dana, 'GET', `${identity}/trusts`)
  expect([status, body.code]).toEqual([404, 'NOT_FOUND'])
})

test.each([
  ['audience-with-space', 'outer-white-space'],
  ['issuer-with-slash', null],
])('the stored oddity %s is shown and flagged', async (name, oddity) => {
  const identity = `/api/identities/mi/${development}/rg-shop-dev/id-shop-deploy-dev`
  const { body } = await call<Trust>(dana, 'GET', `${identity}/trusts/${name}`)
  expect(body.oddities).toEqual(oddity === null ? [] : [oddity])
})

test('unknown fields and unclean values are refused before anything goes to Azure', async () => {
  const identity = await newIdentity()
  for (const body of [
    { ...wanted('abc'), extra: 1 },
    { ...wanted('ab') },
    { ...wanted('abc'), audiences: [' api://AzureADTokenExchange'] },
    { ...wanted('abc'), audiences: ['a', 'b'] },
    { ...wanted('abc'), issuer: 'http://issuer.contoso.com' },
    { ...wanted('abc', 'x'.repeat(601)) },
  ]) {
    expect((await call(dana, 'POST', `${identity}/trusts`, body)).body.code).toBe('INPUT_REFUSED')
  }
  expect((await call<TrustList>(dana, 'GET', `${identity}/trusts`)).body.trusts).toEqual([])
})
