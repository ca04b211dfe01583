import { expect, test } from 'vitest'
import { identitiesBy } from './to-scan.ts'

test.each([
  ['nothing is read yet', {}, null],
  ['only others are read', { applications: null }, null],
  ['the list is read half', { servicePrincipals: 'next' }, 'list'],
  ['the list is read', { servicePrincipals: null }, 'list'],
  [
    'Graph counted more than it listed',
    { servicePrincipals: null, servicePrincipalsIncomplete: 'counted' },
    'list',
  ],
  ['Graph refused the list', { servicePrincipalsIncomplete: 'refused' }, 'each'],
  ['the list broke off', { servicePrincipals: 'next', servicePrincipalsIncomplete: 'refused' }, 'each'],
])('where %s, identities were read as it is told', (_, cursors, told) => {
  expect(identitiesBy(cursors)).toBe(told)
})
