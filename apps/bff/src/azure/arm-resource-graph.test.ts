import { expect, test } from 'vitest'
import { PortalError } from '../errors.ts'
import type { Caller } from '../ports.ts'
import { json, startFaultServer } from '../testing/fault-server.ts'
import { forThisFile } from '../testing/for-this-file.ts'
import { givenTokens } from '../testing/given-tokens.ts'
import { createArm } from './arm.ts'

const caller: Caller = { sessionId: 's', objectId: 'o', tenantId: 't', username: 'dana@contoso.com' }
const row = (name: string) => ({
  id: `/subscriptions/s/resourceGroups/rg/providers/Microsoft.ManagedIdentity/userAssignedIdentities/${name}`,
  location: 'malaysiasouth',
  tenantId: 't',
  clientId: 'c',
  principalId: null,
})

const upstream = forThisFile(startFaultServer)

const arm = () =>
  createArm({
    endpoint: upstream.origin,
    tokens: givenTokens(),
    clock: { now: () => Date.now() },
    unsupportedRegions: ['malaysiasouth'],
  })

test('pages are read on with their token, and what is no identity is left out', async () => {
  upstream.answerWith(
    json(200, { data: [row('one'), { ...row('x'), id: '/subscriptions/s' }], $skipToken: 'more' }),
    json(200, { data: [row('two')] }),
  )
  const { identities, complete } = await arm().queryIdentities(caller)
  expect(
    identities.map(({ identityName, supportsTrusts, principalId }) => [
      identityName,
      supportsTrusts,
      principalId,
    ]),
  ).toEqual([
    ['one', false, ''],
    ['two', false, ''],
  ])
  expect(complete).toBe(true)
  const tokens = upstream.seen.map(({ body }) => /"\$skipToken":"([^"]*)"/.exec(body)?.[1])
  expect(tokens).toEqual([undefined, 'more'])
})

test('a table that never ends is given up, and told as not complete', async () => {
  upstream.answerWith(json(200, { data: [row('one')], $skipToken: 'more' }))
  expect((await arm().queryIdentities(caller)).complete).toBe(false)
  expect(upstream.seen).toHaveLength(20)
})

test.each([
  [json(200, { rows: [] }), 'UPSTREAM_FAILED'],
  [json(403, { error: { code: 'AuthorizationFailed', message: 'No' } }), 'FORBIDDEN'],
  [json(400, { error: { code: 'BadRequest', message: 'Query' } }), 'UPSTREAM_REFUSED'],
])('an answer without a table, %#, is refused as %s', async (answer, code) => {
  upstream.answerWith(answer)
  const refused = await arm()
    .queryIdentities(caller)
    .catch((error: unknown) => error)
  expect(refused).toBeInstanceOf(PortalError)
  expect(refused).toMatchObject({ code })
})

test('a failure is repeated by the portal alone, and a challenge is answered with a stronger token', async () => {
  upstream.answerWith(json(503, { error: { code: 'ServiceUnavailable', message: 'Busy' } }))
  await expect(arm().queryIdentities(caller)).rejects.toMatchObject({ code: 'UPSTREAM_FAILED' })
  expect(upstream.seen).toHaveLength(3)
  const claims = Buffer.from('{"access_token":{}}').toString('base64')
  const header = `Bearer realm="", error="insufficient_claims", claims="${claims}"`
  const challenge = json(401, { error: { code: 'InvalidToken' } }, { 'www-authenticate': header })
  upstream.answerWith(challenge, json(200, { data: [] }))
  expect((await arm().queryIdentities(caller)).complete).toBe(true)
  expect(upstream.seen).toHaveLength(2)
  upstream.answerWith(challenge)
  await expect(arm().queryIdentities(caller)).rejects.toMatchObject({ code: 'STEP_UP_REQUIRED' })
})
