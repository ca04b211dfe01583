import type { User } from '../kernel/entities/directory.ts'
import type { EmulatorResponse } from '../kernel/operation.ts'
import { graphError } from '../kernel/vendor-errors.ts'
import { graphOperation, type GraphCall } from './graph-operation.ts'
import { selectFrom } from './select.ts'

export const getMe = graphOperation({
  id: 'graph/get-me',
  method: 'GET',
  path: '/me',
  summary: 'The signed-in person',
  source: 'https://learn.microsoft.com/graph/api/user-get',
  handle: me,
})

function me(call: GraphCall): EmulatorResponse {
  const { request, world, caller, version } = call
  const context = { request, clock: world.clock }
  if (caller.kind === 'app') {
    return graphError(
      400,
      'BadRequest',
      '/me request is only valid with delegated authentication flow.',
      context,
    )
  }
  const user = world.store.users.get(caller.objectId)
  if (!user) {
    const message = `Resource '${caller.objectId}' does not exist or one of its queried reference-property objects are not present.`
    return graphError(404, 'Request_ResourceNotFound', message, context)
  }
  const outcome = selectFrom(call, userShape(user), 'user')
  if ('refused' in outcome) return outcome.refused
  const fragment = outcome.names.length > 0 ? `(${outcome.names.join(',')})` : ''
  return {
    status: 200,
    body: {
      '@odata.context': `${request.origin}/${version}/$metadata#users${fragment}/$entity`,
      ...outcome.selected,
    },
  }
}

/** The properties that Graph returns when nothing is selected. */
function userShape({ objectId, username, displayName }: User): Record<string, unknown> {
  const space = displayName.indexOf(' ')
  return {
    businessPhones: [],
    displayName,
    givenName: space === -1 ? null : displayName.slice(0, space),
    jobTitle: null,
    mail: username,
    mobilePhone: null,
    officeLocation: null,
    preferredLanguage: null,
    surname: space === -1 ? null : displayName.slice(space + 1),
    userPrincipalName: username,
    id: objectId,
  }
}
