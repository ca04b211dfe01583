import * as z from 'zod'
import { Access } from './identity.ts'
import { ClientId } from './primitives.ts'

/** Which app registration; also the path of its addresses. */
export const ApplicationPath = z.strictObject({ appId: ClientId })
export type ApplicationPath = z.infer<typeof ApplicationPath>

/** https://learn.microsoft.com/graph/api/resources/application#properties */
export const NewApplication = z.strictObject({
  displayName: z
    .string()
    .min(1, 'Give the application a name.')
    .max(256, 'A name has at most 256 characters.')
    .refine((value) => value === value.trim(), {
      error: 'The name starts or ends with white space, which nobody sees in a list: remove it.',
    })
    .refine((value) => !/\p{Cc}/u.test(value), {
      error: 'The name holds a control character, such as a line break: remove it.',
    }),
})
export type NewApplication = z.infer<typeof NewApplication>

/** An app registration as Microsoft Graph returned it. */
export const Application = z.strictObject({
  appId: z.string(),
  /** Of the application object; its service principal has another. */
  objectId: z.string(),
  displayName: z.string(),
  /** `AzureADMyOrg` for a single tenant. */
  signInAudience: z.string().nullable(),
  /** ISO 8601 in UTC. */
  createdAt: z.string().nullable(),
})
export type Application = z.infer<typeof Application>

/** One page of a search. */
export const ApplicationList = z.strictObject({
  applications: z.array(Application),
  /** All that match, as Graph counted; null where it did not. */
  total: z.int().nullable(),
  /** Pass as `cursor` to read on, with the same search; null at the end. */
  nextCursor: z.string().nullable(),
})
export type ApplicationList = z.infer<typeof ApplicationList>

export const ApplicationOwner = z.strictObject({
  objectId: z.string(),
  kind: z.enum(['user', 'servicePrincipal', 'other']),
  displayName: z.string().nullable(),
  username: z.string().nullable(),
})
export type ApplicationOwner = z.infer<typeof ApplicationOwner>

/**
 * What the person may do with the trusts of an application: by owning it or by a directory role, and only as far as the
 * portal was given the Graph permission. A hint: custom roles and roles over this one application are not in it, so
 * Graph still decides. Allowed without a reason (`because` null): Graph does not tell the portal the person's roles.
 */
export const ApplicationAccess = z.strictObject({
  /** `action` is one of the directory, `role` the smallest built-in directory role, `scope` the application. */
  ...Access.shape,
  because: z.enum(['owner', 'directory-role']).nullable(),
  /** The delegated Graph permission that the portal's own registration needs. */
  permission: z.string(),
  permissionGranted: z.boolean(),
})
export type ApplicationAccess = z.infer<typeof ApplicationAccess>

/** The same for the directory as a whole. */
export const DirectoryAccess = z.strictObject({
  ...ApplicationAccess.shape,
  /** Null where Graph does not tell the portal: a setting of the tenant decides then. */
  allowed: z.boolean().nullable(),
  because: z.enum(['directory-role']).nullable(),
})
export type DirectoryAccess = z.infer<typeof DirectoryAccess>

export const ApplicationDetail = z.strictObject({
  application: Application,
  owners: z.array(ApplicationOwner),
  /** Object ID of the service principal in this tenant; null where there is none, so nothing can sign in yet. */
  servicePrincipalId: z.string().nullable(),
  trustCount: z.int(),
  slotsLeft: z.int(),
  trustWrite: ApplicationAccess,
  trustDelete: ApplicationAccess,
})
export type ApplicationDetail = z.infer<typeof ApplicationDetail>

/** The application exists in any case; `notDone` tells which later steps failed, the one that matters most first. */
export const CreatedApplication = z.strictObject({
  application: Application,
  servicePrincipalId: z.string().nullable(),
  notDone: z.array(
    z.strictObject({
      step: z.enum(['service-principal', 'owner']),
      code: z.string(),
      detail: z.string(),
      nextStep: z.string(),
    }),
  ),
})
export type CreatedApplication = z.infer<typeof CreatedApplication>
