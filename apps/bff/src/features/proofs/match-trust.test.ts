import { expect, test } from 'vitest'
import { PortalError } from '../../errors.ts'
import { matchTrust } from './match-trust.ts'

const claims = { iss: 'https://issuer.contoso.com', sub: 'one', aud: 'a' }
const asked = {
  id: '/applications/a/federatedIdentityCredentials/main',
  name: 'main',
  issuer: claims.iss,
  subject: 'two',
  audiences: ['a'],
}

test('where the other trusts cannot be read any more, what Entra accepted stays accepted', async () => {
  const refuse = () => Promise.reject(new PortalError('THROTTLED'))
  expect(await matchTrust(claims, asked, refuse)).toEqual({ provesThisTrust: false, matchedTrustName: null })
})

test('a fault of the portal itself is no missing list', async () => {
  const fault = new TypeError('broken')
  await expect(matchTrust(claims, asked, () => Promise.reject(fault))).rejects.toBe(fault)
})
