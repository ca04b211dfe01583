import type { NewBeacon } from '@trustwright/shared-schemas'
import { Writable } from 'node:stream'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { call, development, startPortalWorld, type PortalWorld } from '../../testing/portal-world.ts'

let world: PortalWorld
let log = ''
beforeAll(async () => {
  const sink = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      log += chunk.toString()
      done()
    },
  })
  world = await startPortalWorld({ log: sink })
}, 60_000)
afterAll(() => world.close())

const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
const marked = encode({ iss: 'https://oidc.contoso.com', sub: 'marked-by-this-test', aud: 'api://x' })
const signature = 'bWFya2VkLXNpZ25hdHVyZS1ieS10aGlzLXRlc3Q'
const token = `${encode({ alg: 'RS256', kid: 'own' })}.${marked}.${signature}`
const parent = {
  kind: 'managedIdentity',
  subscriptionId: development,
  resourceGroup: 'rg-pay-dev',
  identityName: 'id-pay-runtime-dev',
}
const trust = { parent, trustName: 'pay-api-pods' }
const claims = { iss: 'https://oidc.contoso.com', sub: token, aud: [token] }

async function everythingStored(): Promise<string> {
  const { rows } = await world.portal.pool.query<{ name: string }>(
    `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
     where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`,
  )
  expect(rows.length).toBeGreaterThan(5)
  const tables = await Promise.all(rows.map(({ name }) => world.portal.pool.query(`select * from ${name}`)))
  return JSON.stringify(tables.map((table) => table.rows))
}

test('a token that comes in the wrong place is in no log line and no table, and in no refusal of it', async () => {
  const dana = await world.portal.signedIn('developer')
  const opened = await call<NewBeacon>(dana, 'POST', '/api/beacons', trust)
  const sent: [string, object][] = [
    ['/api/diagnoses', { errorText: `failed with ${token}` }],
    ['/api/diagnoses', { claims }],
    ['/api/diagnoses', { errorText: 'AADSTS70021', [token]: token }],
    ['/api/trusts/lookup', { issuer: token, subject: token }],
    ['/api/trusts/lookup', { issuer: 'https://oidc.contoso.com', subject: 'a', token }],
    [
      '/api/preflight',
      { operation: 'create', parent, draft: { name: token, issuer: token, subject: token } },
    ],
    ['/api/preflight', { operation: token, parent, draft: {} }],
    ['/api/issuers/probe', { issuer: token }],
    ['/api/issuers/probe', { issuer: `https://oidc.contoso.com/${token}` }],
    ['/api/beacons', { parent, trustName: token }],
    ['/api/proofs/check', { parent, trustName: token }],
    ['/api/proofs/match', { ...trust, fingerprint: 'a', claims }],
    ['/api/proofs/attempts', { ...trust, token }],
    [`/api/diagnoses?token=${token}`, { errorText: 'AADSTS70021' }],
    [new URL(opened.body.address).pathname, { token }],
    [`/beacon/${token}`, { token }],
  ]
  // The others tell the sender what was sent, as the name of a trust or an issuer.
  const silent = /^\/(?:beacon|api\/(?:diagnoses|trusts\/lookup|proofs\/(?:match|attempts)))/
  for (const [url, payload] of sent) {
    const { body, statusCode } = await dana.inject({ method: 'POST', url, payload })
    expect([url, statusCode < 500]).toEqual([url, true])
    expect([url, silent.test(url) && body.includes(marked)]).toEqual([url, false])
  }
  expect(log.length).toBeGreaterThan(1000)
  for (const place of [log, await everythingStored()]) {
    for (const part of [marked, signature]) expect(place).not.toContain(part)
  }
})
