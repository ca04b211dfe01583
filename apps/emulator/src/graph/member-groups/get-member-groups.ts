import { z } from 'zod'
import { graphOperation } from '../core/graph-operation.ts'
import { parseFields } from '../core/parse-fields.ts'
import { permissions } from '../core/permissions.ts'
import { readObject } from '../core/read-object.ts'
import { contextOf } from '../query/context.ts'
import { groupIdsOf } from './group-ids-of.ts'

const schema = z.strictObject({ securityEnabledOnly: z.boolean().nullish() })

export const getMemberGroups = graphOperation({
  id: 'graph/get-member-groups',
  method: 'POST',
  path: [
    '/me',
    '/users[user]',
    '/groups[object]',
    '/directoryObjects[object]',
    '/servicePrincipals[object]',
  ].map((who) => `${who}/getMemberGroups`),
  summary: 'Ids of the groups that somebody belongs to',
  source: 'https://learn.microsoft.com/graph/api/directoryobject-getmembergroups',
  permissions: permissions.readDirectory,
  handle: (call) => {
    parseFields(schema, readObject(call), 'DirectoryObject')
    return {
      status: 200,
      body: {
        '@odata.context': contextOf(call, 'Collection(Edm.String)', undefined),
        value: groupIdsOf(call),
      },
    }
  },
})
