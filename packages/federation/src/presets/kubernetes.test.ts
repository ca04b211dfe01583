import { expect, test } from 'vitest'
import { compileTrust, presets } from '../index.ts'

const guid = '11111111-2222-3333-4444-555555555555'
const aks = `https://westeurope.oic.prod-aks.azure.com/${guid}/${guid}/`
const base = { issuer: aks, namespace: 'shop', serviceAccount: 'api' }
const compile = (change: Record<string, string>) => compileTrust('kubernetes', { ...base, ...change })

test.each([
  [aks, 'shop', 'api', 'system:serviceaccount:shop:api'],
  [
    'https://oidc.eks.eu-west-1.amazonaws.com/id/0123456789ABCDEF0123456789ABCDEF',
    'a',
    'b.c-d',
    'system:serviceaccount:a:b.c-d',
  ],
  [
    'https://container.googleapis.com/v1/projects/p/locations/l/clusters/c',
    '1',
    '2',
    'system:serviceaccount:1:2',
  ],
  [`https://oidc.prod-aks.azure.com/${guid}/`, 'shop', 'api', 'system:serviceaccount:shop:api'],
])('%s %s/%s gives the subject %s without a remark', (issuer, namespace, serviceAccount, subject) => {
  const { trusts, warnings } = compile({ issuer, namespace, serviceAccount })
  expect(trusts).toMatchObject([{ issuer, subject }])
  expect(warnings).toEqual([])
})

test.each([
  ['issuer', ''],
  ['issuer', 'http://oidc.fabrikam.com'],
  ['issuer', 'https://oidc.fabrikam.com/.well-known/openid-configuration'],
  ['issuer', 'https://oidc.fabrikam.com?x=1'],
  ['namespace', ''],
  ['namespace', 'Shop'],
  ['namespace', 'shop.web'],
  ['namespace', '-shop'],
  ['namespace', 'shop-'],
  ['namespace', 'shop_web'],
  ['namespace', 'n'.repeat(64)],
  ['namespace', '*'],
  ['namespace', 'ÉTÉ'],
  ['serviceAccount', ''],
  ['serviceAccount', 'Api'],
  ['serviceAccount', 'api..web'],
  ['serviceAccount', '.api'],
  ['serviceAccount', 'api_web'],
  ['serviceAccount', 'a'.repeat(254)],
  ['serviceAccount', 'system:serviceaccount:shop:api'],
])('refuses %s %j on that field alone', (field, value) => {
  expect(compile({ [field]: value })).toMatchObject({
    trusts: [],
    warnings: [{ code: 'field-refused', field }],
  })
})

test.each([
  [aks.slice(0, -1), 'issuer-slash', 'block'],
  [`${aks}/`, 'issuer-slash', 'block'],
  [`https://oidc.prod-aks.azure.com/${guid}`, 'issuer-slash', 'block'],
  ['https://westeurope.oic.prod-aks.azure.com/', 'issuer-shape', 'block'],
  [`https://westeurope.oic.prod-aks.azure.com/${guid}/${guid}/${guid}/`, 'issuer-shape', 'block'],
  ['https://oidc.eks.eu-west-1.amazonaws.com/id/0123456789ABCDEF/', 'issuer-slash', 'block'],
  [`https://northamerica.oic.prod-arc.azure.com/${guid}/${guid}`, 'issuer-slash', 'warn'],
  ['https://Oidc.fabrikam.com', 'issuer-shape', 'warn'],
  ['https://kubernetes.default.svc', 'issuer-not-public', 'warn'],
  ['https://10.0.0.1', 'issuer-not-public', 'warn'],
])('the issuer %s is known to be wrong: %s', (issuer, code, severity) => {
  const { trusts, warnings } = compile({ issuer })
  expect(warnings).toMatchObject([{ code, severity, field: 'issuer' }])
  expect(trusts).toHaveLength(1)
  const refused = presets
    .find(({ id }) => id === 'kubernetes')
    ?.fields.safeParse({ ...base, issuer })
    .error?.issues.map((issue) => issue.path)
  expect(refused).toEqual(severity === 'block' ? [['issuer']] : undefined)
})

test('says that AKS leaves kube-system out, and only AKS', () => {
  const codes = (issuer: string) =>
    compile({ issuer, namespace: 'kube-system' }).warnings.map(({ code }) => code)
  expect(codes(aks)).toEqual(['kube-system-excluded'])
  expect(codes('https://oidc.fabrikam.com')).toEqual([])
})

test.each(['Shop', 'ÉTÉ'])('says that Kubernetes has no capital letters as in %s', (namespace) => {
  expect(compile({ namespace }).warnings[0]?.text).toContain('no capital letters')
})

test('names the trust after namespace and service account', () => {
  expect(compile({}).trusts[0]?.name).toBe('k8s-shop-api')
})
