import { readFileSync } from 'node:fs'
import { explainError } from '@trustwright/federation'
import { expect, test } from 'vitest'
import { DoctorSearch, parseSearch } from '../../search.ts'
import { carriesToken, problemsOfLink, textOfLink } from './doctor-address.ts'

const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
const token = `${part({ alg: 'RS256' })}.${part({ sub: 'repo:contoso/pay-api:environment:prod' })}.${'s'.repeat(86)}`

test('a link with code, issuer and subject is read as the error it stands for', () => {
  const search = DoctorSearch.parse(
    parseSearch(
      '?code=700213&issuer=https://token.actions.githubusercontent.com&subject=repo:contoso/pay-api:environment:prod',
    ),
  )
  const { code, quoted } = explainError(textOfLink(search))
  expect(code).toBe('AADSTS700213')
  expect(quoted).toMatchObject({
    issuer: 'https://token.actions.githubusercontent.com',
    subject: 'repo:contoso/pay-api:environment:prod',
  })
})

test.each([
  ['by its number', '700213', 'AADSTS700213'],
  ['by its whole name', 'AADSTS700213', 'AADSTS700213'],
  ['of Graph', 'Authorization_RequestDenied', 'Authorization_RequestDenied'],
])('a code %s is understood', (_, code, text) => {
  expect(textOfLink({ code })).toBe(text)
})

test('a link that says nothing leaves the box empty', () => {
  expect(textOfLink({})).toBe('')
  expect(textOfLink({ subject: '  ', code: '' })).toBe('')
})

test.each([
  ['in the value of a subject', `?subject=${token}`, ''],
  ['under a name of its own', `?token=${token}`, ''],
  ['under any name', `?x=${token}`, ''],
  ['behind #', '', `#id_token=${token}`],
  ['behind # without a name', '', `#${token}`],
  ['encoded', `?issuer=${encodeURIComponent(`Bearer ${token}`)}`, ''],
  ['encoded with broken percent signs', `?issuer=%zz${token}`, ''],
  ['that is opaque', '?access_token=ghs_16C7e42F292c6912E7710c838347Ae', ''],
  ['as an assertion', '?client_assertion=abcdefghijkl', ''],
])('a token %s is found in an address', (_, search, hash) => {
  expect(carriesToken({ search, hash })).toBe(true)
})

test.each([
  '?code=700213&issuer=https://token.actions.githubusercontent.com&subject=repo:contoso/pay-api:environment:prod',
  '?issuer=https://westeurope.oic.prod-aks.azure.com/8f1f3b0e-6a52-4d1c-9a3e-2b7c5d4e6f10/5e9d2c81-7a34-4f60-8b1d-c0ffee5e9d2c/',
  '?subject=system:serviceaccount:pay:api&audience=api://AzureADTokenExchange',
  '',
])('the address %j carries none', (search) => {
  expect(carriesToken({ search, hash: '' })).toBe(false)
})

test('a value that looks like a token never reaches the page', () => {
  const search = DoctorSearch.parse(
    parseSearch(`?code=700213&subject=${token}&issuer=${token}&token=${token}`),
  )
  expect(JSON.stringify(search)).not.toContain(token.slice(0, 40))
  expect(search.code).toBe('700213')
})

const guide = readFileSync(new URL('../../../../../docs/links.md', import.meta.url), 'utf8')
const links = guide.match(/^\/doctor\?.*$/gm) ?? []

test('the guide has links, and every value of one stands in it', () => {
  expect(links.length).toBeGreaterThan(2)
  for (const name of Object.keys(DoctorSearch.shape)) expect(guide).toContain(`\`${name}\``)
})

test.each(links)('the guide’s link is understood whole: %s', (link) => {
  const given = parseSearch(link.slice('/doctor'.length))
  expect(DoctorSearch.parse(given)).toEqual(given)
  expect(carriesToken({ search: link.slice('/doctor'.length), hash: '' })).toBe(false)
})

const subscription = '3d5a7c10-0001-4e2b-9c4d-a1b2c3d4e501'
test.each([
  ['a name of a claim', '?sub=repo:contoso/pay-api:environment:prod', /“sub” is not read: .*“subject”/],
  ['a name of an older form', '?error=700213', /“error” is not read: .*“code”/],
  ['a name of nothing', '?code=700213&constructor=1', /“constructor” is not known/],
  ['half an identity', '?identity=id-pay', /not told whole/],
  ['a client ID that is none', '?application=pay', /not told whole/],
  ['an endless subject', `?subject=repo:${'a'.repeat(800)}`, /“subject” is too long/],
])('a link with %s says what was not read', (_, address, words) => {
  expect(problemsOfLink(address).join(' ')).toMatch(words)
})

test.each([
  '',
  '?code=700213&issuer=https://oidc.contoso.com/&',
  `?subscription=${subscription}&group=rg-pay&identity=id-pay`,
  `?application=${subscription}`,
  `?token=${token}`,
])('a link that is understood, or told about elsewhere, is not complained of: %s', (address) => {
  expect(problemsOfLink(address)).toEqual([])
})
