import type { z } from 'zod'
import type {
  Application,
  ApplicationApi,
  AppRole,
  PermissionScope,
} from '../../kernel/entities/directory.ts'
import { refuse } from '../core/refusal.ts'
import { applicationFaults } from './application-faults.ts'
import type { ApplicationBody, appRoleSchema, permissionScopeSchema } from './application-schema.ts'

/** `api` after a write: what the body leaves out stays. Throws for double or unknown permissions. */
export function readApi(body: NonNullable<ApplicationBody['api']>, present: ApplicationApi): ApplicationApi {
  const oauth2PermissionScopes = body.oauth2PermissionScopes?.map(toScope) ?? present.oauth2PermissionScopes
  demandDistinct(oauth2PermissionScopes, 'api.oauth2PermissionScopes')
  demandDisabledFirst(present.oauth2PermissionScopes, oauth2PermissionScopes)
  const preAuthorizedApplications =
    body.preAuthorizedApplications?.map(({ appId, delegatedPermissionIds, permissionIds }) => ({
      appId,
      delegatedPermissionIds: delegatedPermissionIds ?? permissionIds ?? [],
    })) ?? present.preAuthorizedApplications
  const known = oauth2PermissionScopes.map(({ id }) => id)
  const strange = preAuthorizedApplications
    .flatMap(({ delegatedPermissionIds }) => delegatedPermissionIds)
    .find((id) => !known.includes(id))
  if (strange !== undefined) throw refuse(applicationFaults.unknownPermission(strange))
  return {
    requestedAccessTokenVersion:
      body.requestedAccessTokenVersion === undefined
        ? present.requestedAccessTokenVersion
        : body.requestedAccessTokenVersion,
    acceptMappedClaims:
      body.acceptMappedClaims === undefined ? present.acceptMappedClaims : body.acceptMappedClaims,
    knownClientApplications: body.knownClientApplications ?? present.knownClientApplications,
    oauth2PermissionScopes,
    preAuthorizedApplications,
  }
}

/** `appRoles` after a write. Throws for double ids or values, and when an enabled role goes. */
export function readAppRoles(
  body: NonNullable<ApplicationBody['appRoles']>,
  present: Application['appRoles'],
): AppRole[] {
  const roles = body.map(toRole)
  demandDistinct(roles, 'appRoles')
  demandDisabledFirst(present, roles)
  return roles
}

/** Without `origin`, which Graph fills itself. */
function toScope(body: z.infer<typeof permissionScopeSchema>): PermissionScope {
  const { id, value, type, isEnabled, adminConsentDisplayName, adminConsentDescription } = body
  const { userConsentDisplayName, userConsentDescription } = body
  return {
    id,
    value,
    type,
    isEnabled,
    adminConsentDisplayName,
    adminConsentDescription,
    userConsentDisplayName,
    userConsentDescription,
  }
}

function toRole(body: z.infer<typeof appRoleSchema>): AppRole {
  const { id, value, displayName, description, allowedMemberTypes, isEnabled } = body
  return { id, value, displayName, description, allowedMemberTypes, isEnabled }
}

interface Entitlement {
  id: string
  value: string | null
  isEnabled: boolean
}

function demandDistinct(entitlements: readonly Entitlement[], property: string): void {
  const ids = new Set(entitlements.map(({ id }) => id))
  const values = entitlements.map(({ value }) => value).filter((value) => value !== null)
  if (ids.size < entitlements.length || new Set(values).size < values.length) {
    throw refuse(applicationFaults.duplicateValue(property))
  }
}

function demandDisabledFirst(before: readonly Entitlement[], after: readonly Entitlement[]): void {
  const gone = before.some(({ id, isEnabled }) => isEnabled && !after.some((kept) => kept.id === id))
  if (gone) throw refuse(applicationFaults.enabledEntitlement())
}
