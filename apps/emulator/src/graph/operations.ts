import type { Operation } from '../kernel/operation.ts'
import { addApplicationOwner } from './applications/add-application-owner.ts'
import { addPassword } from './applications/add-password.ts'
import { createApplication } from './applications/create-application.ts'
import { deleteApplication } from './applications/delete-application.ts'
import { getApplication } from './applications/get-application.ts'
import { listApplicationOwners } from './applications/list-application-owners.ts'
import { listApplications } from './applications/list-applications.ts'
import { removeApplicationOwner } from './applications/remove-application-owner.ts'
import { removePassword } from './applications/remove-password.ts'
import { updateApplication } from './applications/update-application.ts'
import { postBatch } from './batch/post-batch.ts'
import { answerPreflight } from './core/answer-preflight.ts'
import { refuseUnknown } from './core/refuse-unknown.ts'
import { createCredential } from './credentials/create-credential.ts'
import { deleteCredential } from './credentials/delete-credential.ts'
import { getCredential } from './credentials/get-credential.ts'
import { listCredentials } from './credentials/list-credentials.ts'
import { updateCredential } from './credentials/update-credential.ts'
import { getDeletedItem } from './deleted-items/get-deleted-item.ts'
import { listDeletedApplications } from './deleted-items/list-deleted-applications.ts'
import { purgeDeletedItem } from './deleted-items/purge-deleted-item.ts'
import { restoreDeletedItem } from './deleted-items/restore-deleted-item.ts'
import { createAppRoleAssignment } from './grants/create-app-role-assignment.ts'
import { createGrant } from './grants/create-grant.ts'
import { deleteAppRoleAssignment } from './grants/delete-app-role-assignment.ts'
import { deleteGrant } from './grants/delete-grant.ts'
import { getGrant } from './grants/get-grant.ts'
import { listAppRoleAssignments } from './grants/list-app-role-assignments.ts'
import { listGrants } from './grants/list-grants.ts'
import { listPrincipalGrants } from './grants/list-principal-grants.ts'
import { updateGrant } from './grants/update-grant.ts'
import { getGroup } from './groups/get-group.ts'
import { listGroupMembers } from './groups/list-group-members.ts'
import { listGroups } from './groups/list-groups.ts'
import { getMe } from './me/get-me.ts'
import { listMemberOf } from './me/list-member-of.ts'
import { listOrganization } from './me/list-organization.ts'
import { listOwnedObjects } from './me/list-owned-objects.ts'
import { checkMemberGroups } from './member-groups/check-member-groups.ts'
import { getMemberGroups } from './member-groups/get-member-groups.ts'
import { getByIds } from './objects/get-by-ids.ts'
import { getDirectoryObject } from './objects/get-directory-object.ts'
import { getDirectoryRole } from './roles/get-directory-role.ts'
import { getRoleDefinition } from './roles/get-role-definition.ts'
import { listDirectoryRoleAssignments } from './roles/list-directory-role-assignments.ts'
import { listDirectoryRoles } from './roles/list-directory-roles.ts'
import { listRoleDefinitions } from './roles/list-role-definitions.ts'
import { listRoleMembers } from './roles/list-role-members.ts'
import { listRoleTemplates } from './roles/list-role-templates.ts'
import { createPrincipal } from './service-principals/create-principal.ts'
import { deletePrincipal } from './service-principals/delete-principal.ts'
import { getPrincipalCredential } from './service-principals/get-principal-credential.ts'
import { getPrincipal } from './service-principals/get-principal.ts'
import { listPrincipalCredentials } from './service-principals/list-principal-credentials.ts'
import { listPrincipalOwners } from './service-principals/list-principal-owners.ts'
import { listPrincipals } from './service-principals/list-principals.ts'
import { refusePrincipalCredential } from './service-principals/refuse-principal-credential.ts'
import { updatePrincipal } from './service-principals/update-principal.ts'
import { getSignIn } from './sign-ins/get-sign-in.ts'
import { listAudits } from './sign-ins/list-audits.ts'
import { getActivity } from './sign-ins/get-sign-in-activity.ts'
import { listActivities } from './sign-ins/list-sign-in-activities.ts'
import { listSignIns } from './sign-ins/list-sign-ins.ts'
import { getUser } from './users/get-user.ts'
import { listUsers } from './users/list-users.ts'

/** What the emulator answers of Microsoft Graph. */
export const graphOperations: readonly Operation[] = [
  ...getMe,
  ...listMemberOf,
  ...listOrganization,
  ...listOwnedObjects,
  ...checkMemberGroups,
  ...getMemberGroups,
  ...listUsers,
  ...getUser,
  ...listGroups,
  ...getGroup,
  ...listGroupMembers,
  ...getByIds,
  ...getDirectoryObject,
  ...listDirectoryRoles,
  ...getDirectoryRole,
  ...listRoleMembers,
  ...listRoleTemplates,
  ...listDirectoryRoleAssignments,
  ...listRoleDefinitions,
  ...getRoleDefinition,
  ...listApplications,
  ...getApplication,
  ...createApplication,
  ...updateApplication,
  ...deleteApplication,
  ...addPassword,
  ...removePassword,
  ...listApplicationOwners,
  ...addApplicationOwner,
  ...removeApplicationOwner,
  ...listCredentials,
  ...getCredential,
  ...createCredential,
  ...updateCredential,
  ...deleteCredential,
  ...listPrincipals,
  ...getPrincipal,
  ...createPrincipal,
  ...updatePrincipal,
  ...deletePrincipal,
  ...listPrincipalCredentials,
  ...getPrincipalCredential,
  ...refusePrincipalCredential,
  ...listGrants,
  ...getGrant,
  ...createGrant,
  ...updateGrant,
  ...deleteGrant,
  ...listPrincipalGrants,
  ...listAppRoleAssignments,
  ...createAppRoleAssignment,
  ...deleteAppRoleAssignment,
  ...listPrincipalOwners,
  ...listSignIns,
  ...getSignIn,
  ...listActivities,
  ...getActivity,
  ...listAudits,
  ...listDeletedApplications,
  ...getDeletedItem,
  ...restoreDeletedItem,
  ...purgeDeletedItem,
  ...postBatch,
  ...refuseUnknown,
  ...answerPreflight,
]
