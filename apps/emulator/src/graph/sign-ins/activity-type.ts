import type { LastSignIn, SignInActivity } from '../../kernel/entities/sign-ins.ts'
import { entityType, type JsonObject } from '../core/entity-type.ts'
import { instant } from '../core/instant.ts'

/** https://learn.microsoft.com/graph/api/resources/serviceprincipalsigninactivity?view=graph-rest-beta */
export const activityType = entityType<SignInActivity>(
  {
    name: 'servicePrincipalSignInActivity',
    resource: 'ServicePrincipalSignInActivity',
    properties: [
      'id',
      'appId',
      'delegatedClientSignInActivity',
      'delegatedResourceSignInActivity',
      'applicationAuthenticationClientSignInActivity',
      'applicationAuthenticationResourceSignInActivity',
      'lastSignInActivity',
    ],
    filters: { id: 'eq', appId: 'eq', 'lastSignInActivity/lastSignInDateTime': 'ge le gt lt' },
    order: [],
    search: [],
    navigations: [],
    directoryObject: false,
  },
  { id: ({ appId }) => activityId(appId), json: shape },
)

/** Base64 of the application id, as in the vendor's example. */
export function activityId(appId: string): string {
  return Buffer.from(appId).toString('base64')
}

function shape(activity: SignInActivity): JsonObject {
  const { appId, delegatedClient, delegatedResource, applicationClient, applicationResource } = activity
  const all = [delegatedClient, delegatedResource, applicationClient, applicationResource]
  const [latest = null] = all.filter((each) => each !== null).toSorted((one, other) => other.at - one.at)
  return {
    id: activityId(appId),
    appId,
    delegatedClientSignInActivity: signInShape(delegatedClient),
    delegatedResourceSignInActivity: signInShape(delegatedResource),
    applicationAuthenticationClientSignInActivity: signInShape(applicationClient),
    applicationAuthenticationResourceSignInActivity: signInShape(applicationResource),
    lastSignInActivity: signInShape(latest),
  }
}

function signInShape(last: LastSignIn | null): JsonObject | null {
  return last && { lastSignInDateTime: instant(last.at), lastSignInRequestId: last.requestId }
}
