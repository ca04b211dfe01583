import { expect, test } from 'vitest'
import { wiringSteps, wiringVariables } from './wiring-words.ts'

const identity = {
  kind: 'managedIdentity',
  subscriptionId: 's',
  resourceGroup: 'rg-pay',
  identityName: 'id-pay',
} as const
const code = { language: 'yaml', filename: '.github/workflows/deploy.yml', text: '' } as const

test('an application belongs to no subscription, and its client ID is known before it is read', () => {
  expect(wiringVariables({ kind: 'application', appId: 'a' }, null, 't')).toEqual([
    ['AZURE_CLIENT_ID', 'a'],
    ['AZURE_TENANT_ID', 't'],
  ])
})

test('a client ID that nobody knows yet is left out, not guessed', () => {
  expect(wiringVariables(identity, null, 't').map(([name]) => name)).toEqual([
    'AZURE_TENANT_ID',
    'AZURE_SUBSCRIPTION_ID',
  ])
  expect(wiringVariables(identity, { clientId: 'c', tenantId: null }, 't')[0]).toEqual([
    'AZURE_CLIENT_ID',
    'c',
  ])
})

test.each([
  ['github-workflow', /\.github\/workflows\/deploy\.yml of the repository/],
  ['kubernetes-manifest', /manifest/],
  ['workload', /for GitLab/],
] as const)(
  '%s says where the code goes, and asks for a token only while nothing was seen',
  (form, first) => {
    const job = { form, title: 'GitLab', code }
    expect(wiringSteps(job, false)[0]).toMatch(first)
    expect(wiringSteps(job, false).at(-1)).toMatch(/Paste a token/)
    expect(wiringSteps(job, true).join(' ')).not.toMatch(/Paste a token/)
  },
)
