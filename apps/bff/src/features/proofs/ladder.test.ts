import type { DiagnosedCause, ProofStep, SignInsOfTrust, Trust, TrustRef } from '@trustwright/shared-schemas'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as z from 'zod'
import type { SignedInBrowser } from '../../testing/build-test-app.ts'
import { call, development, startPortalWorld, type PortalWorld } from '../../testing/portal-world.ts'
import { setReality } from '../../testing/set-up-steps.ts'

let world: PortalWorld
let dana: SignedInBrowser
let admin: SignedInBrowser
beforeAll(async () => {
  world = await startPortalWorld()
  ;[dana, admin] = [await world.portal.signedIn('developer'), await world.portal.signedIn('admin')]
}, 60_000)
afterAll(() => world.close())

const identity = {
  subscriptionId: development,
  resourceGroup: 'rg-pay-dev',
  identityName: 'id-pay-runtime-dev',
}
const trusts = `/api/identities/mi/${development}/rg-pay-dev/id-pay-runtime-dev/trusts`
const refTo = (trustName: string): TrustRef => ({
  parent: { kind: 'managedIdentity', ...identity },
  trustName,
})
const read = async (name: string) => (await call<Trust>(dana, 'GET', `${trusts}/${name}`)).body

async function matchWith(name: string, change: Record<string, unknown> = {}, fingerprint?: string) {
  const trust = await read(name)
  const claims = { iss: trust.issuer, sub: trust.subject, aud: trust.audiences, ...change }
  return call<{ matched: ProofStep | null; code?: string }>(dana, 'POST', '/api/proofs/match', {
    ...refTo(name),
    fingerprint: fingerprint ?? trust.fingerprint,
    claims,
  })
}

test('claims that are the same are remembered as matched, unsigned, and not as seen', async () => {
  const { status, body } = await matchWith('pay-api-pods')
  expect([status, body.matched?.means]).toEqual([200, 'claims'])
  const { matched, seen } = await read('pay-api-pods')
  expect(matched).toEqual({ at: body.matched?.at, by: 'dana@contoso.onmicrosoft.com', means: 'claims' })
  expect(seen).toBeNull()
})

test.each([
  ['issuer', { iss: 'https://issuer.fabrikam.com' }],
  ['subject', { sub: 'system:serviceaccount:pay-dev:Pay-worker' }],
  ['audience', { aud: ['api://fabrikam'] }],
])('another %s is no match, whatever the browser thought, and is not remembered', async (_, change) => {
  const { status, body } = await matchWith('pay-worker-pods', change)
  expect([status, body.matched]).toEqual([200, null])
  expect((await read('pay-worker-pods')).matched).toBeNull()
})

test('a match with a trust that was changed meanwhile is refused', async () => {
  const { body } = await matchWith('pay-worker-pods', {}, 'another')
  expect(body.code).toBe('TRUST_CHANGED_MEANWHILE')
})

test.each([
  [
    'a token in a claim',
    { sub: `eyJhbGciOiJSUzI1NiJ9.${'eyJzdWIiOiJhIn0'.repeat(3)}.c2lnbmF0dXJl` },
    'TOKEN_NOT_WANTED',
  ],
  ['a claim that is too long', { sub: 'a'.repeat(601) }, 'INPUT_REFUSED'],
  ['an unknown claim beside them', { token: 'a' }, 'INPUT_REFUSED'],
  ['no audience', { aud: [] }, 'INPUT_REFUSED'],
])('%s is refused', async (_, change, code) => {
  expect((await matchWith('pay-worker-pods', change)).body.code).toBe(code)
})

const check = (trust: TrustRef, browser = dana) =>
  call<{ checked: ProofStep | null; causes: DiagnosedCause[] }>(browser, 'POST', '/api/proofs/check', trust)

test('right values whose issuer answers are checked with it', async () => {
  const { body } = await check(refTo('pay-api-pods'))
  expect(body.checked).toMatchObject({ means: 'rules-and-issuer', by: 'dana@contoso.onmicrosoft.com' })
  expect(body.causes.filter(({ severity }) => severity === 'block')).toEqual([])
  expect((await read('pay-api-pods')).checked).toEqual(body.checked)
})

test('values whose issuer does not answer are checked by rules alone, and the cause is named', async () => {
  const name = 'unreachable-issuer'
  const issuer = 'https://issuer.contoso.com/none'
  const values = { name, issuer, subject: 'pay', audiences: ['api://AzureADTokenExchange'] }
  expect((await call(dana, 'POST', trusts, values)).status).toBe(201)
  const { body } = await check(refTo(name))
  expect(body.checked?.means).toBe('rules')
  expect(body.causes.some(({ family }) => family === 'issuer_unreachable')).toBe(true)
})

async function useCredential(serviceAccount: string): Promise<void> {
  const answer = await fetch(`${world.emulator.browserOrigin}/issuers/cluster/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ namespace: 'pay-dev', serviceAccount }),
  })
  const { token } = z.object({ token: z.string() }).parse(await answer.json())
  const detail = await call<{ identity: { clientId: string } }>(dana, 'GET', trusts.replace('/trusts', ''))
  const exchanged = await fetch(
    `${world.emulator.httpsOrigin}/${world.emulator.tenantId}/oauth2/v2.0/token`,
    {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        client_id: detail.body.identity.clientId,
        scope: 'https://management.azure.com/.default',
        client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
        client_assertion: token,
      }),
    },
  )
  expect(exchanged.status).toBe(200)
}

const signIns = (browser: SignedInBrowser, name: string) =>
  call<SignInsOfTrust>(browser, 'POST', '/api/proofs/sign-ins', refTo(name))

test('a row of the sign-in log that names the credential is what it is seen by', async () => {
  await useCredential('pay-api')
  const { status, body } = await signIns(admin, 'pay-api-pods')
  expect(status).toBe(200)
  expect(body.records[0]).toMatchObject({ succeeded: true, errorCode: 0, ipAddress: '127.0.0.1' })
  expect(body.seen).toMatchObject({ means: 'sign-in-log', from: '127.0.0.1', at: body.records[0]?.at })
  expect((await read('pay-api-pods')).seen).toEqual(body.seen)
})

test('rows of another credential of the same identity prove nothing of this one', async () => {
  const { body } = await signIns(admin, 'pay-worker-pods')
  expect([body.records, body.seen]).toEqual([[], null])
})

test('rows from before the last change prove nothing of the values of now', async () => {
  const { issuer, audiences, subject, fingerprint } = await read('pay-api-pods')
  const change = { issuer, audiences, subject: `${subject ?? ''}-2`, fingerprint }
  const changed = await call<Trust>(dana, 'PUT', `${trusts}/pay-api-pods`, change)
  const { body } = await signIns(admin, 'pay-api-pods')
  expect([body.records, body.seen]).toEqual([[], null])
  await call(dana, 'PUT', `${trusts}/pay-api-pods`, {
    ...change,
    subject,
    fingerprint: changed.body.fingerprint,
  })
})

test('who may not read the log is told what is missing, and nothing is claimed', async () => {
  const { status, body } = await call(dana, 'POST', '/api/proofs/sign-ins', refTo('pay-api-pods'))
  expect([status, body.code]).toEqual([403, 'FORBIDDEN'])
  expect(body.missing).toMatchObject({ role: 'Reports Reader' })
})

test('a tenant without the licence for its log is told so, and nothing is claimed', async () => {
  await setReality(world.emulator, { signInLogLicence: false })
  const { status, body } = await call(admin, 'POST', '/api/proofs/sign-ins', refTo('pay-api-pods'))
  await setReality(world.emulator, { signInLogLicence: true })
  expect([status, body.code]).toEqual([422, 'UPSTREAM_REFUSED'])
  expect(body.detail).toContain('P1 or P2')
  expect(body.nextStep).toContain('exchange')
})

test('a proof from before the means were kept counts as an exchange', async () => {
  const { resourceId, fingerprint } = await read('pay-worker-pods')
  await world.portal.database.execute(
    sql`insert into trust_proof (trust_key, fingerprint, at, by) values (${resourceId.toLowerCase()}, ${fingerprint}, now(), 'dana')`,
  )
  expect((await read('pay-worker-pods')).seen).toMatchObject({ by: 'dana', means: 'exchange' })
})
