import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import { startTestEmulator } from '../testing/start-test-emulator.ts'
import type { Operation } from './operation.ts'
import { operations } from './registry.ts'
import { createRouter } from './router.ts'

const { world, close } = await startTestEmulator()
afterAll(close)

function operation(path: string, method: Operation['method'] = 'GET', host?: string): Operation {
  const handle = () => ({ status: 200 })
  const onHost = host === undefined ? {} : { host: (asked: string) => asked === host }
  return { id: `${method} ${path}`, method, path, summary: '', source: '', handle, ...onHost }
}

const find = createRouter([
  operation('/{tenant}/v2.0/keys'),
  operation('/common/discovery/instance'),
  operation('/{tenant}/discovery/instance'),
  operation('/subscriptions/{subscriptionId}/resourceGroups/{group}'),
  operation('/subscriptions/{subscriptionId}/resourceGroups/{group}', 'HEAD'),
  operation('/{scope*}/providers/Microsoft.Authorization/roleAssignments/{name}', 'PUT'),
  operation("/v1.0/applications(appId='{appId}')/owners"),
  operation('/keys', 'GET', 'issuer.example'),
])

test.for([
  ['GET', '/Contoso/V2.0/KEYS', 'GET /{tenant}/v2.0/keys', { tenant: 'Contoso' }],
  ['GET', '/common/discovery/instance', 'GET /common/discovery/instance', {}],
  ['GET', '/other/discovery/instance/', 'GET /{tenant}/discovery/instance', { tenant: 'other' }],
  [
    'GET',
    '/SUBSCRIPTIONS/s/resourcegroups/a%20b',
    'GET /subscriptions/{subscriptionId}/resourceGroups/{group}',
    { subscriptionId: 's', group: 'a b' },
  ],
  [
    'HEAD',
    '/subscriptions/s/resourcegroups/g',
    'HEAD /subscriptions/{subscriptionId}/resourceGroups/{group}',
    { subscriptionId: 's', group: 'g' },
  ],
  ['HEAD', '/t/v2.0/keys', 'GET /{tenant}/v2.0/keys', { tenant: 't' }],
  [
    'PUT',
    '/subscriptions/s/providers/Microsoft.Authorization/roleAssignments/n',
    'PUT /{scope*}/providers/Microsoft.Authorization/roleAssignments/{name}',
    { scope: 'subscriptions/s', name: 'n' },
  ],
  [
    'GET',
    "/v1.0/applications(appId='x')/owners",
    "GET /v1.0/applications(appId='{appId}')/owners",
    { appId: 'x' },
  ],
] as const)('%s %s goes to %s', ([method, path, id, params]) => {
  const found = find(method, 'localhost', path, world)
  expect(found?.operation.id).toBe(id)
  expect(found?.params).toEqual(params)
})

test.for([
  ['POST', 'localhost', '/t/v2.0/keys', 'another method'],
  ['GET', 'localhost', '/t/u/v2.0/keys', 'one segment more'],
  ['GET', 'localhost', '//v2.0/keys', 'an empty segment'],
  ['GET', 'rebound.example', '/t/v2.0/keys', 'a foreign host name'],
  ['GET', 'issuer.example', '/t/v2.0/keys', "an issuer's host"],
  ['GET', 'localhost', '/keys', "an issuer's path on an own host"],
] as const)("%s on %s of %s is nobody's: %s", ([method, host, path]) => {
  expect(find(method, host, path, world)).toBeUndefined()
})

test('every operation is named after its file, and says what it does and where that comes from', () => {
  const files = readdirSync(fileURLToPath(new URL('..', import.meta.url)), {
    recursive: true,
    encoding: 'utf8',
  })
  const known = new Set(files.map((file) => file.replace(/^([^/]+)\/(?:.*\/)?([^/]+)\.ts$/, '$1/$2')))
  expect(operations.map(({ id }) => id).filter((id) => !known.has(id))).toEqual([])
  expect(operations.filter(({ source, summary }) => source === '' || summary === '')).toEqual([])
})

test('no two operations answer the same request', () => {
  const addresses = operations
    .filter(({ host }) => host === undefined)
    .map(({ method, path }) => `${method} ${path.replaceAll(/\{[^}*]+/g, '{').toLowerCase()}`)
  expect(addresses.filter((address, index) => addresses.indexOf(address) !== index)).toEqual([])
})
