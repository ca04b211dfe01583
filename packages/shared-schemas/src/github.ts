import * as z from 'zod'

/** Logins of people that a company manages carry an underscore. https://docs.github.com/admin/managing-iam/iam-configuration-reference/username-considerations-for-external-authentication */
export const GithubOwnerName = z
  .string()
  .regex(
    /^[A-Za-z0-9][A-Za-z0-9_-]{0,38}$/,
    'An owner at GitHub has at most 39 letters, digits, - and _, and starts with a letter or digit.',
  )

export const GithubRepositoryName = z
  .string()
  .regex(/^[A-Za-z0-9._-]{1,100}$/, 'A repository name has at most 100 letters, digits, dots, - and _.')
  .refine((name) => name !== '.' && name !== '..', { error: 'Two dots, or one, name no repository.' })

export const GithubRepositoryPath = z.strictObject({
  owner: GithubOwnerName,
  name: GithubRepositoryName,
})
export type GithubRepositoryPath = z.infer<typeof GithubRepositoryPath>

/** Why a fact is missing. It was then not answered: nothing may be concluded from its absence. */
export const GithubGap = z.enum([
  /** GitHub shows it only to people who are signed in there, and the person is not. */
  'sign-in-needed',
  /** GitHub answered 404: what was asked for was never set, or this account may not read it. */
  'not-shown',
  /** GitHub answered 403. */
  'not-allowed',
  'rate-limited',
  'unreachable',
  /** This GitHub does not tell it, such as an older Enterprise Server. */
  'not-told',
])
export type GithubGap = z.infer<typeof GithubGap>

/**
 * How the subjects of a repository are made, as GitHub itself says.
 * https://docs.github.com/rest/actions/oidc#get-the-customization-template-for-an-oidc-subject-claim-for-a-repository
 */
export const GithubSubject = z.discriminatedUnion('state', [
  z.strictObject({
    state: z.literal('known'),
    /** The subject is the prefix and what triggered the run. */
    usesDefault: z.boolean(),
    /** The claims that a customised subject is made of, in their order; null with the default, or with a gap. */
    claimKeys: z.array(z.string()).nullable(),
    claimKeysFrom: z.enum(['repository', 'organization']).nullable(),
    /** How subjects start, with `@` and the numbers where they carry them; null where GitHub does not tell. */
    prefix: z.string().nullable(),
    /** Subjects carry the numbers of owner and repository; null where GitHub does not tell. */
    hasIds: z.boolean().nullable(),
    /** Why `claimKeys`, `prefix` or `hasIds` is not told; null where nothing is missing. */
    because: GithubGap.nullable(),
  }),
  z.strictObject({ state: z.literal('unknown'), because: GithubGap }),
])
export type GithubSubject = z.infer<typeof GithubSubject>

/** A repository as GitHub answered it. Names are in GitHub's own case, which subjects carry. */
export const GithubRepository = z.strictObject({
  owner: z.string(),
  name: z.string(),
  ownerId: z.int().nullable(),
  /** `Organization` or `User`. */
  ownerType: z.string().nullable(),
  repositoryId: z.int().nullable(),
  createdAt: z.iso.datetime().nullable(),
  defaultBranch: z.string().nullable(),
  visibility: z.enum(['public', 'private', 'internal']).nullable(),
  archived: z.boolean().nullable(),
  /** `owner/name` that was asked for, where GitHub led on from it: the repository was renamed or moved. */
  renamedFrom: z.string().nullable(),
  /** Its page, for people. */
  webUrl: z.string(),
  subject: GithubSubject,
  /** Why one of the fields above is null; null where none is. */
  because: GithubGap.nullable(),
})
export type GithubRepository = z.infer<typeof GithubRepository>

export const GithubEnvironment = z.strictObject({
  /** In the case that subjects carry. */
  name: z.string(),
  /** People have to approve; null where GitHub does not tell. */
  needsApproval: z.boolean().nullable(),
  waitMinutes: z.int().nullable(),
  /** From which branches and tags it can be used; null where GitHub does not tell. */
  branches: z.enum(['all', 'protected', 'chosen']).nullable(),
})
export type GithubEnvironment = z.infer<typeof GithubEnvironment>

export const GithubEnvironmentList = z.strictObject({
  environments: z.array(GithubEnvironment),
  /** False where there are more than 500. */
  complete: z.boolean(),
})
export type GithubEnvironmentList = z.infer<typeof GithubEnvironmentList>

/** Branches or tags. */
export const GithubNameList = z.strictObject({
  names: z.array(z.string()),
  /** False where there are more than these. */
  complete: z.boolean(),
  /** How the names were searched: GitHub itself finds only what starts with the text, in its exact case. */
  match: z.enum(['contains', 'starts-with']),
})
export type GithubNameList = z.infer<typeof GithubNameList>

/** The person's own access to GitHub. Never a token. */
export const GithubConnection = z.strictObject({
  /** Address of the GitHub that the portal asks, for people. */
  webUrl: z.string(),
  /** False: the portal is not registered there, so only what is public can be looked up. */
  canConnect: z.boolean(),
  connection: z
    .strictObject({
      login: z.string(),
      since: z.iso.datetime(),
      /** When GitHub ends it unless it is used before; null where GitHub names no end. */
      endsAt: z.iso.datetime().nullable(),
    })
    .nullable(),
})
export type GithubConnection = z.infer<typeof GithubConnection>

/** How a visit to GitHub's sign-in ended: the only values of `github=` on the page that is returned to. */
export const GithubSignInOutcome = z.enum([
  'connected',
  /** The person went back at GitHub's page. */
  'cancelled',
  /** It took longer than ten minutes, was used already, or the session ended meanwhile. */
  'expired',
  /** The answer came to another browser than the one that began. */
  'other-browser',
  /** GitHub refused the portal, as with a wrong secret or address. */
  'refused',
  'unreachable',
  /** The portal is not registered at GitHub. */
  'not-set-up',
  /** Nobody is signed in to the portal here. */
  'signed-out',
  'portal-fault',
])
export type GithubSignInOutcome = z.infer<typeof GithubSignInOutcome>
