import { expect, test } from 'vitest'
import { compareToken } from './compare-token.ts'
import { explainError } from './explain-error.ts'
import { timeOf } from '../testing/time-of.ts'

const million = 1_000_000
const trusts = [
  {
    name: 'main',
    issuer: 'https://token.actions.githubusercontent.com',
    subject: 'repo:contoso/pay-api:environment:prod',
    audiences: ['api://AzureADTokenExchange'],
  },
]

const runs = (piece: string) => piece.repeat(Math.ceil(million / piece.length))
const texts: readonly (readonly [string, string])[] = [
  ['letters', runs('a')],
  ['blanks', runs(' ')],
  ['blanks before a letter', `${runs(' ')}x`],
  ['lines', runs('\n')],
  ['tabs and lines', runs('\t\n')],
  ['backslashes', runs('\\')],
  ['backslashes before a letter', `${runs('\\')}x`],
  ['escaped quotes', runs('\\"')],
  ['opened tags', runs('<')],
  ['starts of tags', runs('<a ')],
  ['tags', runs('<br>')],
  ['entities', runs('&amp;')],
  ['ampersands', runs('&')],
  ['percent signs', `AADSTS700213%3a${runs('%27')}`],
  ['codes', runs('AADSTS700213: ')],
  ['cut codes', runs('AADSTS')],
  ['starts of assertions', runs("assertion subject '")],
  ['starts of issuers', runs('Assertion Issuer: ')],
  ['starts of applications', runs('Application with identifier ')],
  ['starts of tenants', runs('Tenant ')],
  ['starts of resources', runs('resource principal named ')],
  ['starts of claims', runs('must contain the ')],
  ['starts of clients', runs('The client ')],
  ['code lists', runs('error_codes: ')],
  ['keys of tokens', runs('eyJ')],
  ['dots', runs('.')],
  ['parts of tokens', runs('eyJ.')],
  ['colours', runs('\u001b[')],
  ['frames', runs('│')],
  ['frames in lines', runs('│ \n')],
  ['quotes', runs("'")],
  ['quote marks of mail', runs('> ')],
  ['brackets', runs('[')],
  ['braces', runs('{"a":')],
  ['labels', runs('issuer - https://x\n')],
  ['actions', runs("perform action '")],
  ['words of plumbing', runs('give id-token has ')],
  ['words of the network', runs('ECONNREFUSED ')],
  ['words of chains', runs('DefaultAzureCredential EnvironmentCredential ')],
  ['words of policies', runs('claim with value ')],
  ['status words', runs('status code: ')],
  [
    'stars',
    `AADSTS700213: No matching federated identity record found for presented assertion subject '${'*'.repeat(899)}'`,
  ],
  ['binary', runs('\u0000\u0001\ufffd\u200b')],
]

/** The best of several runs, since the first ones compile: a run within the limit ends it. */
function bestTime(work: () => void, limit = 100): number {
  let best = Number.POSITIVE_INFINITY
  for (let run = 0; run < 10 && best >= limit; run += 1) best = Math.min(best, timeOf(work))
  return best
}

test.each(texts)('a million marks of an error, %s, are answered in 100 ms', (_name, text) => {
  expect(bestTime(() => explainError(text, { trusts }))).toBeLessThan(100)
})

test.each(texts)('a million marks of a token, %s, are answered in 100 ms', (_name, text) => {
  expect(bestTime(() => compareToken(text, trusts))).toBeLessThan(100)
})

test.each([
  ['*:/.-_ a', 'subjects of many words'],
  ['a:', 'many colons'],
  ['repo:', 'many starts'],
  ['\\', 'backslashes'],
  ['A', 'one letter'],
])('long claims of %j (%s) beside twenty trusts are answered in 100 ms', (piece) => {
  const long = piece.repeat(Math.ceil(60_000 / piece.length))
  const many = Array.from({ length: 20 }, (_, at) => ({
    name: `t${at}`,
    issuer: `https://x/${long.slice(0, 550)}`,
    subject: `${at}${long.slice(0, 590).toLowerCase()}`,
    audiences: [long.slice(0, 600)],
  }))
  const claims = { iss: long, sub: long, aud: [long, long], exp: 1 }
  const work = () =>
    compareToken({ header: { alg: long, kid: long, typ: long }, claims }, many, {
      now: '2026-08-03T10:00:00Z',
    })
  expect(bestTime(work)).toBeLessThan(100)
})

/** As many as the largest tenant has. */
const tenant = Array.from({ length: 50_000 }, (_, at) => ({
  name: `t${at}`,
  issuer: at % 2 === 0 ? 'https://token.actions.githubusercontent.com' : 'https://gitlab.com',
  subject: `repo:contoso/service-${at}:environment:prod`,
  audiences: ['api://AzureADTokenExchange'],
}))
const claims = {
  iss: 'https://token.actions.githubusercontent.com',
  sub: 'repo:contoso/Service-32000:environment:prod',
  aud: 'api://AzureADTokenExchange',
}
const refusal = `AADSTS700213: No matching federated identity record found for presented assertion subject '${claims.sub}'.`
const elsewhere = { otherParents: [{ name: 'id-other', trusts: tenant }] }

test('50,000 trusts are compared in 100 ms, and the nearest is found among them', () => {
  expect(explainError(refusal, { trusts: tenant }).nearest[0]?.trust.name).toBe('t32000')
  expect(bestTime(() => explainError(refusal, { trusts: tenant }))).toBeLessThan(100)
  expect(bestTime(() => compareToken({ claims }, tenant))).toBeLessThan(100)
})

test('the fitting trust among 50,000 of other identities is found in 10 ms', () => {
  const sub = 'repo:contoso/service-49998:environment:prod'
  const look = () => compareToken({ claims: { ...claims, sub } }, trusts, elsewhere)
  expect(look().causes[0]?.code).toBe('trust-on-other-identity')
  expect(bestTime(look, 10)).toBeLessThan(10)
})
