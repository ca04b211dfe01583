import { z } from 'zod'
import { graphOperation } from '../core/graph-operation.ts'
import { parseFields } from '../core/parse-fields.ts'
import { permissions } from '../core/permissions.ts'
import { readObject } from '../core/read-object.ts'
import { contextOf } from '../query/context.ts'
import { groupIdsOf } from './group-ids-of.ts'

const schema = z.strictObject({ groupIds: z.array(z.string()).max(20) })

export const checkMemberGroups = graphOperation({
  id: 'graph/check-member-groups',
  method: 'POST',
  path: ['/me', '/users[user]', '/directoryObjects[object]', '/servicePrincipals[object]'].map(
    (who) => `${who}/checkMemberGroups`,
  ),
  summary: 'Which of these groups somebody belongs to',
  source: 'https://learn.microsoft.com/graph/api/directoryobject-checkmembergroups',
  permissions: permissions.readDirectory,
  handle: (call) => {
    const { groupIds } = parseFields(schema, readObject(call), 'DirectoryObject')
    const member = groupIdsOf(call)
    return {
      status: 200,
      body: {
        '@odata.context': contextOf(call, 'Collection(Edm.String)', undefined),
        value: groupIds.filter((id) => member.includes(id.toLowerCase())),
      },
    }
  },
})
