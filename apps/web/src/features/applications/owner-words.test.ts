import type { ApplicationOwner } from '@trustwright/shared-schemas'
import { expect, test } from 'vitest'
import { ownerWords } from './owner-words.ts'

const dana: ApplicationOwner = {
  objectId: 'AAAA',
  kind: 'user',
  displayName: 'Dana Developer',
  username: 'dana@contoso.onmicrosoft.com',
}

test.each([
  [{}, 'Dana Developer (dana@contoso.onmicrosoft.com), you'],
  [{ objectId: 'bbbb' }, 'Dana Developer (dana@contoso.onmicrosoft.com)'],
  [{ displayName: null }, 'dana@contoso.onmicrosoft.com, you'],
  [{ displayName: null, username: null, objectId: 'bbbb' }, 'bbbb'],
  [
    { kind: 'servicePrincipal', displayName: 'deployer', username: null, objectId: 'bbbb' },
    'deployer, service principal',
  ],
] as const)('an owner with %j is told as %j', (changes, words) => {
  expect(ownerWords({ ...dana, ...changes }, 'aaaa')).toBe(words)
})
