import { faults } from '../core/faults.ts'
import { graphOperation } from '../core/graph-operation.ts'
import { keyIn, keyText } from '../core/keys.ts'
import { permissions } from '../core/permissions.ts'
import { refuse } from '../core/refusal.ts'
import { entityAnswer } from '../query/entity-answer.ts'
import { findObject } from './find-object.ts'

export const getDirectoryObject = graphOperation({
  id: 'graph/get-directory-object',
  method: 'GET',
  path: '/directoryObjects[object]',
  summary: 'An object of any type by its object id',
  source: 'https://learn.microsoft.com/graph/api/directoryobject-get',
  permissions: permissions.readDirectory,
  handle: (call) => {
    const id = keyText(keyIn(call, 'object'))
    const item = findObject(id, call)
    if (!item) throw refuse(faults.notFound(id))
    return entityAnswer(call, item, 'directoryObjects/$entity', { mixed: true })
  },
})
