import { expect, test } from 'vitest'
import { readFailure } from './read-failure.ts'

const subject = 'repo:contoso/shop:environment:prod'
const said = `No matching federated identity record found for presented assertion subject '${subject}'.`

test.each([
  `AADSTS700213: ${said}`,
  `aadsts700213: ${said}`,
  `AADSTS 700213: ${said}`,
  `"error_description":"AADSTS700213: ${said}"`,
  `AADSTS7002\n13: ${said}`,
  said,
  said.replace('environ', 'envi\n   ron'),
  said.replaceAll("'", '"'),
  said.replaceAll("'", '‘'),
  `  on main.tf line 3:\n│ Error: ${said.replace(' subject', '\n│ subject')}`,
  `{"a":"${JSON.stringify({ b: said }).replaceAll('"', '\\"')}"}`,
  `https://x/?error_description=${encodeURIComponent(`AADSTS700213: ${said}`).replaceAll('%20', '+')}`,
])('the code and the subject are read out of %s', (text) => {
  expect(readFailure(text)).toMatchObject({ codes: ['700213'], quoted: { subject } })
})

test.each([
  ['{"error":"invalid_client","error_codes":[700016]}', ['700016']],
  ["'errorCode': 700024", ['700024']],
  ['Sign-in error code: 70025', ['70025']],
  ['50166', ['50166']],
  ['AADSTS70025: a. AADSTS700213: b. AADSTS70025: c.', ['70025', '700213']],
  ['AADSTS999999: a', ['999999']],
  ['error_codes: [12345]', []],
  ['12345678', []],
  ['port 700213 is taken', []],
  ['', []],
])('the codes of %s are %j', (text, codes) => {
  expect(readFailure(text).codes).toEqual(codes)
})

test.each([
  [
    `Assertion Issuer: 'https://x'. Assertion Subject: 'a b'. Assertion Audience: 'c'.`,
    { issuer: 'https://x', subject: 'a b', audience: 'c' },
  ],
  ["Please make sure the federated identity credential Subject is '/eid1/c'", { wantedSubject: '/eid1/c' }],
  [
    "Application with identifier 'x' was not found in the directory 'Contoso'.",
    { client: 'x', directory: 'Contoso' },
  ],
  ["The client '1-2'(shop) has no configured", { client: '1-2' }],
  ["Tenant 'contoso' not found.", { tenant: 'contoso' }],
  ['The resource principal named api://A./default was not found', { resource: 'api://A./default' }],
  ["'ES256' is not a supported signature algorithm", { algorithm: 'ES256' }],
  ['The certificate with identifier k9 used to sign the federated credential', { keyId: 'k9' }],
  [
    'Current time: 2026-08-03T10:42:10.1234567Z, assertion valid from 2026-08-03T10:00:00.0000000Z, expiry time of assertion 2026-08-03T10:05:00.0000000Z.',
    {
      now: '2026-08-03T10:42:10.1234567Z',
      validFrom: '2026-08-03T10:00:00.0000000Z',
      expires: '2026-08-03T10:05:00.0000000Z',
    },
  ],
  [
    'issuer - https://x\nsubject claim - a\naudience - b\njob_workflow_ref - c',
    { issuer: 'https://x', subject: 'a', audience: 'b', workflowRef: 'c' },
  ],
])('%s quotes %j', (text, quoted) => {
  expect(readFailure(text).quoted).toMatchObject(quoted)
})

test('a token and a secret in a log go no further', () => {
  const token = `eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiJodHRwczovL3gifQ.c2ln`
  const { line } = readFailure(`token=${token} client_secret=verysecretvalue AADSTS700213: x`)
  expect(line).not.toContain('eyJ')
  expect(line).not.toContain('verysecret')
})

test.each([
  "assertion subject 'repo:contoso/sh",
  "assertion subject 'repo:contoso/sh. Assertion Audience: 'y'",
  "assertion subject ''",
])('a value that was cut is not taken for whole (%s)', (text) => {
  expect(readFailure(text).quoted).not.toHaveProperty('subject')
})
