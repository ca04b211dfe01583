import { performance } from 'node:perf_hooks'
import { decodeToken } from '@trustwright/federation'
import { expect, test } from 'vitest'
import { signatureLeftOut, withoutSignatures } from '../../components/diagnosis/without-signatures.ts'
import { excerptOf, isMeantAsToken, mostRead } from './case-text.ts'

const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
const head = part({ alg: 'RS256', kid: '1' })
const body = part({ iss: 'https://oidc.contoso.com', sub: 'repo:contoso/pay-api:environment:prod' })
const signature = 'SIGNATURE_that-nobody-may-keep-0123456789'.repeat(8)
const token = `${head}.${body}.${signature}`

test.each([
  ['alone', token],
  ['behind Bearer', `Authorization: Bearer ${token}`],
  ['in JSON', JSON.stringify({ client_assertion: token, other: 1 })],
  ['in a form', `grant_type=client_credentials&client_assertion=${token}&scope=x`],
  ['at the end of a sentence', `The token was ${token}.`],
  ['twice in a log', `${token}\nAADSTS700213\n${token}`],
  ['over several lines', token.replace(/(.{76})/g, '$1\n')],
  ['over several lines with carriage returns', `Bearer ${token.replace(/(.{60})/g, '$1\r\n')}`],
])('a token %s loses its signature and keeps its claims', (_, text) => {
  const kept = withoutSignatures(text)
  expect(kept).not.toContain('SIGNATURE')
  expect(kept.replace(/\s/g, '')).not.toContain(signature.slice(40, 60))
  expect(kept).toContain(`${head}.${body}.${signatureLeftOut}`)
  expect('claims' in decodeToken(`${head}.${body}.${signatureLeftOut}`)).toBe(true)
})

test.each([
  ['an error', "AADSTS700213: presented assertion subject 'repo:contoso/pay-api:environment:prod'."],
  ['a host name', 'https://oidc.prod-aks.westeurope.azure.contoso.com/11111111-2222-3333-4444-555555555555/'],
  [
    'an encrypted token',
    'eyJhbGciOiJSU0EifQ.aaaaaaaaaaaaaaaa.bbbbbbbbbbbbbbbb.cccccccccccccccc.dddddddddddddd',
  ],
  ['a package name', 'com.contoso.pay.api.v1.DeployToProductionHandler'],
])('%s stays as it is', (_, text) => {
  expect(withoutSignatures(text)).toBe(text)
})

test('of a log of megabytes the lines with the error and the token are read', () => {
  const noise = '2026-11-22T10:00:00Z installing package @contoso/pay 1.2.3 from the registry\n'.repeat(
    40_000,
  )
  const error = "AADSTS700213: No matching federated identity record found for subject 'repo:contoso/a:ref:b'"
  const found = excerptOf(`${noise}${error}\n${noise}${token}\n${noise}`)
  expect(found.length).toBeLessThanOrEqual(mostRead)
  expect(found).toContain(error)
  expect(found).toContain(token)
})

test('of a log of megabytes that names nothing the end is read', () => {
  const found = excerptOf(`${'nothing here\n'.repeat(200_000)}the last line`)
  expect(found.length).toBe(mostRead)
  expect(found.endsWith('the last line')).toBe(true)
})

const megabyte = 1_000_000
test.each([
  ['beginnings of tokens', 'eyJ'.repeat(megabyte / 3)],
  ['beginnings of tokens with dots', 'eyJ.'.repeat(megabyte / 4)],
  ['dots', '.'.repeat(megabyte)],
  ['words of errors', 'error '.repeat(megabyte / 6)],
  ['codes', 'AADSTS700213 '.repeat(megabyte / 13)],
  ['white space', ' \n'.repeat(megabyte / 2)],
  ['nested brackets', '{"a":['.repeat(megabyte / 6)],
])('a megabyte of %s is shortened and cleaned in a moment', (_, text) => {
  const times = [1, 2, 3].map(() => {
    const start = performance.now()
    withoutSignatures(excerptOf(text))
    isMeantAsToken(text.slice(0, mostRead))
    return performance.now() - start
  })
  // The best of three: the machine may be busy with something else.
  expect(Math.min(...times)).toBeLessThan(300)
})

test.each([
  ['a token', token, true],
  ['half of one', head, true],
  ['SAML', '<saml:Assertion xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion">', true],
  ['SAML in base64', 'PHNhbWxwOlJlc3BvbnNlIHhtbG5zOnNhbWxwPSJ1cm46b2FzaXM', true],
  ['an opaque token', 'ghs_16C7e42F292c6912E7710c838347Ae178B4a', true],
  ['a sentence', 'it does not work since this morning', false],
  ['a page', '<html><body>Bad Gateway</body></html>', false],
  ['an address', 'https://github.com/contoso/pay-api', false],
  ['a word', 'hello', false],
])('%s: meant as a token is %s', (_, text, is) => {
  expect(isMeantAsToken(text)).toBe(is)
})
