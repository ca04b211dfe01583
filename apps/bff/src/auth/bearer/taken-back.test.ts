import type { Problem } from '@trustwright/shared-schemas'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { asAutomation } from '../../testing/as-automation.ts'
import { buildTestApp, type SignedInBrowser, type TestApp } from '../../testing/build-test-app.ts'
import { controlOf } from '../../testing/inventory-world.ts'
import { call } from '../../testing/portal-world.ts'
import { scriptWith, tokenOfPerson } from '../../testing/script-of-person.ts'
import { startEmulator, type TestEmulator } from '../../testing/start-emulator.ts'
import { startTestPostgres, type TestPostgres } from '../../testing/test-postgres.ts'

let emulator: TestEmulator
let postgres: TestPostgres
let portal: TestApp

beforeAll(async () => {
  ;[emulator, postgres] = await Promise.all([startEmulator(), startTestPostgres()])
}, 60_000)
beforeEach(async () => {
  await portal?.close()
  portal = await buildTestApp({ postgres, emulator })
})
afterAll(async () => {
  await portal.close()
  await Promise.all([emulator.close(), postgres.close()])
})

const scriptOf = async (role: 'developer' | 'admin') =>
  scriptWith(portal.app, await tokenOfPerson(emulator, role))

/** Status and code of an address that asks Azure, and of one that does not. */
async function seen(person: SignedInBrowser): Promise<readonly (readonly [number, string | undefined])[]> {
  const azure = await call<Partial<Problem>>(person, 'GET', '/api/subscriptions')
  const own = await call<Partial<Problem>>(person, 'GET', '/api/session')
  return [azure, own].map(({ status, body }) => [status, body.code] as const)
}
const served = [200, undefined] as const

interface Grants {
  readonly value: readonly {
    readonly id: string
    readonly clientId: string
    readonly resourceId: string
    readonly scope: string
  }[]
}

test('a consent that was withdrawn is told with what to consent to, and the next token works once it is back', async () => {
  const { clientId } = portal.config
  const graph = (...request: Parameters<typeof asAutomation>[2]) =>
    asAutomation(emulator, 'graph.microsoft.com', request)
  const before = await scriptOf('developer')
  expect(await seen(before)).toEqual([served, served])
  const { value } = (await graph('GET', '/v1.0/oauth2PermissionGrants')) as Grants
  const { id: principal } = (await graph('GET', `/v1.0/servicePrincipals(appId='${clientId}')`)) as {
    id: string
  }
  const [grant] = value.filter((each) => each.clientId === principal && each.scope === 'user_impersonation')
  if (grant === undefined) throw new Error('nobody consented to ARM')
  await graph('DELETE', `/v1.0/oauth2PermissionGrants/${grant.id}`)

  const dana = await scriptOf('developer')
  const refused = await dana.inject({ url: '/api/subscriptions' })
  expect([refused.statusCode, refused.json<Problem>()]).toMatchObject([
    403,
    {
      code: 'CONSENT_REQUIRED',
      consent: { clientId, scopes: [`${portal.config.armAudience}/user_impersonation`] },
    },
  ])
  expect(refused.headers['www-authenticate']).toBeUndefined()
  expect(refused.body).not.toMatch(/AADSTS|assertion/)
  expect(await seen(dana)).toEqual([[403, 'CONSENT_REQUIRED'], served])

  const { clientId: client, resourceId, scope } = grant
  await graph('POST', '/v1.0/oauth2PermissionGrants', {
    clientId: client,
    resourceId,
    scope,
    consentType: 'AllPrincipals',
  })
  expect(await seen(dana)).toEqual([served, served])
})

test('a token whose signing key was taken back lets nobody in within the hour, and a new one at once', async () => {
  const control = controlOf(emulator)
  const old = await scriptOf('developer')
  expect(await seen(old)).toEqual([served, served])
  const { keys } = (await (
    await fetch(`${emulator.httpsOrigin}/${emulator.tenantId}/discovery/v2.0/keys`)
  ).json()) as { keys: readonly { kid: string }[] }
  await control('POST', 'keys/rotate', {})
  for (const { kid } of keys) await control('POST', 'keys/retire', { kid })
  // Whoever was let in a moment ago stays so for a minute, but Entra itself takes the token no longer.
  const another = scriptWith(portal.app, await tokenOfPerson(emulator, 'admin'))
  portal.clock.advance(31_000)
  expect(await seen(another)).toEqual([served, served])
  portal.clock.advance(60_000)
  expect(await seen(old)).toEqual([
    [401, 'TOKEN_REFUSED'],
    [401, 'TOKEN_REFUSED'],
  ])
})

test('a token that ends in the middle buys nothing of Azure from then on, and the next one goes on', async () => {
  const dana = await scriptOf('developer')
  expect(await seen(dana)).toEqual([served, served])
  const token = await tokenOfPerson(emulator, 'developer')
  const { exp } = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as {
    exp: number
  }
  const toEnd = exp * 1000 - portal.clock.now()
  portal.clock.advance(toEnd + 1_000)
  // Clocks may differ by minutes where the signature is judged; what is exchanged for it ends to the second.
  expect(await seen(dana)).toEqual([[401, 'SESSION_ENDED'], served])
  portal.clock.advance(300_000)
  expect(await seen(dana)).toEqual([
    [401, 'TOKEN_REFUSED'],
    [401, 'TOKEN_REFUSED'],
  ])
  portal.clock.advance(-300_000 - toEnd)
  expect(await seen(await scriptOf('developer'))).toEqual([served, served])
})
