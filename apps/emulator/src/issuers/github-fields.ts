import { z } from 'zod'
import { tokenExchangeAudience } from '../seed.ts'

const numericId = z
  .union([z.string('is needed').regex(/^\d{1,18}$/), z.number().int().nonnegative()], 'must be digits only')
  .transform(String)
const name = z.string('is needed').min(1, 'must not be empty').max(600, 'must be at most 600 characters')

/** What a workflow run is made of, as GitHub names it; the subject follows from it. */
export const githubFields = z
  .strictObject({
    owner: z
      .string('is needed')
      .regex(/^[A-Za-z0-9][A-Za-z0-9-]{0,38}$/, 'must be a GitHub owner such as octo-org'),
    repository: z
      .string('is needed')
      .regex(/^[A-Za-z0-9._-]{1,100}$/, 'must be a repository name without its owner'),
    ownerId: numericId.optional(),
    repositoryId: numericId.optional(),
    immutable: z.boolean().default(false),
    environment: name.optional(),
    branch: name.optional(),
    tag: name.optional(),
    pullRequest: z
      .union([z.literal(true), z.number().int().positive()], 'must be true or a number')
      .optional(),
    audience: z.string('is needed').min(1, 'must not be empty').default(tokenExchangeAudience),
  })
  .superRefine((fields, context) => {
    const { immutable, ownerId, repositoryId, environment, branch, tag, pullRequest } = fields
    if (immutable && ownerId === undefined) add(context, 'ownerId', 'is needed for an immutable subject')
    if (immutable && repositoryId === undefined) {
      add(context, 'repositoryId', 'is needed for an immutable subject')
    }
    const triggers = [branch, tag, pullRequest].filter((given) => given !== undefined)
    if (triggers.length > 1) add(context, 'branch', 'excludes tag and pullRequest: a run has one trigger')
    if (triggers.length === 0 && environment === undefined) {
      add(context, 'environment', 'is needed, unless another trigger is given')
    }
  })

export type GithubFields = z.output<typeof githubFields>

function add(context: z.RefinementCtx, path: string, message: string): void {
  context.addIssue({ code: 'custom', path: [path], message })
}
