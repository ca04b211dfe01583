import type { Application } from '../../kernel/entities/directory.ts'
import { applicationKey } from '../../kernel/entities/federated-credential.ts'
import { entityType, type Item, type View } from '../core/entity-type.ts'
import { replica } from '../core/replica.ts'
import { credentialType } from '../credentials/credential-type.ts'
import { principalItems } from '../service-principals/principal-type.ts'
import { applicationShape, emptyApplication } from './application-shape.ts'

const text = 'eq ne not ge le in startsWith null'
const credentialText = 'eq startsWith advanced'

/** https://learn.microsoft.com/graph/api/resources/application */
export const applicationType = entityType<Application>(
  {
    name: 'application',
    resource: 'Application',
    properties: Object.keys(emptyApplication),
    betaProperties: ['authenticationBehaviors', 'createdByAppId', 'isDisabled'],
    filters: {
      id: 'eq ne not in',
      appId: 'eq ne not in',
      applicationTemplateId: 'eq not ne null',
      createdDateTime: 'eq ne not ge le in null advanced',
      description: 'eq ne not ge le startsWith null advanced',
      displayName: `${text} endsWith`,
      identifierUris: 'eq ne ge le startsWith any',
      publisherDomain: 'eq ne ge le startsWith',
      signInAudience: 'eq ne not ge le in startsWith null',
      tags: 'eq not ge le startsWith',
      uniqueName: 'eq ne not ge le in startsWith null',
      'appRoles/id': 'eq not',
      'web/redirectUris': 'eq not startsWith advanced',
      'requiredResourceAccess/resourceAppId': 'eq not ge le advanced',
      'federatedIdentityCredentials/name': credentialText,
      'federatedIdentityCredentials/issuer': credentialText,
      'federatedIdentityCredentials/subject': credentialText,
      'federatedIdentityCredentials/$count': 'eq0 ne0',
      'owners/$count': 'eq0 ne0',
      'keyCredentials/$count': 'eq0 ne0',
      'passwordCredentials/$count': 'eq0 ne0',
    },
    order: ['displayName', 'createdDateTime'],
    search: ['displayName', 'description'],
    navigations: [
      'owners',
      'federatedIdentityCredentials',
      'appManagementPolicies',
      'extensionProperties',
      'createdOnBehalfOf',
    ],
  },
  { id: ({ objectId }) => objectId, json: applicationShape, navigate },
)

function navigate(application: Application, name: string, view: View): readonly Item[] {
  if (name === 'owners') return principalItems(application.ownerIds, view)
  if (name !== 'federatedIdentityCredentials') return []
  return replica(view.world, 'credentials')
    .by('parent', applicationKey(application.objectId))
    .map((credential) => credentialType.item(credential, view))
}
