import { createHash } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { EmulatorResponse } from '../../kernel/operation.ts'
import type { World } from '../../kernel/world.ts'
import { brokenIssuers } from '../../seed-broken-issuers.ts'

type Answer = (
  world: World,
  good: () => Promise<EmulatorResponse>,
) => EmulatorResponse | Promise<EmulatorResponse>

const { wrongIssuer, noRsaKey, manyKeys, noKeys, rotatedAway, slow, huge } = brokenIssuers
const { redirectsDiscovery, redirectsKeys, noDiscovery, unavailable, html, httpKeys } = brokenIssuers
const fillers = 100
const elsewhere = 'https://elsewhere.broken.example'

/** What stands in for the discovery document, by host. */
export const brokenDiscovery: Readonly<Record<string, Answer>> = {
  [wrongIssuer.host]: async (_world, good) => changed(await good(), { issuer: elsewhere }),
  [httpKeys.host]: async (_world, good) =>
    changed(await good(), { jwks_uri: `http://${httpKeys.host}/.well-known/jwks` }),
  [huge.host]: async (_world, good) => changed(await good(), { padding: 'x'.repeat(1.5 * 1024 * 1024) }),
  [slow.host]: async ({ reality }, good) => {
    await sleep(reality.slowIssuerMs, undefined, { ref: false })
    return good()
  },
  [redirectsDiscovery.host]: () => redirect(`${elsewhere}/.well-known/openid-configuration`),
  [noDiscovery.host]: () => ({ status: 404, headers: { 'content-type': 'text/plain' }, body: 'Not Found' }),
  [unavailable.host]: () => ({
    status: 503,
    headers: { 'content-type': 'text/plain', 'retry-after': '120' },
    body: 'Service Unavailable',
  }),
  [html.host]: () => ({
    status: 200,
    headers: { 'content-type': 'text/html; charset=utf-8' },
    body: '<!doctype html><title>Sign in</title><p>Sign in to go on.',
  }),
}

/** What stands in for the public keys, by host. */
export const brokenKeys: Readonly<Record<string, Answer>> = {
  [redirectsKeys.host]: () => redirect(`${elsewhere}/.well-known/jwks`),
  [noKeys.host]: () => ({ status: 200, body: { keys: [] } }),
  [noRsaKey.host]: async ({ keys }) => ({
    status: 200,
    body: await keys.publicKeys({ name: `issuer-${noRsaKey.id}-published`, kind: 'p256' }),
  }),
  [rotatedAway.host]: async ({ keys }) => ({
    status: 200,
    body: await keys.publicKeys(`issuer-${rotatedAway.id}-published`),
  }),
  [manyKeys.host]: async ({ keys }) => {
    const signing = await keys.publicKeys(`issuer-${manyKeys.id}`)
    return { status: 200, body: { keys: [...fillerKeys(), ...signing.keys] } }
  },
}

/** Public keys with no private part anywhere: 2048 bits that are odd and start with 1. */
function fillerKeys(): Record<string, unknown>[] {
  return Array.from({ length: fillers }, (_, number) => {
    const bytes = Buffer.concat(
      Array.from({ length: 8 }, (_part, part) => createHash('sha256').update(`${number}.${part}`).digest()),
    )
    bytes[0] = (bytes[0] ?? 0) | 0x80
    bytes[255] = (bytes[255] ?? 0) | 0x01
    const kid = createHash('sha256').update(bytes).digest('base64url')
    return { kty: 'RSA', use: 'sig', alg: 'RS256', kid, n: bytes.toString('base64url'), e: 'AQAB' }
  })
}

function redirect(location: string): EmulatorResponse {
  return { status: 302, headers: { location } }
}

function changed(answer: EmulatorResponse, fields: Record<string, unknown>): EmulatorResponse {
  return { ...answer, body: { ...(typeof answer.body === 'object' ? answer.body : {}), ...fields } }
}
