import type { Cluster, InventoryRow } from '@trustwright/shared-schemas'
import { expect, test } from 'vitest'
import { sampleTrust } from '../../../components/testing/sample-trust.ts'
import { clusterOffers, proposedCluster } from './cluster-offers.ts'

const account = { namespace: 'shop', serviceAccount: 'orders' }

function issuerOf(digit: number): string {
  const id = `${digit}`.repeat(8)
  return `https://westeurope.oic.prod-aks.azure.com/11111111-2222-3333-4444-555555555555/${id}-7777-8888-9999-000000000000/`
}

function cluster(digit: number, hasIssuer = true): Cluster {
  return {
    subscriptionId: 's',
    resourceGroup: 'rg-shop',
    clusterName: `aks-${String(digit)}`,
    resourceId: `/clusters/aks-${String(digit)}`,
    location: 'westeurope',
    issuerEnabled: hasIssuer,
    issuer: hasIssuer ? issuerOf(digit) : null,
    workloadIdentityEnabled: hasIssuer,
    enableCommand: null,
  }
}

type Row = Pick<InventoryRow, 'trust' | 'applicationName'>

function row(digit: number, subject = 'system:serviceaccount:shop:orders', identityName = 'id-shop'): Row {
  return {
    trust: sampleTrust({
      parent: { kind: 'managedIdentity', subscriptionId: 's', resourceGroup: 'rg', identityName },
      issuer: issuerOf(digit),
      subject,
    }),
  }
}

function propose(clusters: readonly Cluster[], rows: readonly Row[], isComplete = true) {
  return proposedCluster(clusterOffers(clusters, rows, account, 'public'), isComplete, account)
}

test('the one cluster that does not have the trust yet is chosen, and the reason names the other', () => {
  const found = propose([cluster(1), cluster(2)], [row(1)])
  expect(found).toEqual({
    resourceId: '/clusters/aks-2',
    issuer: issuerOf(2),
    reason:
      'id-shop trusts shop/orders on aks-1 already, and this is the only other cluster that you can read.',
  })
})

test('the only cluster there is is chosen, whoever trusts it', () => {
  for (const rows of [[], [row(1)]]) {
    expect(propose([cluster(1)], rows)?.reason).toBe('It is the only cluster that you can read.')
  }
})

test.each([
  ['two that nobody trusts yet', [cluster(1), cluster(2)], []],
  ['two beside the one that is trusted', [cluster(1), cluster(2), cluster(3)], [row(1)]],
  ['none left: all are trusted', [cluster(1), cluster(2)], [row(1), row(2)]],
  ['one without an issuer is the one left', [cluster(1), cluster(2, false)], [row(1)]],
  ['the only one has no issuer', [cluster(1, false)], []],
  [
    'another service account is trusted',
    [cluster(1), cluster(2)],
    [row(1, 'system:serviceaccount:shop:web')],
  ],
  ['other capitals are trusted', [cluster(1), cluster(2)], [row(1, 'system:serviceaccount:Shop:orders')]],
  ['a cluster that nobody can read is trusted', [cluster(1), cluster(2)], [row(3)]],
  ['there is none', [], []],
])('nothing is chosen where it is not clear: %s', (_, clusters, rows) => {
  expect(propose(clusters, rows)).toBeNull()
})

test('nothing is chosen where some clusters could not be read', () => {
  expect(propose([cluster(1), cluster(2)], [row(1)], false)).toBeNull()
  expect(propose([cluster(1)], [], false)).toBeNull()
})

test('each identity is named once, however many trusts it has', () => {
  const [one] = clusterOffers(
    [cluster(1)],
    [row(1), row(1), row(1, undefined, 'id-other')],
    account,
    'public',
  )
  expect(one?.trustedBy).toEqual(['id-shop', 'id-other'])
})
