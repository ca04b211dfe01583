import { graphOperation } from '../core/graph-operation.ts'
import { permissions } from '../core/permissions.ts'
import { collectionAnswer } from '../query/list-answer.ts'
import { wantedValue } from '../query/wanted-value.ts'
import { activityType } from './activity-type.ts'
import { demandSignInReader } from './demand-report-reader.ts'

export const listActivities = graphOperation({
  id: 'graph/list-sign-in-activities',
  method: 'GET',
  path: '/reports/servicePrincipalSignInActivities',
  summary: 'When each application and managed identity last signed in, as client and as resource',
  source:
    'https://learn.microsoft.com/graph/api/reportroot-list-serviceprincipalsigninactivities?view=graph-rest-beta',
  permissions: permissions.readActivities,
  quota: 'reports',
  versions: ['beta'],
  handle: (call) => {
    demandSignInReader(call, permissions.readActivities)
    const { signInActivities } = call.world.store
    return collectionAnswer(call, {
      type: activityType.info,
      context: 'reports/servicePrincipalSignInActivities',
      items: (filter) => {
        const appId = wantedValue(filter, 'appId')
        const one = appId === undefined ? undefined : signInActivities.get(appId)
        const rows = appId === undefined ? signInActivities.list() : one ? [one] : []
        return rows.map((row) => activityType.item(row, call))
      },
    })
  },
})
