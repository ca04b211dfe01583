import type { Entities } from './entities.ts'
import { parentKey } from './entities/federated-credential.ts'

type Indexes<T> = Record<string, (value: T) => string | readonly string[]>

/**
 * Every collection and what else than its key it is found by. An index gives the value (or values) an entry is
 * listed under.
 */
export const collections = {
  users: { username: (user) => user.username.toLowerCase() },
  groups: { member: (group) => group.memberIds },
  directoryRoleMembers: { principal: (member) => member.principalId },
  applications: {
    objectId: (application) => application.objectId,
    identifierUri: (application) => application.identifierUris,
    uniqueName: (application) => application.uniqueName ?? [],
    owner: (application) => application.ownerIds,
  },
  deletedApplications: {},
  directoryAudits: {},
  servicePrincipals: {
    appId: (principal) => principal.appId,
    owner: (principal) => principal.ownerIds,
  },
  permissionGrants: { client: (grant) => grant.clientId },
  appRoleAssignments: {
    principal: (assignment) => assignment.principalId,
    resource: (assignment) => assignment.resourceId,
  },
  credentials: { parent: (credential) => parentKey(credential.parent) },
  subscriptions: {},
  resourceGroups: { subscription: (group) => group.subscriptionId.toLowerCase() },
  identities: {
    clientId: (identity) => identity.clientId,
    principalId: (identity) => identity.principalId,
    subscription: (identity) => identity.subscriptionId.toLowerCase(),
    group: (identity) => `${identity.subscriptionId}/${identity.resourceGroup}`.toLowerCase(),
  },
  roleAssignments: { principal: (assignment) => assignment.principalId },
  roleDefinitions: {},
  resources: { type: (resource) => resource.type.toLowerCase() },
  deployments: { scope: (deployment) => deployment.scope.toLowerCase() },
  providerRegistrations: {},
  activityEvents: { subscription: (event) => event.subscriptionId.toLowerCase() },
  refreshTokens: { session: (token) => token.sessionId },
  sessions: { user: (session) => session.userObjectId },
  authorizationCodes: {},
  deviceCodes: { userCode: (code) => code.userCode },
  signIns: {},
  signInActivities: {},
  githubOwners: {},
  githubRepositories: {
    id: (repository) => String(repository.id),
    owner: (repository) => repository.owner.toLowerCase(),
    formerName: (repository) => repository.formerNames,
  },
  githubCodes: {},
  githubUserTokens: { refresh: (token) => token.refreshHash },
  genericIssuers: {},
  plantedFaults: {},
} as const satisfies { [Name in keyof Entities]: Indexes<Entities[Name]> }

export type IndexOf<Name extends keyof Entities> = keyof (typeof collections)[Name] & string
