import * as z from 'zod'
import type { Directory, Person } from '../directory-port.ts'
import { foundOrNull } from './found-or-null.ts'
import { eventual, quoted } from './graph-client.ts'
import type { GraphMethods } from './graph-methods.ts'
import { readPageOf } from './graph-shapes.ts'

/** https://learn.microsoft.com/graph/api/resources/user */
const User = z.looseObject({
  id: z.string(),
  displayName: z.string().nullish(),
  userPrincipalName: z.string().nullish(),
  accountEnabled: z.boolean().nullish(),
})

const fields = 'id,displayName,userPrincipalName,accountEnabled'
const most = 10

/** https://learn.microsoft.com/graph/api/user-list and https://learn.microsoft.com/graph/api/user-get */
export function peopleMethods({ read }: GraphMethods): Pick<Directory, 'findPerson' | 'searchPeople'> {
  return {
    async searchPeople(caller, text) {
      const begins = ['displayName', 'userPrincipalName'].map(
        (field) => `startswith(${field},${quoted(text)})`,
      )
      const request = {
        path: '/v1.0/users',
        headers: eventual,
        query: { $filter: begins.join(' or '), $select: fields, $count: 'true', $top: String(most) },
      }
      const asked = { request, expects: 'list', need: 'readPeople', scope: '/' } as const
      return readPageOf(User, await read(caller, asked)).items.map(toPerson)
    },
    async findPerson(caller, key) {
      const request = { path: `/v1.0/users/${encodeURIComponent(key)}`, query: { $select: fields } }
      const asked = { request, expects: 'object', need: 'readPeople', scope: '/' } as const
      const found = await foundOrNull(read(caller, asked), 'Request_ResourceNotFound')
      return found === null ? null : toPerson(User.parse(found))
    },
  }
}

function toPerson({ accountEnabled, displayName, id, userPrincipalName }: z.output<typeof User>): Person {
  return {
    objectId: id.toLowerCase(),
    username: userPrincipalName ?? id,
    displayName: displayName ?? '',
    enabled: accountEnabled ?? null,
  }
}
