import { randomUUID } from 'node:crypto'
import type { FindingTrust } from '@trustwright/federation'
import { beforeAll, expect, test } from 'vitest'
import { activityEvent } from '../db/schema.ts'
import { buildTestApp } from '../testing/build-test-app.ts'
import { forThisFile } from '../testing/for-this-file.ts'
import { startTestPostgres } from '../testing/test-postgres.ts'
import { withMakers } from './trust-makers.ts'

const [ada, dana, group] = ['ada', 'dana', 'a-group'] as const
const key = '/applications/one/federatedidentitycredentials/gh'

const postgres = forThisFile(startTestPostgres)
const portal = forThisFile(() => buildTestApp({ postgres }))
beforeAll(async () => {
  await did(ada, 'trust.create', 'failed')
  await did(ada, 'session.sign-in', 'succeeded')
  await did(ada, 'trust.create', 'succeeded')
  await did(dana, 'trust.restore', 'succeeded')
}, 60_000)

async function did(actor: string, operation: string, outcome: string): Promise<void> {
  await portal.database.insert(activityEvent).values({
    activityId: randomUUID(),
    at: new Date(portal.clock.now()),
    tenantId: portal.config.tenantId,
    actorObjectId: actor,
    actorUsername: actor,
    operation,
    outcome,
    target: key,
    targetKey: key,
  })
}

test.each<[string, readonly string[] | undefined, readonly string[] | undefined]>([
  ['no rule asks', undefined, undefined],
  ['another person alone may', [ada], [dana]],
  ['the maker may', [ada, dana.toUpperCase()], [dana]],
  ['a group may, which the maker may be in', [ada, group], undefined],
  ['the maker may beside a group', [dana, group], [dana]],
])('of a trust that was made here, where %s', async (_case, mayCreate, creators) => {
  const policy = { id: 'p', title: 'P', ...(mayCreate && { mayCreate }) }
  const trusts: Pick<FindingTrust, 'createdBy' | 'key'>[] = [{ key }, { key: `${key}-from-elsewhere` }]
  const [made, other] = await withMakers(portal.database, portal.config.tenantId, trusts, [policy])
  expect(made?.createdBy).toEqual(creators && { known: true, value: creators })
  expect(other?.createdBy).toBeUndefined()
})
