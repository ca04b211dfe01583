import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { Sealer, UnsealError, type SealingKey } from './sealing.ts'

const key = (id: string): SealingKey => ({ id, key: randomBytes(32) })
const k1 = key('k1')
const k2 = key('k2')
const sealer = new Sealer([k1])

test('what was sealed opens for its owner', () => {
  expect(sealer.open('owner', sealer.seal('owner', 'tökens'))).toBe('tökens')
})

test('no byte of a sealed blob can be flipped', () => {
  const { keyId, sealed } = sealer.seal('owner', 'tokens of a person')
  for (let index = 0; index < sealed.length; index++) {
    const flipped = Buffer.from(sealed)
    flipped.writeUInt8(flipped.readUInt8(index) ^ 1, index)
    expect(() => sealer.open('owner', { keyId, sealed: flipped })).toThrow(UnsealError)
  }
})

test('a blob of another row, or one cut short, does not open', () => {
  const { keyId, sealed } = sealer.seal('one', 'tokens')
  expect(() => sealer.open('other', { keyId, sealed })).toThrow(UnsealError)
  for (let length = 0; length < sealed.length; length++) {
    expect(() => sealer.open('one', { keyId, sealed: sealed.subarray(0, length) })).toThrow(UnsealError)
  }
})

test('a blob does not open under the id of another key, even with the same key', () => {
  const twins = new Sealer([k1, { id: 'twin', key: k1.key }])
  const { sealed } = twins.seal('owner', 'tokens')
  expect(() => twins.open('owner', { keyId: 'twin', sealed })).toThrow(UnsealError)
})

test('an old key still opens, is known to be stale, and a retired one does not open', () => {
  const old = sealer.seal('owner', 'tokens')
  const rotated = new Sealer([k2, k1])
  expect(rotated.open('owner', old)).toBe('tokens')
  expect(rotated.isStale(old.keyId)).toBe(true)
  expect(rotated.isStale(rotated.seal('owner', 'tokens').keyId)).toBe(false)
  expect(() => new Sealer([k2]).open('owner', old)).toThrow(UnsealError)
})

test('a nonce is never used twice', () => {
  const nonces = Array.from({ length: 20_000 }, () =>
    sealer.seal('owner', '').sealed.subarray(0, 12).toString('hex'),
  )
  expect(new Set(nonces).size).toBe(nonces.length)
})
