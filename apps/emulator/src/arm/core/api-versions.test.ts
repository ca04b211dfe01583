import { afterAll, expect, test } from 'vitest'
import { errorOf, startArm } from '../testing/testing-client.ts'
import { development, payCredential, payGroup, payIdentity } from '../testing/testing-places.ts'

const arm = await startArm()
afterAll(() => arm.emulator.close())

test.each([
  ['missing', payIdentity, '?x=1', 'MissingApiVersionParameter'],
  ['empty', payIdentity, '?api-version=', 'MissingApiVersionParameter'],
  ['missing on the manager itself', '/subscriptions', '?x=1', 'MissingApiVersionParameter'],
  ['no version at all', payIdentity, '?api-version=latest', 'InvalidApiVersionParameter'],
  ['unknown to the provider', payIdentity, '?api-version=2020-01-01', 'NoRegisteredProviderFound'],
  ['older than credentials', payCredential, '?api-version=2018-11-30', 'NoRegisteredProviderFound'],
  [
    'given twice',
    '/subscriptions',
    '?api-version=2022-12-01&Api-Version=2020-01-01',
    'InvalidApiVersionParameter',
  ],
  [
    'the same twice',
    payIdentity,
    '?api-version=2024-11-30&api-version=2024-11-30',
    'InvalidApiVersionParameter',
  ],
  ['unknown to the manager', payGroup, '?api-version=2031-01-01', 'InvalidApiVersionParameter'],
  [
    'of another type',
    `${payGroup}/providers/Microsoft.Authorization/permissions`,
    '?api-version=2024-11-30',
    'InvalidApiVersionParameter',
  ],
])('an api-version that is %s is refused', async (_, path, query, code) => {
  expect(errorOf(await arm.call('GET', `${path}${query}`))).toMatchObject({ status: 400, code })
})

test('the refusal of an unknown version names the region, the type and what is supported', async () => {
  const { message } = errorOf(await arm.call('GET', `${payCredential}?api-version=2018-11-30`))
  expect(message).toMatch(
    /^No registered resource provider found for location 'westeurope' and API version '2018-11-30' for type 'userAssignedIdentities\/federatedIdentityCredentials'\. The supported api-versions are '2022-01-31-preview, 2023-01-31, .*'\. The supported locations are 'eastus, .*'\.$/,
  )
})

test('an api-version that is given twice is named whole', async () => {
  const answer = await arm.call('GET', '/subscriptions?api-version=2022-12-01&api-version=2020-01-01')
  expect(errorOf(answer).message).toMatch(
    /^The api-version '2022-12-01,2020-01-01' is invalid\. The supported versions are '/,
  )
})

test.each(['2023-01-31', '2024-11-30', '2025-01-31-PREVIEW', '2026-05-31'])(
  'credentials answer to %s',
  async (version) => {
    expect((await arm.call('GET', `${payCredential}?API-Version=${version}`)).status).toBe(200)
  },
)

test('every answer carries request ids, and what is left of the limit sinks', async () => {
  const first = await arm.call('GET', payGroup)
  const second = await arm.call('GET', `${development}/locations`)
  expect(first.headers.get('x-ms-request-id')).toMatch(/^[0-9a-f-]{36}$/)
  expect(first.headers.get('x-ms-correlation-request-id')).not.toBeNull()
  expect(first.headers.get('x-ms-routing-request-id')).toMatch(/^WESTEUROPE:\d{8}T\d{6}Z:/)
  const left = [first, second].map(({ headers }) =>
    Number(headers.get('x-ms-ratelimit-remaining-subscription-reads')),
  )
  expect(left[0]).toBeLessThan(250)
  expect(left[1]).toBeLessThanOrEqual(left[0] ?? 0)
})

test('a write shows what is left of writes, and a refusal too', async () => {
  const { status, headers } = await arm.call('PUT', payGroup, { as: 'reader', body: {} })
  expect(status).toBe(403)
  expect(headers.get('x-ms-ratelimit-remaining-subscription-writes')).toBe('199')
})

test('what is not imitated says so', async () => {
  const answer = await arm.call('GET', `${payGroup}/providers/Microsoft.Compute/virtualMachines`)
  expect(errorOf(answer)).toMatchObject({ status: 501, code: 'NotEmulated' })
})
