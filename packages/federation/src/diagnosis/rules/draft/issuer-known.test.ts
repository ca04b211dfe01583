import { expect, test } from 'vitest'
import { aksIssuer, rightCluster, rightTrust, saidOf } from '../../../testing/said.ts'

const other = aksIssuer.replace('7c0de1a2', '11111111')

test.each([
  [{}, { facts: { github: { enterpriseSlug: 'contoso' } } }, 'issuer-shape'],
  [
    {},
    { siblings: [{ issuer: `${rightTrust.issuer}/contoso`, subject: 'repo:octo-org/a:pull_request' }] },
    'issuer-shape',
  ],
  [rightCluster, { facts: { aks: { clusterIssuers: [other] } } }, 'issuer-other-cluster'],
  [rightCluster, { facts: { kubernetes: { issuer: other } } }, 'issuer-other-cluster'],
])('%j with %j is another issuer', (change, context, code) => {
  expect(saidOf(change, context)).toContain(code)
})

test.each([
  [{ issuer: `${rightTrust.issuer}/contoso` }, { facts: { github: { enterpriseSlug: 'contoso' } } }],
  [rightCluster, { facts: { aks: { clusterIssuers: [other, aksIssuer] } } }],
  [rightCluster, { facts: { aks: { clusterIssuers: [] } } }],
  [{}, { facts: { aks: { clusterIssuers: [other] } } }],
])('%j with %j is the right one', (change, context) => {
  expect(saidOf(change, context)).toEqual([])
})
