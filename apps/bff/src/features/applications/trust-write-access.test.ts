import { expect, test } from 'vitest'
import { trustWriteAccess } from './trust-write-access.ts'

const owner = { objectId: 'DANA', kind: 'user', displayName: null, username: null } as const
const administrator = '9B895D92-2cd3-44c7-9d02-a6ac2d5ea5c3'
const reader = '88d8e3e3-8f55-4a1e-953a-9b9898b8876b'
const write = ['Application.ReadWrite.All']

test.each([
  ['an owner', [owner], [], write, true, 'owner'],
  ['an administrator', [], [administrator], write, true, 'directory-role'],
  ['somebody with another role', [], [reader], write, false, null],
  ['somebody whose roles Graph hides', [], null, write, true, null],
  ['an owner, where the portal may only read', [owner], [], ['Application.Read.All'], false, 'owner'],
  ['somebody whose roles are hidden, where it may only read', [], null, [], false, null],
] as const)(
  '%s may write trusts as far as that is known',
  (_, owners, roles, permissions, allowed, because) => {
    const rights = { appId: 'a', callerObjectId: 'dana', owners, roles, permissions }
    expect(trustWriteAccess(rights)).toMatchObject({ allowed, because })
  },
)
