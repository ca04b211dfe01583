import { secondFactorCode } from '../../entra/core/second-factor.ts'
import type { Operation } from '../../kernel/operation.ts'
import { browsePage, mono } from './browse-table.ts'

export const getBrowsePeople: Operation = {
  id: 'controls/get-browse-people',
  method: 'GET',
  path: '/_emulator/browse/people',
  summary: 'Page with the people of the tenant, their passwords and what they may do where',
  source: 'the emulator itself',
  handle: (_request, world) =>
    browsePage(world, {
      title: 'People',
      above: [{ address: '/_emulator/browse', name: 'Tenant' }],
      columns: [
        { name: 'Name' },
        { name: 'Username' },
        { name: 'Password' },
        { name: 'Second factor' },
        { name: 'Role assignments', number: true },
      ],
      rows: world.store.users.list().map((user) => {
        const { objectId, displayName, username, password } = user
        return [
          displayName,
          username,
          mono(password),
          mono(secondFactorCode(user)),
          world.store.roleAssignments.by('principal', objectId).length,
        ]
      }),
      empty: 'The tenant has no people.',
    }),
}
