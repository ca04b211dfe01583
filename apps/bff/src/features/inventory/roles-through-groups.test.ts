import { expect, test } from 'vitest'
import { PortalError } from '../../errors.ts'
import { buildTestApp } from '../../testing/build-test-app.ts'
import { forThisFile } from '../../testing/for-this-file.ts'
import { quickly, wholePass } from '../../testing/inventory-world.ts'
import { noFindings } from '../../testing/no-findings.ts'
import { syntheticArm, toSubscription } from '../../testing/synthetic-arm.ts'
import { syntheticDirectory } from '../../testing/synthetic-directory.ts'
import { startTestPostgres } from '../../testing/test-postgres.ts'

const postgres = forThisFile(startTestPostgres)

const small = { subscriptions: 2, identitiesEach: 2, trustsEach: 2 }

test('what a group holds is held by the identities in it, and a group that cannot be read is told', async () => {
  const groupId = '00000000-0000-4000-8000-00000000000a'
  const scope = toSubscription(1).subscriptionId
  const role = { id: '/x/owner', roleName: 'Owner', permissions: [], dataActions: [] }
  const assignment = {
    id: '/y/1',
    scope: `/subscriptions/${scope}`,
    roleDefinitionId: '/x/owner',
    principalId: groupId,
    principalKind: 'group' as const,
    condition: null,
    description: null,
  }
  const one = <T>(item: T) => Promise.resolve({ items: [item], total: 1, nextCursor: null })
  const arm = syntheticArm(small, {
    listRoleDefinitions: () => one(role),
    listPrincipalRoles: () => one(assignment),
  })
  const inside = syntheticDirectory({
    listDirectoryRoles: () =>
      one({ id: 'r', templateId: 't-r', displayName: 'Global Reader', isPrivileged: true }),
    listDirectoryRoleHolders: () => one({ principalId: 'g-2', roleDefinitionId: 'r', scope: '/' }),
    findGroups: async (_, ids) => ids.filter((id) => id === 'g-2'),
    listGroupPrincipals: async (_, ids) => new Map(ids.map((id) => [id, ['P']])),
  })
  const rolesIn = async (directory: ReturnType<typeof syntheticDirectory>) => {
    const overrides = { arm, directory, findings: noFindings() }
    const portal = await buildTestApp({ postgres, overrides, environment: quickly })
    const dana = await portal.signedIn('developer')
    const { parents, unreadable } = await wholePass(dana)
    await portal.close()
    const [{ roles, directoryRoles } = { roles: null, directoryRoles: null }] = parents
    return { roles, directoryRoles, unreadable: unreadable.filter(({ kind }) => kind === 'facts') }
  }
  expect(await rolesIn(inside)).toMatchObject({
    roles: { known: true, value: [{ roleName: 'Owner', scope: assignment.scope }] },
    directoryRoles: { known: true, value: [{ displayName: 'Global Reader' }] },
    unreadable: [],
  })
  const hidden = syntheticDirectory({
    listGroupPrincipals: () => Promise.reject(new PortalError('FORBIDDEN', { detail: 'No.' })),
  })
  expect(await rolesIn(hidden)).toMatchObject({
    roles: { known: true, value: [] },
    unreadable: [{ scope: '/groups', code: 'FORBIDDEN' }],
  })
})
