import { expect, test } from 'vitest'
import { offered, rightCluster, saidOf } from '../../../testing/said.ts'

test.each([
  ['system:serviceaccount:shop', undefined],
  ['system:serviceaccount:shop:api:x', undefined],
  ['system:serviceaccounts:shop:api', 'system:serviceaccount:shop:api'],
  ['system:serviceaccount:shop/api', 'system:serviceaccount:shop:api'],
  ['system:serviceaccount:Shop:api', 'system:serviceaccount:shop:api'],
  ['serviceaccount:shop:api', 'system:serviceaccount:shop:api'],
  ['shop:api', 'system:serviceaccount:shop:api'],
])('%s is no service account, and %s is offered', (subject, wanted) => {
  expect(saidOf({ ...rightCluster, subject })).toEqual(['kubernetes-grammar'])
  expect(offered({ ...rightCluster, subject })).toBe(wanted)
})

test.each([
  [{ workload: 'keda', presentedSubject: 'system:serviceaccount:keda:keda-operator' }, 'kubernetes-operator'],
  [{ workload: 'external-secrets' }, 'kubernetes-operator'],
  [{ presentedSubject: 'system:serviceaccount:cert-manager:cert-manager' }, 'kubernetes-operator'],
  [{ presentedSubject: 'system:serviceaccount:shop:default' }, 'kubernetes-other-account'],
])('a workload with %j presents another account', (kubernetes, code) => {
  expect(saidOf(rightCluster, { facts: { kubernetes } })).toEqual([code])
})

test('kube-system is told of on AKS alone', () => {
  const subject = 'system:serviceaccount:kube-system:exporter'
  expect(saidOf({ ...rightCluster, subject })).toEqual(['kube-system-excluded'])
  expect(saidOf({ ...rightCluster, subject, issuer: 'https://oidc.contoso.com' })).toEqual([])
})

test.each([
  'system:serviceaccount:shop:api',
  'system:serviceaccount:keda:keda-operator',
  'system:serviceaccount:a:b.c-1',
])('%s is right', (subject) => {
  expect(
    saidOf(
      { ...rightCluster, subject },
      { facts: { kubernetes: { workload: 'shop', presentedSubject: subject } } },
    ),
  ).toEqual([])
})
