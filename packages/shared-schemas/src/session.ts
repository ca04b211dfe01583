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
  /**
   * To who came with an access token: what a new one has to prove, as in a problem, since Azure or Entra asked for more of this one.
   * Work in the background that waits for a sign-in has no other way to tell. Left out where nothing was asked for.
   */
  claims: z.string().optional(),
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
