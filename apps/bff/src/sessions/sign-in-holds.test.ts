import { expect, test } from 'vitest'
import { bearerGrant } from '../db/schema-bearer.ts'
import { buildTestApp } from '../testing/build-test-app.ts'
import { forThisFile } from '../testing/for-this-file.ts'
import { startTestPostgres } from '../testing/test-postgres.ts'
import { bearerId } from './bearer-id.ts'
import { hashSecret } from './secrets.ts'
import { signInHolds } from './sign-in-holds.ts'

const postgres = forThisFile(startTestPostgres)
const portal = forThisFile(() => buildTestApp({ postgres }))

const holds = (sessionId: string) =>
  signInHolds(portal.database, { sessionId, objectId: 'o', tenantId: 't', username: 'u' })

test('a session holds until it is gone', async () => {
  const dana = await portal.signedIn('developer')
  const id = hashSecret(dana.cookie.split('=')[1] ?? '')
  expect(await holds(id)).toBe(true)
  expect(await holds(`bearer.${id}`)).toBe(false)
  await portal.pool.query('delete from session')
  expect(await holds(id)).toBe(false)
})

test.each([
  ['a minute before its end', 60_000, true],
  ['a second after its end', -1_000, false],
])('an access token %s', async (name, ms, expected) => {
  const idHash = bearerId(name)
  await portal.database.insert(bearerGrant).values({
    idHash,
    tenantId: 't',
    objectId: 'o',
    assertion: Buffer.from('sealed'),
    assertionKeyId: 'k1',
    cacheVersion: 0,
    expiresAt: new Date(Date.now() + ms),
  })
  expect(await holds(idHash)).toBe(expected)
  await portal.database.delete(bearerGrant)
  expect(await holds(idHash)).toBe(false)
})

test('work of the portal itself has no sign-in that could hold', async () => {
  expect(await holds('')).toBe(false)
})
