import { pino } from 'pino'
import { beforeEach, expect, test } from 'vitest'
import { createAudit } from '../../audit/activity-log.ts'
import { activityEvent } from '../../db/schema.ts'
import { bearerGrant } from '../../db/schema-bearer.ts'
import type { Audit } from '../../ports.ts'
import { buildTestApp } from '../../testing/build-test-app.ts'
import { startFakeEntra } from '../../testing/fake-entra.ts'
import { forThisFile } from '../../testing/for-this-file.ts'
import { startTestPostgres } from '../../testing/test-postgres.ts'
import { Entra } from '../entra-metadata.ts'
import { Sealer } from '../sealing.ts'
import { createBearerDoor } from './bearer-door.ts'
import { GrantStore } from './grant-store.ts'

const postgres = forThisFile(startTestPostgres)
const entra = forThisFile(startFakeEntra)
const portal = forThisFile(() => buildTestApp({ postgres, environment: { ...entra.environment } }))
beforeEach(async () => {
  await portal.database.delete(bearerGrant)
})

function doorWith(audit: Audit, looks: string[] = []) {
  const { config, clock, database } = portal
  const facts = new Entra(config.entraAuthority, clock)
  return createBearerDoor({
    expected: { audiences: config.api.audiences, tenantId: config.tenantId },
    entra: {
      authority: facts.authority,
      metadata: async () => await facts.metadata(),
      findKey: Object.assign(
        async (...request: Parameters<typeof facts.findKey>) => {
          looks.push(request[0]?.kid ?? '')
          return await facts.findKey(...request)
        },
        { jwks: facts.findKey.jwks },
      ),
    },
    grants: new GrantStore(database, new Sealer(config.sessionKeys), clock),
    administrators: config.administrators,
    audit,
    clock,
    logger: pino({ level: 'silent' }),
  })
}

async function requestWith(claims: object) {
  const authorization = `Bearer ${await entra.sign({ ...entra.claims(), ...claims })}`
  return { headers: { authorization }, rawHeaders: ['Authorization', authorization] }
}

test('without a record in the trail nobody is in, and the next try begins anew', async () => {
  const audit = createAudit(portal.database, portal.clock)
  let isDown = true
  const door = doorWith({
    ...audit,
    record: async (event) => {
      if (isDown) throw new Error('the disk is full')
      await audit.record(event)
    },
  })
  const request = await requestWith({})
  for (let each = 0; each < 2; each += 1) {
    await expect(door.enter(request)).rejects.toThrow('the disk is full')
    expect(await portal.database.$count(bearerGrant)).toBe(0)
  }
  isDown = false
  expect(await door.enter(request)).toMatchObject({ objectId: 'dana' })
  await door.enter(request)
  expect(await portal.database.$count(bearerGrant)).toBe(1)
  const events = await portal.database.select().from(activityEvent)
  expect(events.map(({ operation, actorObjectId }) => [operation, actorObjectId])).toEqual([
    ['session.sign-in', 'dana'],
  ])
})

test('a token is not verified again within a minute', async () => {
  const looks: string[] = []
  const door = doorWith(createAudit(portal.database, portal.clock), looks)
  const request = await requestWith({})
  for (let each = 0; each < 3; each += 1) await door.enter(request)
  expect(looks).toHaveLength(1)
  portal.clock.advance(60_000)
  await door.enter(request)
  expect(looks).toHaveLength(2)
})

test('the trail tells why a token was refused, by which door, and a hundred times an hour', async () => {
  await portal.database.delete(activityEvent)
  const door = doorWith(createAudit(portal.database, portal.clock))
  const request = await requestWith({ tid: 'other' })
  const refuse = async (times: number) => {
    for (let each = 0; each < times; each += 1)
      await expect(door.enter(request)).rejects.toMatchObject({ code: 'TOKEN_REFUSED' })
    return await portal.database.select().from(activityEvent)
  }
  expect(await refuse(1)).toMatchObject([
    {
      operation: 'session.sign-in',
      outcome: 'refused',
      door: 'bearer',
      actorObjectId: '',
      after: { reason: 'another tenant' },
    },
  ])
  expect(await refuse(100)).toHaveLength(100)
  portal.clock.advance(3_600_000)
  expect(await refuse(1)).toHaveLength(101)
})

test('a refusal that cannot be recorded is answered as any other', async () => {
  const audit = createAudit(portal.database, portal.clock)
  const door = doorWith({ ...audit, record: () => Promise.reject(new Error('the disk is full')) })
  await expect(door.enter(await requestWith({ tid: 'other' }))).rejects.toMatchObject({
    code: 'TOKEN_REFUSED',
  })
})

test.each([
  ['all that is told', {}, { username: 'dana@contoso.onmicrosoft.com', displayName: 'dana' }],
  ['no name', { name: undefined }, { displayName: 'dana@contoso.onmicrosoft.com' }],
  ['neither', { name: undefined, preferred_username: undefined }, { username: 'dana', displayName: 'dana' }],
  ['another role', { roles: ['Reader'] }, { isAdmin: false }],
  ['the role of administrators', { roles: ['Reader', 'Trustwright.Admin'] }, { isAdmin: true }],
])('the person of a token with %s', async (_, claims, expected) => {
  const door = doorWith(createAudit(portal.database, portal.clock))
  const person = await door.enter(await requestWith(claims))
  expect(person).toMatchObject({ objectId: 'dana', loginHint: null, isAdmin: false, ...expected })
  expect(person.sessionId).toMatch(/^bearer\.[\w-]{43}$/)
})
