import type { DiagnosedParentKind } from '../diagnosis/trust.ts'

/** Roles that are only given with words why. */
export interface RoleReasons {
  /** `owner-like`, `broad` (at a subscription or above it), or GUIDs of role definitions. */
  readonly roles: readonly string[]
  /** Characters that the words have at the least; default 1. */
  readonly minLength?: number | undefined
}

/** What a policy of the portal asks of a trust or role. A part that is left out asks for nothing. In texts, `*` is any run of characters. */
export interface FindingPolicy {
  readonly id: string
  readonly title: string
  /** Who decides about exceptions. */
  readonly contact?: string | undefined
  /** Left out: both kinds. */
  readonly parentKinds?: readonly DiagnosedParentKind[] | undefined
  /** Resource IDs of the managed identities it holds for, or of what a role is given on; left out: everything. */
  readonly scopes?: readonly string[] | undefined
  readonly allowedIssuers?: readonly string[] | undefined
  /** Owners at GitHub, in any case of letters. */
  readonly allowedOwners?: readonly string[] | undefined
  readonly forbidden?: readonly ('pull-request' | 'pattern' | 'name-based')[] | undefined
  readonly forbiddenSubjects?: readonly string[] | undefined
  /** One of these has to fit the name. */
  readonly names?: readonly string[] | undefined
  readonly roleReasons?: RoleReasons | undefined
  /** Object IDs of the people and groups who may create trusts and give roles; left out: everybody. */
  readonly mayCreate?: readonly string[] | undefined
}

/** What the tenant decided. Every part may be left out. */
export interface FindingSettings {
  /** Issuers that trusts may have, `*` being any run of characters; left out: nothing was decided. */
  readonly allowedIssuers?: readonly string[]
  /** Issuers that somebody vouched for, beside those of known platforms. */
  readonly knownIssuers?: readonly string[]
  /** Audiences that are in use on purpose. */
  readonly knownAudiences?: readonly string[]
  readonly policies?: readonly FindingPolicy[]
  /** Names of tags that name an owner; default `owner`, `contact`, `team`. Letter case does not count. */
  readonly ownerTags?: readonly string[]
  /** Default 90. */
  readonly unusedDays?: number
  /** How long the logs must have been watched before a trust counts as never used; default 30. */
  readonly neverUsedDays?: number
  /** Default 18, of Azure's 20. */
  readonly nearLimitFrom?: number
  /** From how many identities on a shared subject counts as spread; default 5. */
  readonly sharedSubjectFrom?: number
}

/** The settings with the defaults in the place of what was left out. */
export function numbersOf(settings: FindingSettings) {
  return {
    unusedDays: settings.unusedDays ?? 90,
    neverUsedDays: settings.neverUsedDays ?? 30,
    nearLimitFrom: settings.nearLimitFrom ?? 18,
    sharedSubjectFrom: settings.sharedSubjectFrom ?? 5,
    ownerTags: new Set((settings.ownerTags ?? ['owner', 'contact', 'team']).map((tag) => tag.toLowerCase())),
  }
}
