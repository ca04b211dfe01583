/** One permission that Microsoft Graph defines: a delegated scope or an application role. */
export interface GraphPermission {
  id: string
  value: string
  /** Delegated only: whether people may consent for themselves. */
  consent: 'User' | 'Admin'
  title: string
}

/**
 * Delegated permissions the emulator knows.
 * https://learn.microsoft.com/graph/permissions-reference
 */
export const graphScopes: readonly GraphPermission[] = [
  user('37f7f235-527c-4136-accd-4a02d197296e', 'openid', 'Sign users in'),
  user('14dad69e-099b-42c9-810b-d002981feec1', 'profile', "View users' basic profile"),
  user('64a6cdd6-aab1-4aaf-94b8-3cc8405e90d0', 'email', "View users' email address"),
  user(
    '7427e0e9-2fba-42fe-b0c0-848c9e6a8182',
    'offline_access',
    'Maintain access to data you have given it access to',
  ),
  user('e1fe6dd8-ba31-4d61-89e7-88639da4683d', 'User.Read', 'Sign in and read user profile'),
  user('b340eb25-3456-403f-be2f-af7a0d370277', 'User.ReadBasic.All', "Read all users' basic profiles"),
  admin('a154be20-db9c-4678-8ab7-66f6cc099a59', 'User.Read.All', "Read all users' full profiles"),
  admin(
    '204e0828-b5ca-4ad8-b9f3-f32a958e7cc4',
    'User.ReadWrite.All',
    "Read and write all users' full profiles",
  ),
  admin('c79f8feb-a9db-4090-85f9-90d820caa0eb', 'Application.Read.All', 'Read applications'),
  admin(
    'bdfbf15f-ee85-4955-8675-146e8e5296b5',
    'Application.ReadWrite.All',
    'Read and write all applications',
  ),
  admin('e4c9e354-4dc5-45b8-9e7c-e1393b0b1a20', 'AuditLog.Read.All', 'Read audit log data'),
  admin('06da0dbc-49e2-44d2-8312-53f166ab848a', 'Directory.Read.All', 'Read directory data'),
  admin('c5366453-9fb0-48a5-a156-24f0c49a4b84', 'Directory.ReadWrite.All', 'Read and write directory data'),
  admin(
    '0e263e50-5827-48a4-b97c-d940288653c7',
    'Directory.AccessAsUser.All',
    'Access directory as the signed in user',
  ),
  admin('5f8c59db-677d-491f-a6b8-5f174b11ec1d', 'Group.Read.All', 'Read all groups'),
  admin('4e46008b-f24c-477d-8fff-7bb4ec7aafe0', 'Group.ReadWrite.All', 'Read and write all groups'),
  admin('bc024368-1153-4739-b217-4326f2e966d0', 'GroupMember.Read.All', 'Read group memberships'),
  admin('4908d5b9-3fb2-4b1e-9336-1888b7937185', 'Organization.Read.All', 'Read organization information'),
  admin(
    '741c54c3-0c1e-44a1-818b-3f97ab4e8c83',
    'RoleManagement.Read.Directory',
    'Read directory RBAC settings',
  ),
  admin(
    '84bccea3-f856-4a8a-967b-dbe0a3d53a64',
    'AppRoleAssignment.ReadWrite.All',
    'Manage app permission grants and app role assignments',
  ),
  admin(
    '41ce6ca6-6826-4807-84f1-1c82854f7ee5',
    'DelegatedPermissionGrant.ReadWrite.All',
    'Manage all delegated permission grants',
  ),
  admin('572fea84-0151-49b2-9301-11cb16974376', 'Policy.Read.All', "Read your organization's policies"),
]

/** Application permissions the emulator knows; they travel in the `roles` claim. */
export const graphRoles: readonly GraphPermission[] = [
  admin('9a5d68dd-52b0-4cc2-bd40-abcf44ac3a30', 'Application.Read.All', 'Read all applications'),
  admin(
    '1bfefb4e-e0b5-418b-a88f-73c46d2cc8e9',
    'Application.ReadWrite.All',
    'Read and write all applications',
  ),
  admin(
    '18a4783c-866b-4cc7-a460-3d5e5662c884',
    'Application.ReadWrite.OwnedBy',
    'Manage apps that this app creates or owns',
  ),
  admin('b0afded3-3588-46d8-8b3d-9842eff778da', 'AuditLog.Read.All', 'Read all audit log data'),
  admin('7ab1d382-f21e-4acd-a863-ba3e13f7da61', 'Directory.Read.All', 'Read directory data'),
  admin('19dbc75e-c2e2-444c-a770-ec69d8559fc7', 'Directory.ReadWrite.All', 'Read and write directory data'),
  admin('df021288-bdef-4463-88db-98f22de89214', 'User.Read.All', "Read all users' full profiles"),
  admin('5b567255-7703-4780-807c-7be8301ae99b', 'Group.Read.All', 'Read all groups'),
  admin('98830695-27a2-44f7-8c18-0c3ebc9698f6', 'GroupMember.Read.All', 'Read all group memberships'),
  admin('498476ce-e0fe-48b0-b801-37ba7e2685c6', 'Organization.Read.All', 'Read organization information'),
  admin(
    '483bed4a-2ad3-4361-a73b-c83ccdbdc53c',
    'RoleManagement.Read.Directory',
    'Read all directory RBAC settings',
  ),
  admin(
    '06b708a9-e830-4db3-a914-8e69da51d44f',
    'AppRoleAssignment.ReadWrite.All',
    'Manage app permission grants and app role assignments',
  ),
  admin(
    '8e8e4742-1d95-4f68-9d56-6ee75648c72a',
    'DelegatedPermissionGrant.ReadWrite.All',
    'Manage all delegated permission grants',
  ),
  admin('246dd0d5-5bd0-4def-940b-0421030a5b68', 'Policy.Read.All', "Read your organization's policies"),
  admin(
    '9e3f62cf-ca93-4989-b6ce-bf83c28f9fe8',
    'RoleManagement.ReadWrite.Directory',
    'Read and write all directory RBAC settings',
  ),
  admin('810c84a8-4a9e-49e6-bf7d-12d183f40d01', 'Mail.Read', 'Read mail in all mailboxes'),
  admin('e2a3a72e-5f79-4c64-b1b1-878b674786c9', 'Mail.ReadWrite', 'Read and write mail in all mailboxes'),
  admin('b633e1c5-b582-4048-a93e-9f11b44c7e96', 'Mail.Send', 'Send mail as any user'),
  admin('01d4889c-1287-42c6-ac1f-5d1e02578ef6', 'Files.Read.All', 'Read files in all site collections'),
]

function user(id: string, value: string, title: string): GraphPermission {
  return { id, value, consent: 'User', title }
}

function admin(id: string, value: string, title: string): GraphPermission {
  return { id, value, consent: 'Admin', title }
}
