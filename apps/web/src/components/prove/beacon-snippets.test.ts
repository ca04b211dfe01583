import { expect, test } from 'vitest'
import { sampleTrust } from '../testing/sample-trust.ts'
import { beaconSnippets, noBeacon } from './beacon-snippets.ts'

const place = {
  address: 'https://portal.contoso.com/beacon/0123-secret',
  audience: 'api://trustwright-beacon/3d5a7c10-0001-4e2b-9c4d-a1b2c3d4e501',
}
const cluster =
  'https://westeurope.oic.prod-aks.azure.com/8f1f3b0e-6a52-4d1c-9a3e-2b7c5d4e6f10/5e9d2c81-7a34-4f60-8b1d-c0ffee5e9d2c/'

test.each([
  ['github', sampleTrust()],
  ['kubernetes', sampleTrust({ issuer: cluster, subject: 'system:serviceaccount:shop:api' })],
  [
    'gitlab',
    sampleTrust({
      issuer: 'https://gitlab.com',
      subject: 'project_path:contoso/pay:ref_type:branch:ref:main',
    }),
  ],
  ['curl', sampleTrust({ issuer: 'https://issuer.contoso.com', subject: 'pay' })],
])('the way of %s comes first for its own trust', (kind, trust) => {
  expect(beaconSnippets(trust, place, 'public')[0]?.kind).toBe(kind)
})

test('every way asks for the audience of the beacon, posts to its address, and never names that of Azure', () => {
  for (const { text, words } of beaconSnippets(sampleTrust(), place, 'public')) {
    expect(text).toContain(place.address)
    const asks = [place.audience, encodeURIComponent(place.audience)]
    expect(asks.some((audience) => `${words} ${text}`.includes(audience))).toBe(true)
    expect(text).not.toContain('AzureADTokenExchange')
  }
})

test('the pod runs as the service account that the trust names', () => {
  const trust = sampleTrust({ issuer: cluster, subject: 'system:serviceaccount:shop:api' })
  const text = beaconSnippets(trust, place, 'public')[0]?.text
  expect(text).toContain('namespace: shop\n')
  expect(text).toContain('serviceAccountName: api\n')
  expect(text).toContain('name: trustwright-beacon-c3d4e501\n')
})

test.each([
  'system:serviceaccount:shop\nhostNetwork: true:api',
  'system:serviceaccount:shop:api # x',
  'system:serviceaccount:shop',
])('a subject that is none of a pod gets into no manifest: %j', (subject) => {
  const manifest = beaconSnippets(sampleTrust({ issuer: cluster, subject }), place, 'public').find(
    ({ kind }) => kind === 'kubernetes',
  )
  expect(manifest?.text).toContain('namespace: NAMESPACE\n')
  expect(manifest?.text).not.toContain('hostNetwork')
})

test.each([
  [
    'Azure DevOps',
    'https://vstoken.dev.azure.com/11111111-2222-3333-4444-555555555555',
    'sc://contoso/pay/azure-prod',
  ],
  [
    'a managed identity',
    'https://login.microsoftonline.com/8f1f3b0e-6a52-4d1c-9a3e-2b7c5d4e6f10/v2.0',
    '7f3d5a7c-0001-4e2b-9c4d-a1b2c3d4e501',
  ],
])('%s is told to have no beacon, and what shows it instead', (_, issuer, subject) => {
  expect(noBeacon(sampleTrust({ issuer, subject }), 'public')).toContain('sign-in log')
})

test('a platform that gives any audience has a beacon', () => {
  expect(noBeacon(sampleTrust(), 'public')).toBeNull()
})
