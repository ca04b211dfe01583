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

const id = "claims['repository_id'] eq '42'"

test.each([
  [
    github,
    `claims['sub'] matches 'repo:contoso/pay-api:ref:refs/heads/*' and ${id}`,
    'GitHub Actions contoso/pay-api, branch *, by pattern can sign in as id',
  ],
  [
    github,
    `claims['sub'] matches 'repo:contoso/pay-*' and ${id}`,
    'GitHub Actions contoso/pay-*, any run, by pattern can sign in as id',
  ],
  [
    'https://gitlab.com',
    "claims['sub'] matches 'project_path:contoso/pay-api:ref_type:branch:ref:*' and claims['project_id'] eq '1'",
    'GitLab contoso/pay-api, branch *, by pattern can sign in as id',
  ],
  ['https://oidc.example', "claims['sub'] matches 'a*'", 'oidc.example a*, by pattern can sign in as id'],
  [github, id, `GitHub Actions ${id}, by pattern can sign in as id`],
  [github, 'unreadable', 'GitHub Actions unreadable, by pattern can sign in as id'],
])(
  'a flexible credential of %s is told by the pattern of its subject: %s',
  (issuer, expression, sentence) => {
    expect(trustSentence(trustWords({ issuer, subject: null, expression }), 'id')).toBe(sentence)
  },
)

test('where two terms look at the subject, neither stands for both', () => {
  const expression =
    "claims['sub'] matches 'repo:contoso/*' and claims['sub'] matches '*:ref:refs/heads/main'"
  expect(trustWords({ issuer: github, subject: null, expression }).workload).toBe(expression)
})

test('a flexible credential is never told as a trust without a subject', () => {
  const expression = "claims['sub'] matches 'repo:contoso/pay-api:*'"
  expect(trustWords({ issuer: '', subject: null, expression }).workload).toBe('repo:contoso/pay-api:*')
  expect(trustWords({ issuer: github, subject: null, expression: '' }).workload).toBe('no subject stored')
})
