import { Trust } from '@trustwright/shared-schemas'
import { expect, test } from 'vitest'
import type { StoredCredential } from '../ports.ts'
import { fingerprintOf } from './fingerprint.ts'
import { toTrust } from './to-trust.ts'

const path = {
  subscriptionId: '3d5a7c10-0001-4e2b-9c4d-a1b2c3d4e501',
  resourceGroup: 'RG',
  identityName: 'Id-1',
}
const parent = { kind: 'managedIdentity', ...path } as const
const clean: StoredCredential = {
  id: `/subscriptions/${path.subscriptionId}/resourcegroups/RG/providers/Microsoft.ManagedIdentity/userAssignedIdentities/Id-1/federatedIdentityCredentials/fic`,
  name: 'fic',
  issuer: 'https://issuer.contoso.com',
  subject: 'one',
  audiences: ['api://x'],
}
const unknown = { createdAt: null, firstSeenAt: null, checked: null, matched: null, seen: null }
const oddities = (change: Partial<StoredCredential>) =>
  toTrust({ ...clean, ...change }, parent, unknown).oddities

test.each([
  [{}, []],
  [{ subject: null }, ['no-subject']],
  [{ subject: '' }, ['no-subject']],
  [{ audiences: [] }, ['not-one-audience']],
  [{ audiences: ['a', 'b'] }, ['not-one-audience']],
  [{ audiences: [' api://x'] }, ['outer-white-space']],
  [{ subject: 'one\n' }, ['outer-white-space']],
  [{ issuer: ' https://issuer.contoso.com' }, ['outer-white-space']],
  [{ subject: 'repo:contoso/pay\u200b-api:environment:prod' }, ['unseen-character']],
  [{ subject: null, expression: "claims['sub'] eq 'pay\u202eapi'" }, ['unseen-character']],
  [{ issuer: 'http://issuer.contoso.com' }, ['issuer-not-https']],
  [{ issuer: '' }, ['issuer-not-https']],
  [{ name: 'a b' }, ['name-outside-rules']],
  [
    { subject: null, audiences: [], issuer: 'x ' },
    ['no-subject', 'not-one-audience', 'outer-white-space', 'issuer-not-https'],
  ],
])('a credential with %o is flagged %o', (change, expected) => {
  expect(oddities(change)).toEqual(expected)
})

test('whatever Azure stored passes the contract unchanged', () => {
  const odd = { ...clean, name: ' ', issuer: '\u0000', subject: null, audiences: ['', ' '] }
  expect(Trust.parse(toTrust(odd, parent, unknown))).toMatchObject({
    issuer: '\u0000',
    subject: null,
    audiences: ['', ' '],
  })
})

test.each([
  { issuer: 'https://issuer.contoso.com/' },
  { subject: 'One' },
  { subject: null },
  { audiences: ['api://x', 'api://x'] },
  { audiences: [] },
  { issuer: 'https://issuer.contoso.com","one', subject: '' },
])('the fingerprint changes with %o', (change) => {
  expect(fingerprintOf({ ...clean, ...change })).not.toBe(fingerprintOf(clean))
})

test('the fingerprint does not change with name or ID', () => {
  expect(fingerprintOf({ ...clean, name: 'other', id: '/y' } as StoredCredential)).toBe(fingerprintOf(clean))
})
