import { expect, test } from 'vitest'
import { checkTrust } from '../../check-trust.ts'
import { aksIssuer, rightTrust, saidOf } from '../../../testing/said.ts'

test.each([
  [{ subject: 'repo:octo-org/*' }, 'wildcard-in-subject'],
  [{ subject: 'repo:octo-org/shop:*' }, 'wildcard-in-subject'],
  [{ subject: 'repo:octo-org/shop:ref:*' }, 'wildcard-in-subject'],
  [{ subject: 'repo:octo-org/shop:ref:refs/heads/release/**' }, 'wildcard-in-subject'],
  [
    { issuer: 'https://gitlab.com', subject: 'project_path:contoso/*:ref_type:branch:ref:main' },
    'wildcard-in-subject',
  ],
  [{ issuer: aksIssuer, subject: 'system:serviceaccount:shop:*' }, 'wildcard-in-subject'],
  [{ subject: "claims['sub'] matches 'repo:octo-org/*'" }, 'expression-in-subject'],
  [{ issuer: 'https://*.contoso.com', subject: 'a' }, 'wildcard-in-issuer'],
  [{ audiences: ['api://*'] }, 'wildcard-in-audience'],
  [{ subject: 'repo:octo-org/shop:ref:refs/heads/(main|dev)' }, 'wildcard-not-a-pattern'],
])('%j is no pattern', (change, code) => {
  expect(saidOf(change)[0]).toBe(code)
})

test('a question mark may belong to the value', () => {
  expect(saidOf({ issuer: 'https://oidc.contoso.com', subject: 'why?' })).toEqual([])
})

test('a pattern on an application is offered where Azure takes expressions', () => {
  const fixOf = (parentKind: 'application' | 'managedIdentity') =>
    checkTrust({ ...rightTrust, subject: 'repo:octo-org/*' }, { parentKind }).causes[0]?.fix
  expect(fixOf('application')).toContain('repository_owner_id')
  expect(fixOf('managedIdentity')).not.toContain('expression')
})
