import { expect, test } from 'vitest'
import { outsideNames } from './outside-names.ts'
import { rightTrust } from './testing/one-tenant.ts'

const github = 'https://token.actions.githubusercontent.com'

test.each([
  [github, 'repo:octo-org/Shop:ref:refs/heads/main', [], ['octo-org/shop']],
  [github, 'repo:octo-org@1/shop@2:ref:refs/heads/main', [], ['octo-org/shop']],
  [github, 'system:serviceaccount:a:b', [], []],
  [
    'https://ghes.fabrikam.com/_services/token',
    'repo:octo-org/shop:x',
    ['https://ghes.fabrikam.com/_services/token'],
    [],
  ],
  ['https://gitlab.com', 'project_path:contoso/shop:ref_type:branch:ref:main', [], []],
  ['https://idp.fabrikam.com', 'repo:octo-org/shop:x', ['https://idp.fabrikam.com'], []],
  ['http://idp.fabrikam.com', 's', [], []],
  ['', '', [], []],
])('of %s and %s it asks about what can be gone', (issuer, subject, issuers, repositories) => {
  expect(outsideNames([{ ...rightTrust, issuer, subject }])).toEqual({ issuers, repositories })
})

test('each is asked for once, and those of most trusts first', () => {
  const of = (n: number) => ({ ...rightTrust, issuer: `https://idp-${n}.fabrikam.com`, subject: 's' })
  expect(outsideNames([of(1), of(2), of(2)]).issuers).toEqual([2, 1].map((n) => of(n).issuer))
})
