import { expect, test } from 'vitest'
import { PortalError } from '../../errors.ts'
import type { Directory } from '../../directory-port.ts'
import { syntheticDirectory } from '../../testing/synthetic-directory.ts'
import { readDirectoryAccess } from './read-directory-access.ts'

const caller = { sessionId: 's', objectId: 'o', tenantId: 't', username: 'dana@contoso.com' }
const developer = 'CF1C38E5-3621-4004-a7cb-879624dced7c'
const cloudAdministrator = '158c047a-c907-4556-b7ef-446551a6b5f7'
const readers = '88d8e3e3-8f55-4a1e-953a-9b9898b8876b'
const refuse = () => Promise.reject(new PortalError('FORBIDDEN'))
const all = ['Application.ReadWrite.All']

async function allowed(permissions: readonly string[], roles: readonly string[]) {
  const answers = {
    listPermissions: async () => permissions,
    listOwnRoles: async () => [...roles],
  } satisfies Partial<Directory>
  const access = await readDirectoryAccess({ directory: syntheticDirectory(answers) }, caller)
  const { readApplications, createApplication, writeTrusts } = access
  return [readApplications.allowed, createApplication.allowed, writeTrusts.allowed]
}

test.each([
  ['no permission', [], [cloudAdministrator], [false, false, false]],
  ['a permission for something else', ['User.Read'], [cloudAdministrator], [false, false, false]],
  ['reading alone', ['Application.Read.All'], [cloudAdministrator], [true, false, false]],
  ['everything but no role', all, [], [null, null, null]],
  ['a reader', all, [readers], [true, null, null]],
  ['a developer', all, [developer], [true, true, null]],
  ['an administrator', all, [cloudAdministrator], [true, true, true]],
])(
  'with %s, reading, registering and writing are known or left open',
  async (_, permissions, roles, expected) => {
    expect(await allowed(permissions, roles)).toEqual(expected)
  },
)

test('what is missing is named before anything is tried', async () => {
  const directory = syntheticDirectory({ listPermissions: refuse, listOwnRoles: refuse })
  const { createApplication } = await readDirectoryAccess({ directory }, caller)
  expect(createApplication).toEqual({
    allowed: false,
    action: 'microsoft.directory/applications/createAsOwner',
    role: 'Application Developer',
    scope: '/',
    because: null,
    permission: 'Application.ReadWrite.All',
    permissionGranted: false,
  })
})

test('not being told the roles leaves it open, a lost session does not', async () => {
  const listPermissions = async () => all
  const open = syntheticDirectory({ listPermissions, listOwnRoles: refuse })
  expect((await readDirectoryAccess({ directory: open }, caller)).createApplication.allowed).toBeNull()
  const lost = syntheticDirectory({
    listPermissions,
    listOwnRoles: () => Promise.reject(new PortalError('SESSION_ENDED')),
  })
  await expect(readDirectoryAccess({ directory: lost }, caller)).rejects.toMatchObject({
    code: 'SESSION_ENDED',
  })
})
