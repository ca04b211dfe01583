import { expect, test } from 'vitest'
import {
  Audience,
  Audiences,
  Description,
  IdentityName,
  Issuer,
  LocationName,
  ResourceGroupName,
  Subject,
  SubscriptionId,
  TrustName,
} from './primitives.ts'

const names = ['a b', '-abc', '_abc', 'ab', '', 'a'.repeat(121), 'abc\n', 'abc.', 'abc/d', 'ümlaut', 'a:b']

test.each(names)('refuses the trust name %j', (name) => {
  expect(TrustName.safeParse(name).success).toBe(false)
})

test.each(['abc', '0-a', 'gh-pay-api_production', 'a'.repeat(120)])('takes the trust name %s', (name) => {
  expect(TrustName.parse(name)).toBe(name)
})

const issuers = [
  '',
  ' https://oidc.fabrikam.com',
  'https://oidc.fabrikam.com ',
  'https://oidc.fabrikam.com\n',
  'https://oidc.fabrikam.com\u00a0',
  'https://oidc.fabrikam.com/\u200b',
  'https://oidc.fabrikam.com/\u202ea',
  'https://oidc.fabrikam.com/\ud800',
  'http://oidc.fabrikam.com',
  'HTTPS://oidc.fabrikam.com',
  'oidc.fabrikam.com',
  'ftp://oidc.fabrikam.com',
  'https:oidc.fabrikam.com',
  'https:/oidc.fabrikam.com',
  'https:///oidc.fabrikam.com',
  'https:\\\\oidc.fabrikam.com',
  'https://',
  'https://oidc.fabrikam.com?tenant=1',
  'https://oidc.fabrikam.com?',
  'https://oidc.fabrikam.com#key',
  'https://oidc.fabrikam.com#',
  'https://user@oidc.fabrikam.com',
  'https://user:pass@oidc.fabrikam.com',
  'https://:pass@oidc.fabrikam.com',
  'https://@oidc.fabrikam.com',
  'https://oidc.fabrikam.com:',
  'https://oidc%2efabrikam.com',
  'https://oidc.fabrikam.com\\a',
  'https://oidc.fabri kam.com',
  'https://oidc.fabrikam.com/a b',
  'javascript:alert(1)',
  `https://oidc.fabrikam.com/${'a'.repeat(575)}`,
]

test.each(issuers)('refuses the issuer %j', (issuer) => {
  expect(Issuer.safeParse(issuer).success).toBe(false)
})

test.each([
  'https://token.actions.githubusercontent.com',
  'https://westeurope.oic.prod-aks.azure.com/11111111-2222-3333-4444-555555555555/a/',
  'https://api.fabrikam.com:8443/oidc/@team',
  'https://Oidc.Fabrikam.com',
  `https://oidc.fabrikam.com/${'a'.repeat(574)}`,
])('takes the issuer %s as it is', (issuer) => {
  expect(Issuer.parse(issuer)).toBe(issuer)
})

const texts = [
  '',
  ' a',
  'a ',
  '\ta',
  'a\n',
  'a\r\nb',
  'a\u0000b',
  'a\u0085b',
  '\ufeffa',
  'a\u200bb',
  'x'.repeat(601),
]

test.each(texts)('refuses the subject %j', (subject) => {
  expect(Subject.safeParse(subject).success).toBe(false)
})

test.each([...texts, ' api://AzureADTokenExchange'])('refuses the audience %j', (audience) => {
  expect(Audience.safeParse(audience).success).toBe(false)
})

test.each(['repo:octo-org/octo-repo:environment:Deploy to prod', 'auth0|1', '東京', 'x'.repeat(600)])(
  'takes the subject %s as it is',
  (subject) => {
    expect(Subject.parse(subject)).toBe(subject)
  },
)

test.each([[[]], [['a', 'b']], ['a'], [[' a']], [null]])('refuses the audiences %j', (audiences) => {
  expect(Audiences.safeParse(audiences).success).toBe(false)
})

test.each([
  [ResourceGroupName, 'ends-with-dot.'],
  [ResourceGroupName, ''],
  [ResourceGroupName, 'a'.repeat(91)],
  [ResourceGroupName, 'a/b'],
  [IdentityName, 'ab'],
  [IdentityName, '-abc'],
  [IdentityName, 'a.bc'],
  [IdentityName, 'a'.repeat(129)],
  [LocationName, 'West Europe'],
  [LocationName, ''],
  [SubscriptionId, '11111111-2222-3333-4444-55555555555'],
  [SubscriptionId, '{11111111-2222-3333-4444-555555555555}'],
  [Description, 'x'.repeat(601)],
])('refuses a name outside of Azure’s rules (case %#)', (schema, value) => {
  expect(schema.safeParse(value).success).toBe(false)
})

test('says what is wrong with white space, why, and what to do', () => {
  const message = Audience.safeParse(' api://AzureADTokenExchange').error?.issues[0]?.message
  expect(message).toBe(
    'The audience starts or ends with white space. Azure compares every character, so it would never match: remove it.',
  )
})
