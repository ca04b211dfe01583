import { expect, test } from 'vitest'
import { bearerId, doorOf, isBearerId } from './bearer-id.ts'
import { hashSecret, newSecret } from './secrets.ts'

const doorWith = (sessionId: string) =>
  doorOf({ sessionId, objectId: 'dana', tenantId: 't', username: 'dana' })

test.each([
  ['a session', hashSecret(newSecret()), 'cookie'],
  ['an access token', bearerId('eyJ.e30.c2ln'), 'bearer'],
  ['nobody', '', null],
])('the door of %s', (_, sessionId, door) => {
  expect(doorWith(sessionId)).toBe(door)
})

test('what stands for a token is its hash, and no session can have that name', () => {
  expect(bearerId('a')).toBe('bearer.ypeBEsobvcr6wjGzmiPcTaeG7_gUfE5yuYB3ha_uSLs')
  expect(bearerId('a')).not.toBe(bearerId('b'))
  expect(isBearerId(hashSecret('a'))).toBe(false)
  expect(hashSecret(newSecret())).toMatch(/^[\w-]+$/)
})
