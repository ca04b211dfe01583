import { z } from 'zod'
import type { FieldProblem } from './platform.ts'

const numericId = (label: string) =>
  z
    .union([z.string('is needed').regex(/^\d{1,18}$/), z.number().int().nonnegative()], 'must be digits only')
    .transform(String)
    .optional()
    .meta({ title: label, description: 'Left out: the one GitHub knows' })
const name = (label: string, help?: string) =>
  z
    .string('must be a text')
    .min(1, 'must not be empty')
    .max(600, 'must be at most 600 characters')
    .optional()
    .meta({ title: label, ...(help ? { description: help } : {}) })

/** Claims that a template may name, beside `repo`, `context` and `repo_property_{name}`. */
export const templateKeys = [
  'actor',
  'actor_id',
  'base_ref',
  'check_run_id',
  'enterprise',
  'enterprise_id',
  'environment',
  'event_name',
  'head_ref',
  'job_workflow_ref',
  'job_workflow_sha',
  'ref',
  'ref_protected',
  'ref_type',
  'repository',
  'repository_id',
  'repository_owner',
  'repository_owner_id',
  'repository_visibility',
  'run_id',
  'runner_environment',
  'sha',
  'workflow',
  'workflow_ref',
] as const

/** Whether a template may name this claim. */
export function isTemplateKey(key: string): boolean {
  return (
    key === 'repo' ||
    key === 'context' ||
    /^repo_property_[A-Za-z0-9_$#-]+$/.test(key) ||
    templateKeys.some((each) => each === key)
  )
}

/** What a workflow run is made of, as GitHub names it; the subject follows from it. */
export const githubFields = {
  owner: z
    .string('is needed')
    .regex(/^[A-Za-z0-9][A-Za-z0-9-]{0,38}$/, 'must be a GitHub owner such as octo-org')
    .meta({ title: 'Owner', description: 'Organisation or person, such as octo-org' }),
  repository: z
    .string('is needed')
    .regex(/^[A-Za-z0-9._-]{1,100}$/, 'must be a repository name without its owner')
    .meta({ title: 'Repository' }),
  ownerId: numericId('Owner ID'),
  repositoryId: numericId('Repository ID'),
  immutable: z
    .boolean('must be true or false')
    .optional()
    .meta({ title: 'Subject with IDs', description: 'Left out: what GitHub holds for the repository' }),
  subjectClaims: z
    .array(z.string().refine(isTemplateKey, 'must be a claim that templates know'), 'must be a list')
    .min(1, 'must not be empty')
    .optional()
    .meta({
      title: 'Subject template',
      description: 'Claim keys; left out: what GitHub holds for the repository',
    }),
  environment: name('Environment'),
  branch: name('Branch'),
  tag: name('Tag'),
  pullRequest: z
    .union([z.literal(true), z.number().int().positive()], 'must be true or a number')
    .optional()
    .meta({ title: 'Pull request' }),
  mergeGroup: name('Merge queue of branch'),
  event: z
    .string('must be a text')
    .regex(/^[a-z_]{1,40}$/, 'must be an event such as workflow_dispatch')
    .optional()
    .meta({ title: 'Event' }),
  headBranch: name("Pull request's branch"),
  actor: name('Actor'),
  workflow: name('Workflow file', 'Such as deploy.yml'),
  jobWorkflowRef: z
    .string('must be a text')
    .regex(/^[^/\s]+\/[^/\s]+\/\.github\/workflows\/[^@\s]+@\S+$/, {
      error: 'must be such as octo-org/octo-automation/.github/workflows/oidc.yml@refs/heads/main',
    })
    .optional()
    .meta({ title: 'Reusable workflow', description: 'The called file, when the job runs in one' }),
  visibility: z
    .enum(['public', 'private', 'internal'], 'must be public, private or internal')
    .optional()
    .meta({ title: 'Visibility' }),
  runnerEnvironment: z
    .enum(['github-hosted', 'self-hosted'], 'must be github-hosted or self-hosted')
    .default('github-hosted')
    .meta({ title: 'Runner' }),
}

export type GithubValues = z.output<z.ZodObject<typeof githubFields>>

/** What no single field says: a run has one trigger. */
export function githubProblems({ environment, ...fields }: GithubValues): FieldProblem[] {
  const triggers = [fields.branch, fields.tag, fields.pullRequest, fields.mergeGroup]
  const given = triggers.filter((trigger) => trigger !== undefined)
  if (given.length > 1) {
    return [{ field: 'branch', text: 'excludes tag, pullRequest and mergeGroup: a run has one trigger' }]
  }
  if (given.length === 0 && environment === undefined) {
    return [{ field: 'environment', text: 'is needed, unless another trigger is given' }]
  }
  return []
}
