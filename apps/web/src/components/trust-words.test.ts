import { expect, test } from 'vitest'
import { trustSentence, trustWords } from './trust-words.ts'

const github = 'https://token.actions.githubusercontent.com'

test.each([
  [
    github,
    'repo:contoso/pay-api:environment:prod',
    'GitHub Actions contoso/pay-api, environment prod can sign in as id',
  ],
  [
    github,
    'repo:contoso@1/pay-api@2:ref:refs/heads/main',
    'GitHub Actions contoso/pay-api, branch main can sign in as id',
  ],
  [
    'https://cluster.fabrikam.example/',
    'system:serviceaccount:shop:api',
    'Kubernetes shop/api, cluster.fabrikam.example can sign in as id',
  ],
])('%s %s reads: %s', (issuer, subject, sentence) => {
  expect(trustSentence(trustWords({ issuer, subject }), 'id')).toBe(sentence)
})

test.each([
  ['', null],
  ['not an address', null],
  ['https://', ''],
  ['https://issuer.example', '\u0000\uffff'],
  [github, 'repo:'],
  [github, 'repo:::::'],
  [github, `repo:${'x'.repeat(600)}`],
  ['https://issuer.example', '=cmd|calc'],
])('whatever Azure stored is shown, never thrown: %j %j', (issuer, subject) => {
  const words = trustWords({ issuer, subject })
  expect(words.workload).not.toBe('')
  expect(typeof words.platform).toBe('string')
})

test('a trust without a subject says so', () => {
  expect(trustWords({ issuer: github, subject: null }).workload).toBe('no subject stored')
})

test('a flexible credential is told by its pattern, not as a trust without a subject', () => {
  const expression = "claims['sub'] matches 'repo:contoso/pay-api:*'"
  const words = trustWords({ issuer: github, subject: null, expression })
  expect(words).toMatchObject({ platform: 'GitHub', mark: 'github', workload: expression, raw: true })
  expect(trustWords({ issuer: '', subject: null, expression }).workload).toBe(expression)
  expect(trustWords({ issuer: github, subject: null, expression: '' }).workload).toBe('no subject stored')
})
