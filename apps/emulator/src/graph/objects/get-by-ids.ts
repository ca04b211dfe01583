import { z } from 'zod'
import { graphOperation } from '../core/graph-operation.ts'
import { parseFields } from '../core/parse-fields.ts'
import { permissions } from '../core/permissions.ts'
import { readObject } from '../core/read-object.ts'
import { contextOf } from '../query/context.ts'
import { readOptions } from '../query/query-options.ts'
import { project, readSelection } from '../query/select.ts'
import { directoryObjectType } from './directory-object-type.ts'
import { findObject } from './find-object.ts'

const schema = z.strictObject({
  ids: z.array(z.string()).min(1).max(1000),
  types: z.array(z.string()).nullish(),
})

export const getByIds = graphOperation({
  id: 'graph/get-by-ids',
  method: 'POST',
  path: ['/directoryObjects/getByIds', '/directoryObjects/microsoft.graph.getByIds'],
  summary: 'Objects of several types by their object ids; what is not there is left out',
  source: 'https://learn.microsoft.com/graph/api/directoryobject-getbyids',
  permissions: permissions.readDirectory,
  handle: (call) => {
    const { ids, types } = parseFields(schema, readObject(call), 'DirectoryObject')
    const wanted = types?.map((type) => type.toLowerCase()) ?? []
    const everything = wanted.length === 0 || wanted.includes('directoryobject')
    const selection = readSelection(readOptions(call.request.query).select, directoryObjectType, call.version)
    const items = [...new Set(ids)].flatMap((id) => findObject(id, call) ?? [])
    const kept = items.filter(({ type }) => everything || wanted.includes(type.name.toLowerCase()))
    return {
      status: 200,
      body: {
        '@odata.context': contextOf(call, 'directoryObjects', selection),
        value: kept.map((item) => ({
          '@odata.type': `#microsoft.graph.${item.type.name}`,
          ...project(item, selection, call.version),
        })),
      },
    }
  },
})
