import type { GraphCall } from '../core/graph-call.ts'
import { graphOperation } from '../core/graph-operation.ts'
import { permissions } from '../core/permissions.ts'
import { entityAnswer } from '../query/entity-answer.ts'
import { readOptions } from '../query/query-options.ts'
import { keyShape } from './application-shape.ts'
import { applicationType } from './application-type.ts'
import { applicationToRead } from './find-application.ts'

export const getApplication = graphOperation({
  id: 'graph/get-application',
  method: 'GET',
  path: '/applications[application]',
  summary: 'One application, by object id, application id or unique name',
  source: 'https://learn.microsoft.com/graph/api/application-get',
  permissions: permissions.readApplications,
  handle: (call) => {
    const application = applicationToRead(call)
    const item = applicationType.item(application, call)
    const withKeys = {
      ...item,
      json: () => ({
        ...item.json(),
        keyCredentials: application.keyCredentials.map((key) => keyShape(key, keysAsked(call))),
      }),
    }
    return entityAnswer(call, withKeys, 'applications/$entity')
  },
})

function keysAsked(call: GraphCall): boolean {
  return /(^|,)\s*keyCredentials\s*(,|$)/i.test(readOptions(call.request.query).select ?? '')
}
