import { execFileSync } from 'node:child_process'
import type { Cause } from '@trustwright/federation'
import type { Trust, TrustParent } from '@trustwright/shared-schemas'
import { expect, test } from 'vitest'
import { TrustSearch, WizardSearch, parseSearch } from '../../search.ts'
import { changeAddress, changeCommand, createAddress, issuerOf, valuesToSet } from './fixes.ts'
import { tenantTrust } from './scope.ts'

const issuer = 'https://token.actions.githubusercontent.com'
const audience = 'api://AzureADTokenExchange'
const identity: TrustParent = {
  kind: 'managedIdentity',
  subscriptionId: '3d5a7c10-0001-4e2b-9c4d-a1b2c3d4e501',
  resourceGroup: 'rg-pay',
  identityName: 'id-pay',
}

function trustOf(values: Partial<Trust>) {
  const stored: Trust = {
    parent: identity,
    resourceId: '/one',
    name: 'gh-pay',
    issuer,
    subject: 'repo:contoso/pay-api:environment:prod',
    audiences: [audience],
    oddities: [],
    fingerprint: 'f',
    createdAt: null,
    firstSeenAt: null,
    seen: null,
    ...values,
  }
  return tenantTrust(stored, 'id-pay')
}

function setting(
  field: 'issuer' | 'subject' | 'name',
  value: string,
  severity: Cause['severity'] = 'block',
): Cause {
  const words = { text: 't', evidence: 'e', fix: 'f' }
  return {
    family: 'issuer',
    code: 'issuer-slash',
    severity,
    certainty: 'certain',
    ...words,
    action: { kind: 'set', field, value },
  }
}

test('one change carries every value that the causes would set; the best cause wins', () => {
  const causes = [
    setting('subject', 'one'),
    setting('issuer', `${issuer}/`),
    setting('subject', 'two'),
    setting('name', 'never'),
    setting('issuer', 'https://note.contoso.com', 'info'),
  ]
  expect(valuesToSet(causes)).toEqual({ subject: 'one', issuer: `${issuer}/` })
})

test.each([
  'repo:Contoso/Pay-API:environment:Prod',
  'repo:contoso/pay api:environment:a&b=c#d',
  'system:serviceaccount:pay:api',
  `/eid1/c/pub/t/x/${'a'.repeat(500)}/`,
])('the address of a change brings the subject %j back whole', (subject) => {
  const { search } = new URL(changeAddress(trustOf({}), { subject }), 'https://portal.example')
  expect(TrustSearch.parse(parseSearch(search))).toMatchObject({ change: '1', subject })
})

test('a new trust is opened in the words of its platform, on the identity that is known', () => {
  const create = {
    kind: 'create',
    issuer,
    subject: 'repo:contoso/pay-api:environment:prod',
    audience,
  } as const
  const { pathname, search } = new URL(createAddress(create, identity, 'public'), 'https://portal.example')
  expect(pathname).toBe('/new')
  const values = WizardSearch.parse(parseSearch(search))
  expect(values).toMatchObject({
    preset: 'github-actions',
    owner: 'contoso',
    repository: 'pay-api',
    environment: 'prod',
    identity: 'id-pay',
  })
  expect(search).not.toContain('audience')
})

test('claims of no known platform open the form of any issuer, with an audience that is not the usual one', () => {
  const create = {
    kind: 'create',
    issuer: 'https://oidc.contoso.com',
    subject: 'job-1',
    audience: 'api://own',
  } as const
  const { search } = new URL(createAddress(create, null, 'public'), 'https://portal.example')
  expect(WizardSearch.parse(parseSearch(search))).toMatchObject({
    preset: 'other-issuer',
    issuer: 'https://oidc.contoso.com',
    subject: 'job-1',
    audience: 'api://own',
  })
})

test.each([
  ['a quote', "repo:contoso/it's:environment:prod"],
  ['a command between', 'repo:contoso/$(touch x)`id`:environment:prod'],
  ['a line break', 'repo:contoso/a\nb:environment:prod'],
  ['what looks like a flag', '--name x'],
])('a subject with %s reaches the command as one word', (_, subject) => {
  for (const trust of [
    trustOf({}),
    trustOf({ parent: { kind: 'application', appId: 'cccccccc-1111-2222-3333-444444444444' } }),
  ]) {
    const command = changeCommand(trust, { subject }) ?? ''
    const script = `az() { printf '%s\\0' "$@"; }\n${command}`
    const words = execFileSync('sh', ['-c', script], { encoding: 'utf8' }).split('\0')
    const parameters = words[words.indexOf('--parameters') + 1] ?? ''
    const read: unknown = words.includes('--parameters')
      ? (JSON.parse(parameters) as { subject: string }).subject
      : words[words.indexOf('--subject') + 1]
    expect(read).toBe(subject)
  }
})

test('a pattern has no command: az takes none', () => {
  expect(changeCommand(trustOf({ subject: null, expression: "claims['sub'] matches 'x'" }), {})).toBeNull()
})

test.each([
  ['repo:contoso/pay-api:ref:refs/heads/main', issuer],
  ['project_path:contoso/pay:ref_type:branch:ref:main', undefined],
  ['repo:', undefined],
])('the issuer of the subject %j alone is %s', (subject, expected) => {
  expect(
    issuerOf({ issuer: undefined, subject, audiences: undefined, claims: {}, header: {}, source: 'log' }),
  ).toBe(expected)
})
