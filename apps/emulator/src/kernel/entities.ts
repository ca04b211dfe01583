import type {
  Application,
  AppRoleAssignment,
  DeletedApplication,
  DirectoryAudit,
  DirectoryRoleMember,
  Group,
  PermissionGrant,
  ServicePrincipal,
  User,
} from './entities/directory.ts'
import type { FederatedCredential } from './entities/federated-credential.ts'
import type {
  GenericIssuer,
  GithubCode,
  GithubOwner,
  GithubRepository,
  GithubUserToken,
} from './entities/github.ts'
import type {
  ActivityEvent,
  Deployment,
  ManagedIdentity,
  ProviderRegistration,
  ResourceGroup,
  RoleAssignment,
  RoleDefinition,
  StoredResource,
  Subscription,
} from './entities/resources.ts'
import type { PlantedFault } from './entities/answer-sheet.ts'
import type {
  AuthorizationCode,
  DeviceCode,
  RefreshToken,
  Session,
  SignIn,
  SignInActivity,
} from './entities/sign-ins.ts'

/** The tenant's state, as the vendor's documents describe it. Key of each collection in brackets. */
export interface Entities {
  /** [objectId] */
  users: User
  /** [objectId] */
  groups: Group
  /** [`{roleTemplateId}/{principalId}`] */
  directoryRoleMembers: DirectoryRoleMember
  /** [appId] */
  applications: Application
  /** [objectId] */
  deletedApplications: DeletedApplication
  /** [id] */
  directoryAudits: DirectoryAudit
  /** [objectId] */
  servicePrincipals: ServicePrincipal
  /** [id] */
  permissionGrants: PermissionGrant
  /** [id] */
  appRoleAssignments: AppRoleAssignment
  /** [resource id, lower case, or `/applications/{objectId}/federatedidentitycredentials/{id}`] */
  credentials: FederatedCredential
  /** [subscriptionId] */
  subscriptions: Subscription
  /** [`/subscriptions/{id}/resourcegroups/{name}`, lower case] */
  resourceGroups: ResourceGroup
  /** [resource id, lower case] */
  identities: ManagedIdentity
  /** [`{scope}/providers/Microsoft.Authorization/roleAssignments/{name}`, lower case] */
  roleAssignments: RoleAssignment
  /** [name, a GUID] */
  roleDefinitions: RoleDefinition
  /** [resource id, lower case] */
  resources: StoredResource
  /** [resource id, lower case] */
  deployments: Deployment
  /** [`{subscriptionId}/{namespace}`, lower case]; absent means registered */
  providerRegistrations: ProviderRegistration
  /** [eventId] */
  activityEvents: ActivityEvent
  /** [token hash] */
  refreshTokens: RefreshToken
  /** [sessionId] one for each sign-in of a person in a browser */
  sessions: Session
  /** [code hash] authorization codes, kept after use so that a second use is told apart from an unknown code */
  authorizationCodes: AuthorizationCode
  /** [code hash] */
  deviceCodes: DeviceCode
  /** [id] */
  signIns: SignIn
  /** [appId] */
  signInActivities: SignInActivity
  /** [login, lower case] */
  githubOwners: GithubOwner
  /** [`owner/name`, lower case] */
  githubRepositories: GithubRepository
  /** [code hash] */
  githubCodes: GithubCode
  /** [token hash] */
  githubUserTokens: GithubUserToken
  /** [address of the discovery document] */
  genericIssuers: GenericIssuer
  /** [`{fault} {key of the trust or parent}`] */
  plantedFaults: PlantedFault
}
