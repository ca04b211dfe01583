import { afterAll, expect, test } from 'vitest'
import { errorOf, namesIn, startArm } from '../testing/testing-client.ts'
import { credentialBody, freshName, makeIdentity, payGroup } from '../testing/testing-places.ts'

const arm = await startArm()
afterAll(() => arm.emulator.close())

async function withLock<T>(scope: string, level: string, run: () => Promise<T>): Promise<T> {
  const lock = `${scope}/providers/Microsoft.Authorization/locks/${freshName('lock')}`
  const made = await arm.call('PUT', lock, { as: 'admin', body: { properties: { level } } })
  expect(made.status).toBe(201)
  try {
    return await run()
  } finally {
    expect((await arm.call('DELETE', lock, { as: 'admin' })).status).toBe(200)
  }
}

const identity = await makeIdentity(arm)
const credential = `${identity}/federatedIdentityCredentials/locked`
const put = (name = 'locked') =>
  arm.call('PUT', `${identity}/federatedIdentityCredentials/${name}`, { body: credentialBody(name) })

test.each([
  ['the identity', identity],
  ['its group', payGroup],
])('CanNotDelete on %s lets a credential be written and not be deleted', async (_, scope) => {
  await withLock(scope, 'CanNotDelete', async () => {
    expect((await put()).status).toBeLessThan(300)
    const refused = await arm.call('DELETE', credential)
    expect(errorOf(refused)).toEqual({
      status: 409,
      code: 'ScopeLocked',
      message: `The scope '${credential}' cannot perform delete operation because following scope(s) are locked: '${scope}'. Please remove the lock and try again.`,
    })
  })
  expect((await arm.call('DELETE', credential)).status).toBe(200)
})

test('ReadOnly refuses writes too, and reads pass', async () => {
  await withLock(identity, 'ReadOnly', async () => {
    expect(errorOf(await put('other'))).toMatchObject({ status: 409, code: 'ScopeLocked' })
    expect((await arm.call('GET', identity)).status).toBe(200)
  })
  expect((await put('other')).status).toBe(201)
})

test('a lock below a group stands against the deletion of the group', async () => {
  await withLock(identity, 'CanNotDelete', async () => {
    expect(errorOf(await arm.call('DELETE', payGroup))).toMatchObject({ status: 409, code: 'ScopeLocked' })
  })
})

test('locks are listed at, above and below, with atScope at and above', async () => {
  await withLock(identity, 'CanNotDelete', async () => {
    const list = (query: string) =>
      arm.call('GET', `${payGroup}/providers/Microsoft.Authorization/locks?api-version=2016-09-01${query}`)
    expect(namesIn(await list(''))).toHaveLength(1)
    expect(namesIn(await list('&$filter=atScope()'))).toHaveLength(0)
    expect(errorOf(await list('&$filter=nonsense'))).toMatchObject({ status: 400 })
  })
})

test.each([
  ['an unknown level', { properties: { level: 'Frozen' } }, 'InvalidLockLevel', 'admin'],
  ['no level', {}, 'InvalidLockLevel', 'admin'],
  ['the rights of a contributor', { properties: { level: 'ReadOnly' } }, 'AuthorizationFailed', 'developer'],
] as const)('a lock with %s is refused', async (_, body, code, as) => {
  const path = `${payGroup}/providers/Microsoft.Authorization/locks/refused`
  expect(errorOf(await arm.call('PUT', path, { as, body }))).toMatchObject({ code })
})
