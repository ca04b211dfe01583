import { applicationType } from '../applications/application-type.ts'
import { graphOperation } from '../core/graph-operation.ts'
import { permissions } from '../core/permissions.ts'
import { directoryObjectType } from '../objects/directory-object-type.ts'
import { ownedApplications, ownedPrincipals } from '../objects/owned-objects.ts'
import { collectionAnswer, withCount } from '../query/list-answer.ts'
import { principalType } from '../service-principals/principal-type.ts'
import { personIn } from '../users/find-user.ts'

const source = 'https://learn.microsoft.com/graph/api/user-list-ownedobjects'
const mine = ['/me', '/users[user]'] as const
const id = 'graph/list-owned-objects'

/** All of them, or cast to applications or service principals alone. */
export const listOwnedObjects = [
  ...graphOperation({
    id,
    method: 'GET',
    path: mine.flatMap((who) => withCount(`${who}/ownedObjects`)),
    summary: 'Applications and service principals that a person owns',
    source,
    permissions: permissions.readDirectory,
    quota: 'applications',
    handle: (call) => {
      const { objectId } = personIn(call)
      return collectionAnswer(call, {
        type: directoryObjectType,
        context: 'directoryObjects',
        items: [...ownedApplications(objectId, call), ...ownedPrincipals(objectId, call)],
        mixed: true,
      })
    },
  }),
  ...graphOperation({
    id,
    method: 'GET',
    path: mine.flatMap((who) => withCount(`${who}/ownedObjects/microsoft.graph.application`)),
    summary: 'Applications that a person owns',
    source,
    permissions: permissions.readDirectory,
    quota: 'applications',
    handle: (call) =>
      collectionAnswer(call, {
        type: applicationType.info,
        context: 'applications',
        items: ownedApplications(personIn(call).objectId, call),
      }),
  }),
  ...graphOperation({
    id,
    method: 'GET',
    path: mine.flatMap((who) => withCount(`${who}/ownedObjects/microsoft.graph.servicePrincipal`)),
    summary: 'Service principals that a person owns',
    source,
    permissions: permissions.readDirectory,
    quota: 'applications',
    handle: (call) =>
      collectionAnswer(call, {
        type: principalType.info,
        context: 'servicePrincipals',
        items: ownedPrincipals(personIn(call).objectId, call),
      }),
  }),
]
