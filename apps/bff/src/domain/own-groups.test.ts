import type { Policy } from '@trustwright/shared-schemas'
import { beforeAll, expect, test } from 'vitest'
import { policyVersion } from '../db/schema-policies.ts'
import { PortalError } from '../errors.ts'
import type { Caller } from '../ports.ts'
import { buildTestApp } from '../testing/build-test-app.ts'
import { forThisFile } from '../testing/for-this-file.ts'
import { startTestPostgres } from '../testing/test-postgres.ts'
import { createGuardrails } from './guardrails.ts'
import { createOwnGroups } from './own-groups.ts'

const makers = '4c7d1e92-0d35-4b8a-9f61-3a5b7c9d0003'
const rule: Policy = { id: 'p', title: 'Makers', mayCreate: [makers], names: ['gh-*'] }
const dana: Caller = {
  sessionId: 's',
  tenantId: '8f1f3b0e-6a52-4d1c-9a3e-2b7c5d4e6f10',
  objectId: '1c0f6a7e-30b1-4a55-8f0d-5f3a9e7d0001',
  username: 'dana',
}
const trust = { name: 'x', issuer: 'https://gitlab.com', subject: 'a', expression: null }
const application = { kind: 'application', appId: makers } as const

const postgres = forThisFile(startTestPostgres)
const portal = forThisFile(() => buildTestApp({ postgres }))
beforeAll(async () => {
  const savedAt = new Date(portal.clock.now())
  const { tenantId } = dana
  await portal.database
    .insert(policyVersion)
    .values({ tenantId, version: 1, body: { policies: [rule] }, savedByObjectId: 'o', savedBy: 'o', savedAt })
}, 60_000)

/** The rules over a directory that answers so. */
function guardrails(answer: () => Promise<string[]>) {
  const asked: (readonly string[])[] = []
  const checkMemberGroups = (_caller: Caller, ids: readonly string[]) => {
    asked.push(ids)
    return answer()
  }
  const rails = createGuardrails(portal.database, createOwnGroups({ checkMemberGroups }, portal.clock))
  const whys = async (caller = dana) =>
    (await rails.guard(caller)).trust(application, trust).map(({ why }) => why)
  return { asked, whys }
}

test('groups that Graph does not tell are no groups, and the rule says so', async () => {
  const { whys } = guardrails(() => Promise.reject(new PortalError('FORBIDDEN')))
  expect(await whys()).toEqual([
    'it is for certain people and groups, and Azure does not tell the portal which groups you are in',
    'the name x has not the form gh-*',
  ])
})

test('where Graph fails nothing is let through', async () => {
  const { whys } = guardrails(() => Promise.reject(new PortalError('UPSTREAM_FAILED')))
  await expect(whys()).rejects.toThrow('UPSTREAM_FAILED')
})

test('a session asks once a minute, and no session learns from another', async () => {
  const { asked, whys } = guardrails(async () => [makers])
  expect(await whys()).toEqual(['the name x has not the form gh-*'])
  await whys()
  expect(asked).toEqual([[makers]])
  await whys({ ...dana, sessionId: 'other' })
  expect(asked.length).toBe(2)
  portal.clock.advance(60_000)
  await whys()
  expect(asked.length).toBe(3)
})

test('who is named is let through without a question, also in other letters', async () => {
  const { asked, whys } = guardrails(async () => [])
  expect(await whys({ ...dana, objectId: makers.toUpperCase() })).toEqual([
    'the name x has not the form gh-*',
  ])
  expect(asked).toEqual([])
})
