import { afterAll, expect, test } from 'vitest'
import { sentinels } from '../../seed.ts'
import { errorOf, startArm } from '../testing/testing-client.ts'
import {
  credentialBody,
  development,
  identityPath,
  makeIdentity,
  payGroup,
  payIdentity,
} from '../testing/testing-places.ts'

const arm = await startArm()
afterAll(() => arm.emulator.close())

const put = (name: string, identity = payIdentity) =>
  arm.call('PUT', `${identity}/federatedIdentityCredentials/${name}`, { body: credentialBody(name) })

const concurrent = 'ConcurrentFederatedIdentityCredentialsWritesForSingleManagedIdentity'

test.each([
  [sentinels.throttled, 429, 'TooManyRequests', '2'],
  [sentinels.throttledLong, 429, 'TooManyRequests', '120'],
  [sentinels.concurrent, 409, concurrent, null],
  [sentinels.broken, 500, 'InternalServerError', null],
  [sentinels.forbidden, 403, 'AuthorizationFailed', null],
  [sentinels.policy, 403, 'RequestDisallowedByPolicy', null],
])('a credential named %s is refused with %i each time', async (name, status, code, retryAfter) => {
  for (const answer of [await put(name), await put(name.toUpperCase())]) {
    expect(errorOf(answer)).toMatchObject({ status, code })
    expect(answer.headers.get('retry-after')).toBe(retryAfter)
  }
})

test('a policy refusal says which policy', async () => {
  const { body } = await put(sentinels.policy)
  expect(body).toMatchObject({
    error: { target: sentinels.policy, additionalInfo: [{ type: 'PolicyViolation' }] },
  })
})

test('sentinel-concurrent-once works at the third try', async () => {
  const identity = await makeIdentity(arm)
  const statuses: number[] = []
  for (const name of [sentinels.concurrentOnce, sentinels.concurrentOnce, sentinels.concurrentOnce]) {
    statuses.push((await put(name, identity)).status)
  }
  expect(statuses).toEqual([409, 409, 201])
})

test('sentinel-slow answers after three seconds, and works', async () => {
  const startedAt = performance.now()
  expect((await put(sentinels.slow, await makeIdentity(arm))).status).toBe(201)
  expect(performance.now() - startedAt).toBeGreaterThanOrEqual(2990)
})

test('sentinel-signed-out answers 401 and ends the sign-ins of that person alone', async () => {
  const token = await arm.emulator.signIn('developer')
  const other = await arm.emulator.signIn('reader')
  expect((await arm.call('GET', payIdentity, { token })).status).toBe(200)
  const path = `${payIdentity}/federatedIdentityCredentials/${sentinels.signedOut}`
  const answer = await arm.call('PUT', path, { token, body: credentialBody('any') })
  expect(errorOf(answer)).toMatchObject({ status: 401, code: 'InvalidAuthenticationToken' })
  expect(answer.headers.get('www-authenticate')).toMatch(/^Bearer .*error="invalid_token"/)
  expect((await arm.call('GET', payIdentity, { token })).status).toBe(401)
  expect((await arm.call('GET', payIdentity, { token: other })).status).toBe(200)
  const again = await arm.emulator.signIn('developer')
  expect((await arm.call('GET', payIdentity, { token: again })).status).toBe(200)
})

test('an identity named sentinel-forbidden can be made and read, but its credentials cannot be listed', async () => {
  const identity = await makeIdentity(arm, { name: sentinels.forbidden })
  expect((await arm.call('GET', identity)).status).toBe(200)
  const answer = await arm.call('GET', `${identity}/federatedIdentityCredentials`)
  expect(errorOf(answer)).toMatchObject({ status: 403, code: 'AuthorizationFailed' })
})

test('an identity named sentinel-throttled answers 429 to every other list', async () => {
  const identity = await makeIdentity(arm, { name: sentinels.throttled })
  const statuses: number[] = []
  for (const path of Array.from({ length: 4 }, () => `${identity}/federatedIdentityCredentials`)) {
    statuses.push((await arm.call('GET', path)).status)
  }
  expect(statuses).toEqual([429, 200, 429, 200])
})

test('an identity named sentinel-broken answers 500 when it is read', async () => {
  const identity = await makeIdentity(arm, { name: sentinels.broken })
  expect((await arm.call('GET', identity)).status).toBe(500)
  expect((await arm.call('GET', `${identity}/federatedIdentityCredentials`)).status).toBe(500)
})

test('a sentinel never answers somebody who may not write', async () => {
  const path = `${payIdentity}/federatedIdentityCredentials/${sentinels.throttled}`
  const answer = await arm.call('PUT', path, { as: 'reader', body: {} })
  expect(errorOf(answer)).toMatchObject({ status: 403, code: 'AuthorizationFailed' })
})

test.each([
  [`${development}/resourceGroups/${sentinels.policy}`, 403],
  [`${development}/resourceGroups/${sentinels.throttledLong}`, 429],
  [identityPath(payGroup, sentinels.policy), 403],
])('%s answers %i when it is to be created', async (path, status) => {
  expect((await arm.call('PUT', path, { body: { location: 'westeurope' } })).status).toBe(status)
})
