import type { RoleAssignment } from '@trustwright/shared-schemas'

/** A role in Azure, as the portal reads it. */
export interface RoleFact extends Pick<
  RoleAssignment,
  'scope' | 'scopeKind' | 'roleDefinitionId' | 'roleName' | 'ownerLike' | 'broad' | 'conditioned'
> {
  /** Whether one of its actions or data actions writes; null where its definition could not be read. */
  readonly canWrite: boolean | null
  /** The assignment's description; null: nobody wrote one; left out: it was not read. */
  readonly reason?: string | null | undefined
}

/** An application permission that the service principal was given. */
export interface AppRoleFact {
  /** Client ID of the API. */
  readonly resourceAppId: string
  readonly resourceName: string
  /** `Mail.Read`; null where the API's own list could not be read. */
  readonly value: string | null
}

/** A role in the directory. */
export interface DirectoryRoleFact {
  readonly roleTemplateId: string
  readonly displayName: string
  /** As Graph tells it; null where it does not. https://learn.microsoft.com/graph/api/resources/unifiedroledefinition */
  readonly isPrivileged: boolean | null
  /** `/` is the whole directory. */
  readonly scope: string
}

export interface OwnerFact {
  readonly displayName: string
  /** False for a blocked account; null where Graph does not tell. */
  readonly enabled: boolean | null
  /** Left out where it was not kept. */
  readonly objectId?: string | undefined
}
