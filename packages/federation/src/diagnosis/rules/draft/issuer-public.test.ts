import { expect, test } from 'vitest'
import { saidOf } from '../../../testing/said.ts'

test.each([
  ['https://kubernetes.default.svc.cluster.local', 'issuer-in-cluster'],
  ['https://kubernetes.default.svc', 'issuer-in-cluster'],
  ['https://kubernetes.default', 'issuer-in-cluster'],
  ['https://api.shop.svc', 'issuer-in-cluster'],
  ['https://ghes.contoso.local', 'issuer-private'],
  ['https://localhost:8080', 'issuer-private'],
  ['https://10.0.0.4:6443', 'issuer-private'],
  ['https://172.20.1.1', 'issuer-private'],
  ['https://100.64.0.1', 'issuer-private'],
  ['https://[fd00::1]', 'issuer-private'],
  ['https://gitlab', 'issuer-private'],
])('%s is out of the internet’s reach', (issuer, code) => {
  expect(saidOf({ issuer, subject: 'system:serviceaccount:shop:api' })).toContain(code)
})

test.each([
  'https://10.contoso.com',
  'https://a.svc.contoso.com',
  'https://172.32.0.1',
  'https://8.8.8.8',
  'https://local.contoso.com',
  'https://internal-oidc.contoso.com',
  'https://oidc.contoso.com:8443',
])('%s may be public', (issuer) => {
  expect(saidOf({ issuer, subject: 'system:serviceaccount:shop:api' })).toEqual([])
})
