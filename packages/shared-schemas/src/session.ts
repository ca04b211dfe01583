import * as z from 'zod'

export const SignedInUser = z.strictObject({
  objectId: z.string(),
  tenantId: z.string(),
  username: z.string(),
  displayName: z.string(),
  /** Of the portal, not of the tenant. */
  isAdmin: z.boolean(),
})
export type SignedInUser = z.infer<typeof SignedInUser>

/** What the browser needs to know at start. Never a token. */
export const Session = z.strictObject({
  user: SignedInUser.nullable(),
  settings: z.strictObject({
    cloud: z.string(),
    tenantId: z.string(),
    /** Address of Azure's token endpoint host, for commands and snippets. */
    authorityHost: z.string(),
    armEndpoint: z.string(),
    /** Of Microsoft Graph, without a version. */
    graphEndpoint: z.string(),
    /** `api://AzureADTokenExchange` in the public cloud. */
    defaultAudience: z.string(),
    /** A page that hands out sample tokens of outside issuers, where the deployment has one. */
    sampleTokenUrl: z.string().nullable(),
  }),
})
export type Session = z.infer<typeof Session>
