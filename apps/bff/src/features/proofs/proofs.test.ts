import type { CreatedApplication, DeletedTrust, Proof, Trust } from '@trustwright/shared-schemas'
import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import * as z from 'zod'
import { forThisFile } from '../../testing/for-this-file.ts'
import { call, development, startPortalWorld } from '../../testing/portal-world.ts'

const world = forThisFile(startPortalWorld)
const dana = forThisFile(() => world.portal.signedIn('developer'))

const identity = `/api/identities/mi/${development}/rg-pay-dev/id-pay-runtime-dev`
const api = `${identity}/trusts/pay-api-pods`
const worker = `${identity}/trusts/pay-worker-pods`

/** A token as the cluster hands it to a pod. */
async function podToken(serviceAccount: string): Promise<string> {
  const answer = await fetch(`${world.emulator.browserOrigin}/issuers/cluster/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ namespace: 'pay-dev', serviceAccount }),
  })
  return z.object({ token: z.string() }).parse(await answer.json()).token
}

const prove = (trust: string, token: string) => call<Proof>(dana, 'POST', `${trust}/proof`, { token })

test('a token that matches proves the trust, and the trust shows it', async () => {
  const { status, body } = await prove(api, await podToken('pay-api'))
  expect(status).toBe(200)
  expect(body).toMatchObject({
    outcome: 'accepted',
    provesThisTrust: true,
    matchedTrustName: 'pay-api-pods',
    became: { identityName: 'id-pay-runtime-dev' },
  })
  const seen = (await call<Trust>(dana, 'GET', api)).body.seen
  expect(seen).toEqual({ at: body.at, by: 'dana@contoso.onmicrosoft.com', means: 'exchange' })
})

test('a token that another trust matched does not prove this one', async () => {
  const { body } = await prove(worker, await podToken('pay-api'))
  expect(body).toMatchObject({ provesThisTrust: false, matchedTrustName: 'pay-api-pods' })
  expect((await call<Trust>(dana, 'GET', worker)).body.seen).toBeNull()
})

test('a refused token shows Entra’s own words and a plain sentence', async () => {
  const { status, body } = await prove(api, await podToken('stranger'))
  if (body.outcome !== 'refused') throw new Error('it was accepted')
  expect([status, body.error.code]).toEqual([200, 'AADSTS700213'])
  expect(body.error.message).toContain('system:serviceaccount:pay-dev:stranger')
  expect(body.error.message).not.toContain('Trace ID')
  expect(body.error.explanation.length).toBeGreaterThan(20)
  expect(body.error.traceId).not.toBeNull()
})

test('a changed trust is not proven any more by what proved the old values', async () => {
  const before = (await call<Trust>(dana, 'GET', worker)).body
  await prove(worker, await podToken('pay-worker'))
  expect((await call<Trust>(dana, 'GET', worker)).body.seen).not.toBeNull()
  const { issuer, audiences, fingerprint } = before
  const change = { issuer, audiences, fingerprint, subject: 'system:serviceaccount:pay-dev:other' }
  const { body } = await call<Trust>(dana, 'PUT', worker, change)
  expect(body.seen).toBeNull()
  const back = { ...change, subject: before.subject, fingerprint: body.fingerprint }
  expect((await call<Trust>(dana, 'PUT', worker, back)).body.seen).toBeNull()
})

test('a trust that was deleted and made again is not proven by what its predecessor did', async () => {
  await prove(api, await podToken('pay-api'))
  const { fingerprint, seen } = (await call<Trust>(dana, 'GET', api)).body
  expect(seen).not.toBeNull()
  const deleted = await call<DeletedTrust>(dana, 'DELETE', `${api}?fingerprint=${fingerprint}`)
  const restored = await call<Trust>(
    dana,
    'POST',
    `${identity}/deleted-trusts/${deleted.body.deletedTrustId}/restore`,
  )
  expect(restored.status).toBe(201)
  expect(restored.body).toMatchObject({ fingerprint, seen: null })
  expect((await call<Trust>(dana, 'GET', api)).body.seen).toBeNull()
})

test('the same token makes the workload the application, and one of another trust does not prove this', async () => {
  const made = await call<CreatedApplication>(dana, 'POST', '/api/applications', { displayName: 'Pay pods' })
  const { application, servicePrincipalId } = made.body
  const trusts = `/api/applications/${application.appId}/trusts`
  const { issuer, audiences, subject } = (await call<Trust>(dana, 'GET', api)).body
  for (const [name, stored] of Object.entries({ pods: subject, others: 'system:serviceaccount:pay-dev:x' })) {
    await call(dana, 'POST', trusts, { name, issuer, audiences, subject: stored })
  }
  const { body } = await prove(`${trusts}/pods`, await podToken('pay-api'))
  expect(body).toMatchObject({ outcome: 'accepted', provesThisTrust: true, matchedTrustName: 'pods' })
  expect(body).toHaveProperty('became', {
    identityName: 'Pay pods',
    clientId: application.appId,
    principalId: servicePrincipalId,
    tenantId: world.emulator.tenantId,
  })
  expect((await call<Trust>(dana, 'GET', `${trusts}/pods`)).body.seen).not.toBeNull()
  const other = await prove(`${trusts}/others`, await podToken('pay-api'))
  expect(other.body).toMatchObject({ provesThisTrust: false, matchedTrustName: 'pods' })
  const refused = await prove(`${trusts}/pods`, await podToken('stranger'))
  expect(refused.body).toMatchObject({ outcome: 'refused', error: { code: 'AADSTS700213' } })
})

test.each(['abc', 'a.b', 'a b.c.d', '', `${'x'.repeat(16_400)}.a.b`, 'e30.e30.', 'not.json.here'])(
  'what is no token is refused before it goes anywhere: %#',
  async (token) => {
    const { status, body } = await call(dana, 'POST', `${api}/proof`, { token })
    expect([status, body.code]).toEqual([400, 'INPUT_REFUSED'])
  },
)

test('who may not read the trust cannot try tokens on it', async () => {
  const address = '/api/identities/mi/3d5a7c10-0003-4e2b-9c4d-a1b2c3d4e503/rg-vault/id-vault-rotation'
  const token = await podToken('pay-api')
  const { body } = await call(dana, 'POST', `${address}/trusts/vault-rotation/proof`, { token })
  expect(body.code).toBe('NOT_FOUND')
})

test('neither the outside token nor the access token is stored anywhere', async () => {
  const tokens = [await podToken('pay-api'), await podToken('stranger')]
  const answers = await Promise.all(tokens.map((token) => prove(api, token)))
  const { database } = world.portal
  const tables = ['activity_event', 'trust_proof', 'deleted_trust', 'trust_first_seen']
  const rows = await Promise.all(
    tables.map((table) => database.execute(sql`select * from ${sql.identifier(table)}`)),
  )
  const everything = JSON.stringify([answers, rows.map((result) => result.rows)])
  expect(everything).toContain('trust.prove')
  for (const token of tokens) {
    for (const part of token.split('.').slice(1)) expect(everything).not.toContain(part)
  }
  expect(everything).not.toMatch(/eyJ[\w-]{20,}\./)
})
