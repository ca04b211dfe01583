import { expect, test } from 'vitest'
import { appRoutes, safeReturnTo } from './app-routes.ts'

const page = '/trusts/mi/11111111-2222-3333-4444-555555555555/rg-pay_(eu).1/id-pay-api/gh-pay-api-production'

const hostile = [
  '',
  'trusts',
  'evil.example',
  '//evil.example',
  '///evil.example',
  '////evil.example',
  '//evil.example/trusts',
  '//user@evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  '\\/evil.example',
  '/\\/evil.example',
  '/trusts\\..\\evil',
  '/\t/evil.example',
  '/\n/evil.example',
  '/\r/evil.example',
  '\t//evil.example',
  ' //evil.example',
  '/\u0000/evil.example',
  '/\u0085/evil.example',
  'https:evil.example',
  'https:/evil.example',
  'https://evil.example',
  'HTTPS://evil.example',
  'http://localhost:4280/trusts',
  'https://portal.invalid/trusts',
  '//portal.invalid/trusts',
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  'java\nscript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'vbscript:msgbox(1)',
  'blob:https://evil.example/1',
  '/%2f%2fevil.example',
  '/%2F%2Fevil.example',
  '/%5cevil.example',
  '/%5C%5Cevil.example',
  '/%252f%252fevil.example',
  '/%00/evil.example',
  '/%09/evil.example',
  '/..//evil.example',
  '/trusts/..//evil.example',
  '/./trusts/',
  '/trusts/../api/sign-out',
  '/%2e%2e/trusts',
  '/%2e%2e//evil.example',
  '/.evil.example',
  '/@evil.example',
  '/:evil.example',
  '/;@evil.example',
  '/trusts@evil.example',
  '/trusts//evil.example',
  '/trusts/',
  '/trusts?q=a\\b',
  '/trusts?q=a\r\nset-cookie:a=b',
  '/trusts%0d%0aset-cookie:a=b',
  '/trusts\r\nset-cookie:a=b',
  '/\uff0fevil.example',
  '/\u2044evil.example',
  '/\u2215evil.example',
  '/\u3002evil.example',
  '\uff0f\uff0fevil.example',
  '/api/session',
  '/api/sign-out',
  '/sign-in',
  '/auth/callback?code=1&state=2',
  '/unknown',
  '/identities/mi/a/b',
  '/identities/mi/a/b/c/d',
  '/identities/mi/a/b/%2f',
  '/identities/mi/a/b/%252f',
  '/identities/mi/a/b/%5c',
  '/identities/mi/a/b/c%0d%0ax',
  '/identities/mi/a/b/c%00',
  '/identities/mi/a/b/%zz',
  '/identities/mi/a/b/%c0%af',
  '/identities/mi/a/b/<script>',
  '/identities/mi/a/b/c:d@evil.example',
  '/identities/mi/a/../../evil',
  `/trusts?q=${'a'.repeat(10_000)}`,
  `/${'a'.repeat(10_240)}`,
]

test.each(hostile)('returns to the start page instead of %j', (wanted) => {
  expect(safeReturnTo(wanted)).toBe('/')
})

test('the list of hostile forms has no double', () => {
  expect(new Set(hostile).size).toBe(hostile.length)
  expect(hostile.length).toBeGreaterThanOrEqual(70)
})

test('returns to the start page when nothing was wanted', () => {
  expect(safeReturnTo(undefined)).toBe('/')
})

test.each(appRoutes)('returns to the page %s', (route) => {
  const path = route.replace(/\$[A-Za-z]+/g, 'x-1_(y).z')
  expect(safeReturnTo(path)).toBe(path)
})

test.each([
  [page, page],
  [`${page}?tab=claims`, `${page}?tab=claims`],
  ['/trusts?q=contoso%2Fpay-api&sort=-age', '/trusts?q=contoso%2Fpay-api&sort=-age'],
  ['/trusts?q=https%3A%2F%2Fevil.example', '/trusts?q=https%3A%2F%2Fevil.example'],
  ['/trusts?next=//evil.example', '/trusts?next=//evil.example'],
  ['/trusts#top', '/trusts'],
  ['/identities/mi/a/%E6%9D%B1%E4%BA%AC/c', '/identities/mi/a/%E6%9D%B1%E4%BA%AC/c'],
])('keeps page and query of %s', (wanted, kept) => {
  expect(safeReturnTo(wanted)).toBe(kept)
})

test('answers with a path on this origin for every hostile form, as a browser would read it', () => {
  for (const wanted of hostile) {
    expect(new URL(safeReturnTo(wanted), 'https://portal.contoso.com').origin).toBe(
      'https://portal.contoso.com',
    )
  }
})
