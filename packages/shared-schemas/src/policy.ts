import * as z from 'zod'
import { limits } from './limits.ts'
import { ObjectId } from './primitives.ts'

/** A line of a rule: no control characters, no white space around it. */
const line = (what: string, most: number = limits.textLength) =>
  z
    .string()
    .min(1, `${what} is empty.`)
    .max(most, `${what} has more than ${most} characters.`)
    .refine((value) => value === value.trim() && !/\p{Cc}/u.test(value), {
      error: `${what} starts or ends with white space, or holds a control character: remove it.`,
    })

const lines = (what: string) =>
  z.array(line(what)).min(1, 'The list is empty. Leave it out, or name one.').max(200)

/**
 * `owner-like`: lets its holder do everything, or give roles away. `broad`: at a subscription. Otherwise the GUID of a role,
 * built-in or custom.
 */
const RoleName = z.union([
  z.enum(['owner-like', 'broad']),
  z.guid('Write owner-like, broad, or the GUID of a role.'),
])

/**
 * One rule of the portal. A part that is left out asks for nothing. In texts, `*` is any run of characters.
 * Resource IDs of `scopes` hold for what lies below them: managed identities, and roles given there.
 */
export const Policy = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,62}$/, 'Write lower-case letters, digits and hyphens.'),
  title: line('The title', 120),
  /** Who decides about exceptions. */
  contact: line('The contact', 200).optional(),
  parentKinds: z
    .array(z.enum(['application', 'managedIdentity']))
    .min(1)
    .max(2)
    .optional(),
  scopes: z
    .array(line('A scope', 1000).regex(/^\/subscriptions\/[^/]+/i, 'A scope starts with /subscriptions/….'))
    .min(1, 'The list is empty. Leave it out, or name one.')
    .max(200)
    .optional(),
  allowedIssuers: lines('An issuer').optional(),
  /** At GitHub, in any case of letters. */
  allowedOwners: lines('An owner').optional(),
  forbidden: z
    .array(z.enum(['pull-request', 'pattern', 'name-based']))
    .min(1)
    .max(3)
    .optional(),
  forbiddenSubjects: lines('A subject').optional(),
  names: lines('A name').optional(),
  /** Giving one of these roles takes a reason. */
  roleReasons: z
    .strictObject({
      roles: z.array(RoleName).min(1).max(50),
      /** Characters; default 1. */
      minLength: z.int().min(1).max(500).optional(),
    })
    .optional(),
  /** Object IDs of the people and groups that alone may create; left out: everybody. */
  mayCreate: z.array(ObjectId).min(1).max(100).optional(),
  /** Administrators of the portal are not bound by it. */
  exceptAdministrators: z.boolean().optional(),
})
export type Policy = z.infer<typeof Policy>

/** All rules of a tenant; saved as a whole. */
export const PolicySet = z.strictObject({
  policies: z
    .array(Policy)
    .max(100, 'The portal keeps at most 100 rules.')
    .refine((policies) => new Set(policies.map(({ id }) => id)).size === policies.length, {
      error: 'Two rules have the same id: give each its own.',
    }),
  /** Issuers that somebody vouched for, and audiences that are used on purpose: only findings ask for them. */
  knownIssuers: lines('An issuer').optional(),
  knownAudiences: lines('An audience').optional(),
})
export type PolicySet = z.infer<typeof PolicySet>

/** One saved version; version 0 is the empty set before anybody saved one. */
export const PolicyVersion = z.strictObject({
  version: z.int(),
  savedAt: z.iso.datetime().nullable(),
  savedBy: z.string().nullable(),
  note: z.string().nullable(),
})
export type PolicyVersion = z.infer<typeof PolicyVersion>

export const StoredPolicies = z.strictObject({ ...PolicyVersion.shape, body: PolicySet })
export type StoredPolicies = z.infer<typeof StoredPolicies>

export const PolicySave = z.strictObject({
  /** That the person saw. */
  version: z.int().min(0),
  body: PolicySet,
  /** Why, for the list of versions. */
  note: line('The note', 500).optional(),
})
export type PolicySave = z.infer<typeof PolicySave>
