import { expect, test } from 'vitest'
import type { Caller } from '../ports.ts'
import { json, startFaultServer } from '../testing/fault-server.ts'
import { forThisFile } from '../testing/for-this-file.ts'
import { givenTokens } from '../testing/given-tokens.ts'
import { createGraph } from './graph.ts'

const caller: Caller = { sessionId: 's', objectId: 'o', tenantId: 't', username: 'dana@contoso.com' }
const upstream = forThisFile(startFaultServer)

const graph = (permissions: readonly string[] = []) =>
  createGraph({
    endpoint: upstream.origin,
    tokens: givenTokens(permissions),
    clock: { now: () => Date.now() },
  })
const refused = json(403, {
  error: { code: 'Authorization_RequestDenied', message: 'Insufficient privileges' },
})

test('of what Graph shows by type and ID alone the name stays empty, and other types are left out', async () => {
  upstream.answerWith(
    json(200, {
      value: [
        { '@odata.type': '#microsoft.graph.group', id: 'G', displayName: null },
        { '@odata.type': '#microsoft.graph.servicePrincipal', id: 'p', displayName: 'App' },
        { '@odata.type': 'toString', id: 'x' },
        { id: 'y' },
      ],
    }),
  )
  expect(await graph().readPrincipals(caller, ['G'])).toEqual([
    { objectId: 'g', kind: 'group', displayName: '', username: null, enabled: null },
  ])
})

test.each([
  [[], 'Directory.Read.All', 'GroupMember.Read.All'],
  [
    ['Directory.Read.All'],
    'microsoft.directory/users/standard/read',
    'microsoft.directory/groups/standard/read',
  ],
])('with the permissions %j a refusal names what is missing', async (permissions, ofNames, ofGroups) => {
  const directory = graph(permissions)
  upstream.answerWith(refused)
  await expect(directory.readPrincipals(caller, ['a'])).rejects.toMatchObject({
    code: 'FORBIDDEN',
    extras: { missing: { action: ofNames } },
  })
  upstream.answerWith(refused)
  await expect(directory.searchGroups(caller, 'a')).rejects.toMatchObject({
    code: 'FORBIDDEN',
    extras: { missing: { action: ofGroups } },
  })
})

test.each([
  ['a list that is none', json(200, { value: {} })],
  ['an entry without an ID', json(200, { value: [{ displayName: 'x' }] })],
])('%s is never nobody', async (_what, answer) => {
  upstream.answerWith(answer)
  await expect(graph().readPrincipals(caller, ['a'])).rejects.toMatchObject({ code: 'UPSTREAM_FAILED' })
})
