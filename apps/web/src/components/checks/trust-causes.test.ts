import { expect, test } from 'vitest'
import { sampleTrust } from '../testing/sample-trust.ts'
import { repositoryOf } from './repository-of.ts'
import { notSaidTwice, trustCauses } from './trust-causes.ts'

const issuer = 'https://token.actions.githubusercontent.com'
const audiences = ['api://AzureADTokenExchange']
const right = { issuer, subject: 'repo:contoso/pay:environment:prod', audiences }

test.each([
  ['an issuer that is not typed yet', { issuer: '' }],
  ['a subject that is not typed yet', { subject: '' }],
  ['no subject at all', { subject: null }],
])('%s is not judged', (_, change) => {
  expect(trustCauses({ ...right, ...change }, {})).toEqual([])
})

test('a right trust has nothing against it', () => {
  expect(trustCauses(right, { parentKind: 'managedIdentity' })).toEqual([])
})

test('a subject that differs from a stored one in letter case alone is told', () => {
  const stored = sampleTrust({ issuer, subject: 'repo:contoso/pay:environment:Prod' })
  expect(trustCauses(right, { siblings: [stored] })[0]).toMatchObject({
    code: 'subject-case',
    severity: 'warn',
  })
})

test('what the form says at its own place is left out', () => {
  const stored = sampleTrust({ issuer, subject: right.subject, name: 'pay' })
  expect(trustCauses({ ...right, name: 'pay' }, { siblings: [stored] })).toEqual([])
})

test('what the engine says is not said by the preset too, and the rest is', () => {
  const causes = trustCauses({ ...right, subject: 'repo:contoso/*' }, {})
  const words = { severity: 'warn', text: '', fix: '' } as const
  const warnings = [
    { code: 'wildcard', ...words },
    { code: 'name-based-subject', ...words },
  ] as const
  expect(notSaidTwice(warnings, causes).map(({ code }) => code)).toEqual(['name-based-subject'])
})

test.each([
  ['another platform', 'https://gitlab.com', 'repo:contoso/pay:ref:refs/heads/main'],
  ['a template of its own', issuer, 'repository_owner:contoso:environment:prod'],
  ['an address that leads up', issuer, 'repo:contoso/..:environment:prod'],
  ['an owner with a blank', issuer, 'repo:con toso/pay:environment:prod'],
  ['an endless text', issuer, `repo:${'a'.repeat(5000)}/pay:x`],
])('GitHub is not asked about a subject of %s', (_, from, subject) => {
  expect(repositoryOf(from, subject)).toBeNull()
})

test.each([
  ['repo:contoso/pay:environment:prod'],
  ['repo:contoso@5544123/pay@821093847:ref:refs/heads/main'],
  ['repo:contoso/pay'],
])('GitHub is asked about the repository of %s', (subject) => {
  expect(repositoryOf(`${issuer}/`, subject)).toEqual({ owner: 'contoso', name: 'pay' })
})
