import { expect, test } from 'vitest'
import type { AppRoleFact, DirectoryRoleFact, RoleFact } from '../facts/access.ts'
import { known, unknown } from '../facts/fact.ts'
import type { FindingTrust } from '../facts/inventory.ts'
import { findingOf, gapsOf, saidOf } from '../testing/one-tenant.ts'

const group = '/subscriptions/s/resourceGroups/rg-shop'
const own = 'x/aaaaaaaa-2222-4333-8444-555555555555'

function role(change: Partial<RoleFact>): RoleFact {
  const read = { ownerLike: false, canWrite: false, conditioned: false }
  const where = { scope: group, scopeKind: 'resource-group', broad: false } as const
  return { ...where, ...read, roleDefinitionId: own, roleName: 'Own role', ...change }
}

const unreadable = { roleName: null, ownerLike: null, canWrite: null }
const broad = { scope: '/subscriptions/s', scopeKind: 'subscription', broad: true } as const
const owner = { ownerLike: true, canWrite: true }
const graph = { resourceAppId: '00000003-0000-0000-c000-000000000000', resourceName: 'Microsoft Graph' }

test.each<[string, RoleFact[], readonly string[]]>([
  ['Owner of a subscription', [role({ ...owner, ...broad })], ['wide-role critical']],
  ['Owner of a group, behind a lesser role', [role({}), role(owner)], ['wide-role high']],
  ['writes in a subscription', [role({ ...broad, canWrite: true })], ['wide-role high']],
  ['may write in a subscription', [role({ ...broad, canWrite: null })], ['wide-role high']],
  ['reads a subscription', [role(broad)], ['wide-role low']],
  [
    'Owner whose definition nobody may read',
    [role({ ...unreadable, roleDefinitionId: 'x/8E3AF657-A8FF-443C-A75C-2FE8C4BCB635' })],
    ['wide-role high'],
  ],
  ['writes in a group', [role({ canWrite: true })], []],
])('roles in Azure: %s', (_case, roles, said) => {
  expect(saidOf({ parent: { roles: known(roles) } })).toEqual(said)
})

test('roles that nobody could read are not judged', () => {
  expect(gapsOf({ parent: { roles: known([role(unreadable)]) } })).toEqual(['wide-role not-told'])
  expect(gapsOf({ parent: { roles: unknown('not-allowed') } })).toEqual(['wide-role not-allowed'])
})

const permission = (value: string | null, change: Partial<AppRoleFact> = {}) => ({
  ...graph,
  value,
  ...change,
})
const inDirectory = (roleTemplateId: string, isPrivileged: boolean | null): DirectoryRoleFact => ({
  roleTemplateId,
  isPrivileged,
  displayName: 'A role',
  scope: '/',
})

test.each<[string, AppRoleFact[], DirectoryRoleFact[], readonly string[]]>([
  [
    'makes itself an administrator',
    [permission('RoleManagement.ReadWrite.Directory')],
    [],
    ['privileged-directory-access critical'],
  ],
  ['writes all groups', [permission('Group.ReadWrite.All')], [], ['privileged-directory-access high']],
  ['reads all mail', [permission('Mail.Read')], [], ['privileged-directory-access high']],
  ['reads users', [permission('User.Read.All')], [], []],
  [
    'the same name at another API',
    [permission('RoleManagement.ReadWrite.Directory', { resourceAppId: own })],
    [],
    [],
  ],
  [
    'Global Administrator',
    [],
    [inDirectory('62E90394-69f5-4237-9190-012177145e10', null)],
    ['privileged-directory-access critical'],
  ],
  [
    'a role of their own that Graph calls privileged',
    [],
    [inDirectory(own, true)],
    ['privileged-directory-access high'],
  ],
  ['a role that Graph calls plain', [], [inDirectory(own, false)], []],
])('access in the directory: %s', (_case, appRoles, directoryRoles, said) => {
  expect(saidOf({ parent: { appRoles: known(appRoles), directoryRoles: known(directoryRoles) } })).toEqual(
    said,
  )
})

test('a role of which nobody knows whether it is privileged is not judged; one known fault is enough without the rest', () => {
  expect(gapsOf({ parent: { directoryRoles: known([inDirectory(own, null)]) } })).toEqual([
    'privileged-directory-access not-told',
  ])
  expect(gapsOf({ parent: { appRoles: known([permission(null)]) } })).toEqual([
    'privileged-directory-access not-told',
  ])
  const partly = { appRoles: unknown('failed'), directoryRoles: known([inDirectory(own, true)]) }
  expect(saidOf({ parent: partly })).toEqual(['privileged-directory-access high'])
})

const pulls = { subject: 'repo:octo-org@1/shop@2:pull_request' }
const matching = (subject: string): Partial<FindingTrust> => ({
  subject: null,
  expression: `claims['sub'] matches '${subject}' and claims['repository_id'] eq '2'`,
})
const writing = { roles: known([role({ canWrite: true })]) }

test.each<[string, Partial<FindingTrust>, boolean]>([
  ['a trust for them', pulls, true],
  ['a pattern for any run', matching('repo:octo-org/shop:*'), true],
  ['a pattern over repositories', matching('repo:octo-org/*'), true],
  ['a pattern that ends with them', matching('repo:octo-org/*:pull_request'), true],
  ['a pattern for branches', matching('repo:octo-org/shop:ref:*'), false],
  [
    'a pattern for environments of that name',
    matching('repo:octo-org/shop:environment:*pull_request'),
    false,
  ],
  ['an environment of that name', { subject: 'repo:octo-org@1/shop@2:environment:production' }, false],
  ['a trust that no token fits', { subject: `${pulls.subject} ` }, false],
])('pull requests that write: %s', (_case, trust, isFound) => {
  expect(saidOf({ trust, parent: writing }).includes('pull-request-write high')).toBe(isFound)
})

test.each<[string, Parameters<typeof saidOf>[0], readonly string[]]>([
  ['only reads', { parent: { roles: known([role({})]) } }, []],
  [
    'writes by a permission',
    { parent: { appRoles: known([permission('Sites.Selected.Write')]) } },
    ['pull-request-write high'],
  ],
  [
    'writes in public',
    { parent: writing, repository: { visibility: 'public' } },
    ['pull-request-write critical'],
  ],
])('a pull request whose identity %s', (_case, change, said) => {
  expect(saidOf({ trust: pulls, ...change })).toEqual(said)
})

test('pull requests whose access is not known are not judged, and none is called harmless by what is known', () => {
  expect(gapsOf({ trust: pulls, parent: { roles: known([role(unreadable)]) } })).toContain(
    'pull-request-write not-told',
  )
  expect(gapsOf({ trust: pulls, parent: { appRoles: unknown('failed') } })).toContain(
    'pull-request-write failed',
  )
})

test('a trust whose parent was not read is not judged by any rule that needs it', () => {
  const gaps = gapsOf({ trust: { ...pulls, parentKey: 'unread' }, inventory: { parents: [] } })
  expect(gaps).toEqual([
    'privileged-directory-access not-read',
    'wide-role not-read',
    'pull-request-write not-read',
    'policy-refuses not-read',
    'aks-managed not-read',
  ])
})

test('the evidence names roles and scopes in their own letters', () => {
  const { evidence } = findingOf('wide-role', {
    parent: { roles: known([role({ ...owner, roleName: 'Owner' })]) },
  })
  expect(evidence).toBe(`Owner at ${group}`)
})
