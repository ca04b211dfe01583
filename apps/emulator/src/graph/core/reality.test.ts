import { afterAll, afterEach, expect, test } from 'vitest'
import { testClock } from '../../testing/test-clock.ts'
import { refusalOf, startGraph, valuesOf } from '../testing/graph-client.ts'

const clock = testClock()
const { emulator, call } = await startGraph({ clock })
const { reality } = emulator.world
afterAll(() => emulator.close())
afterEach(() => {
  reality.graphVisibilityMs = 0
  reality.parentVisibilityMs = 0
  reality.throttleScale = 0
})

const fic = { name: 'octo-prod', issuer: 'https://contoso.example', subject: 'a', audiences: ['api://x'] }

test('what was made is not read, and what was deleted still is, until the write is seen', async () => {
  const { body } = await call('POST', '/applications', { body: { displayName: 'contoso-late' } })
  const list = `/applications/${String(body.id)}/federatedIdentityCredentials`
  reality.graphVisibilityMs = 10_000
  expect(await call('POST', list, { body: fic })).toMatchObject({ status: 201 })
  expect(refusalOf(await call('GET', `${list}/octo-prod`))).toMatchObject({ status: 404 })
  expect(refusalOf(await call('POST', list, { body: fic }))).toMatchObject({ status: 409 })
  clock.advance(10_000)
  expect(await call('GET', `${list}/octo-prod`)).toMatchObject({ status: 200 })
  await call('PATCH', `${list}/octo-prod`, { body: { subject: 'b' } })
  expect(await call('GET', `${list}/octo-prod`)).toMatchObject({ body: { subject: 'a' } })
  clock.advance(10_000)
  await call('DELETE', `${list}/octo-prod`)
  expect(valuesOf(await call('GET', list), 'subject')).toEqual(['b'])
  clock.advance(10_000)
  expect(valuesOf(await call('GET', list), 'name')).toEqual([])
})

test('a new application takes no credential for as long as the switch says', async () => {
  reality.parentVisibilityMs = 5000
  const { body } = await call('POST', '/applications', { body: { displayName: 'contoso-new' } })
  const list = `/applications/${String(body.id)}/federatedIdentityCredentials`
  expect(refusalOf(await call('POST', list, { body: fic }))).toMatchObject({
    status: 404,
    code: 'Request_ResourceNotFound',
  })
  clock.advance(5000)
  expect(await call('POST', list, { body: fic })).toMatchObject({ status: 201 })
})

test('resource units run out and come back; the answers say what they cost', async () => {
  reality.throttleScale = 4 / 3500
  const first = await call('GET', '/applications')
  expect(first.headers.get('x-ms-resource-unit')).toBe('2')
  expect(await call('GET', '/applications?$select=id&$top=5')).toMatchObject({ status: 200 })
  const last = await call('GET', '/users')
  expect(last.headers.get('x-ms-throttle-limit-percentage')).toBe('1.0')
  const refused = await call('GET', '/users')
  expect(refusalOf(refused)).toEqual({
    status: 429,
    code: 'TooManyRequests',
    message: 'Please retry again later.',
  })
  expect(refused.headers.get('x-ms-throttle-information')).toBe('ResourceUnitLimitExceeded')
  expect(refused.headers.get('x-ms-throttle-scope')).toMatch(/^Tenant_Application\/Read\//)
  clock.advance(1000 * Number(refused.headers.get('retry-after')))
  expect(await call('GET', '/users')).toMatchObject({ status: 200 })
})

test('the sixth look at the sign-ins within ten seconds is refused', async () => {
  reality.throttleScale = 1
  for (let look = 0; look < 5; look += 1) {
    expect(await call('GET', '/auditLogs/signIns')).toMatchObject({ status: 200 })
  }
  expect(refusalOf(await call('GET', '/beta/auditLogs/signIns'))).toMatchObject({ status: 429 })
  clock.advance(10_000)
  expect(await call('GET', '/auditLogs/signIns')).toMatchObject({ status: 200 })
})
