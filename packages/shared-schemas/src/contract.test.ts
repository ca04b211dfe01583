import { expect, test } from 'vitest'
import { endpoints } from './endpoints.ts'
import type { Endpoint } from './endpoint.ts'
import { errorCatalogue, errorCodes, Problem } from './errors.ts'

const all: readonly (readonly [string, Endpoint])[] = Object.entries(endpoints)

test.each(all)('%s answers only with errors of the catalogue, each named once', (_, endpoint) => {
  expect(endpoint.errors.filter((code) => !errorCodes.includes(code))).toEqual([])
  expect(new Set(endpoint.errors).size).toBe(endpoint.errors.length)
})

test.each(all)('%s carries its own name and stays under /api', (name, endpoint) => {
  expect(endpoint.operationId).toBe(name)
  expect(endpoint.path).toMatch(/^\/api\/[a-zA-Z:/-]+$/)
})

test.each(all)('%s describes exactly the parameters of its path', (_, endpoint) => {
  const inPath = [...endpoint.path.matchAll(/:([A-Za-z]+)/g)].map((match) => match[1] ?? '')
  expect(Object.keys(endpoint.params?.shape ?? {}).toSorted()).toEqual(inPath.toSorted())
})

test.each(all)('%s reads a body only where the method has one', (_, endpoint) => {
  expect(endpoint.body !== undefined && ['GET', 'DELETE'].includes(endpoint.method)).toBe(false)
})

test('no two endpoints share method and path', () => {
  const addresses = all.map(([, { method, path }]) => `${method} ${path.replace(/:[A-Za-z]+/g, ':')}`)
  expect(new Set(addresses).size).toBe(addresses.length)
})

test('only session and sign-out are open to people who are not signed in', () => {
  expect(all.filter(([, { access }]) => access === 'public').map(([name]) => name)).toEqual([
    'readSession',
    'signOut',
  ])
})

test.each(Object.entries(errorCatalogue))('%s has an error status and a short plain title', (code, entry) => {
  expect(code).toMatch(/^[A-Z]+(_[A-Z]+)*$/)
  expect(entry.status).toBeGreaterThanOrEqual(400)
  expect(entry.status).toBeLessThan(600)
  expect(entry.title.length).toBeLessThanOrEqual(60)
  expect(entry.title).not.toMatch(/invalid|please|oops|!|\.$/i)
})

test.each([
  { code: 'SOMETHING_ELSE' },
  { status: '404' },
  { extra: 1 },
  { fields: [{ path: 'a' }] },
  { upstream: { service: 'aws' } },
])('a problem outside of the contract is refused: %j', (change) => {
  const problem = {
    type: 'about:blank',
    title: errorCatalogue.NOT_FOUND.title,
    status: 404,
    code: 'NOT_FOUND',
    detail: 'There is no such trust.',
    nextStep: 'Go back to the list.',
    requestId: 'r-1',
  }
  expect(Problem.safeParse(problem).success).toBe(true)
  expect(Problem.safeParse({ ...problem, ...change }).success).toBe(false)
})

test.each([
  ['createTrust', 'createApplicationTrust', ['REGION_NOT_SUPPORTED', 'RESOURCE_LOCKED']],
  ['changeTrust', 'changeApplicationTrust', ['RESOURCE_LOCKED']],
  ['restoreTrust', 'restoreApplicationTrust', ['RESOURCE_LOCKED']],
] as const)('%s may be refused for all that %s may, and for what only ARM knows: %j', (one, other, only) => {
  const ofApplications: readonly string[] = endpoints[other].errors
  const ofIdentities: readonly string[] = endpoints[one].errors
  expect(ofIdentities.filter((code) => !ofApplications.includes(code)).toSorted()).toEqual(only)
})
