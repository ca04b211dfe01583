import { faults } from '../core/faults.ts'
import { graphOperation } from '../core/graph-operation.ts'
import { keyIn, keyText } from '../core/keys.ts'
import { permissions } from '../core/permissions.ts'
import { refuse } from '../core/refusal.ts'
import { entityAnswer } from '../query/entity-answer.ts'
import { activityType } from './activity-type.ts'
import { demandSignInReader } from './demand-report-reader.ts'

export const getActivity = graphOperation({
  id: 'graph/get-sign-in-activity',
  method: 'GET',
  path: '/reports/servicePrincipalSignInActivities[activity]',
  summary: 'When one application or managed identity last signed in',
  source: 'https://learn.microsoft.com/graph/api/serviceprincipalsigninactivity-get?view=graph-rest-beta',
  permissions: permissions.readActivities,
  quota: 'reports',
  versions: ['beta'],
  handle: (call) => {
    demandSignInReader(call, permissions.readActivities)
    const id = keyText(keyIn(call, 'activity'))
    const row = call.world.store.signInActivities.get(Buffer.from(id, 'base64').toString())
    if (!row) throw refuse(faults.notFound(id))
    const context = 'reports/servicePrincipalSignInActivities/$entity'
    return entityAnswer(call, activityType.item(row, call), context)
  },
})
