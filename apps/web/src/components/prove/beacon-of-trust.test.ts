import type { Beacon } from '@trustwright/shared-schemas'
import { expect, test } from 'vitest'
import { sampleTrust } from '../testing/sample-trust.ts'
import { beaconOfTrust } from './beacon-of-trust.ts'

const trust = sampleTrust()
const key = { parent: trust.parent, trustName: trust.name }

function beacon(parts: Partial<Beacon> = {}): Beacon {
  return {
    beaconId: '3d5a7c10-0001-4e2b-9c4d-a1b2c3d4e501',
    trust: key,
    fingerprint: trust.fingerprint,
    audience: 'api://trustwright-beacon/3d5a7c10-0001-4e2b-9c4d-a1b2c3d4e501',
    createdAt: '2026-11-21T12:00:00Z',
    expiresAt: '2026-11-21T12:15:00Z',
    state: 'waiting',
    heardAt: null,
    differences: [],
    lastRefusal: null,
    refusals: 0,
    ...parts,
  }
}

test('a beacon that waits is found again, however the address of the page spells its trust', () => {
  const { kind, subscriptionId } = { subscriptionId: '', ...trust.parent }
  expect(kind).toBe('managedIdentity')
  const spelled = {
    parent: { identityName: 'ID-pay-prod', resourceGroup: 'RG-pay', subscriptionId, kind: 'managedIdentity' },
    trustName: 'GH-pay-prod',
  } as const
  expect(beaconOfTrust([beacon()], spelled, trust)).toEqual(beacon())
})

test.each([
  ['of another trust', beacon({ trust: { ...key, trustName: 'gh-pay-dev' } })],
  ['of other values', beacon({ fingerprint: 'f0' })],
  ['over', beacon({ state: 'expired' })],
  ['matched', beacon({ state: 'matched' })],
])('one that is %s is not taken up', (_, one) => {
  expect(beaconOfTrust([one], key, trust)).toBeNull()
})

test('what an older one showed is not told once a newer one has ended', () => {
  const list = [beacon({ state: 'matched' }), beacon({ state: 'differs' })]
  expect(beaconOfTrust(list, key, trust)).toBeNull()
  expect(beaconOfTrust(list.slice(1), key, trust)?.state).toBe('differs')
})
