import type { FieldDescription } from './fields.ts'

const subjectParts =
  /^repo:([^/@:]+)(?:@(\d+))?\/([^@:]+)(?:@(\d+))?:(?:environment:(.*)|ref:refs\/heads\/(.*)|ref:refs\/tags\/(.*)|(pull_request))$/

/** GitHub's fields on the page for people: one list for what triggers a job, and one text for its name. */
export const githubForm: readonly (FieldDescription & {
  choices?: readonly [value: string, label: string][]
})[] = [
  {
    name: 'owner',
    label: 'Owner',
    help: 'Organisation or person, such as octo-org',
    required: true,
    kind: 'text',
  },
  { name: 'repository', label: 'Repository', required: true, kind: 'text' },
  {
    name: 'ownerId',
    label: 'Owner ID',
    help: 'With both IDs the subject is the immutable one',
    required: false,
    kind: 'text',
  },
  { name: 'repositoryId', label: 'Repository ID', required: false, kind: 'text' },
  {
    name: 'entity',
    label: 'The job runs',
    required: true,
    kind: 'text',
    choices: [
      ['environment', 'in an environment'],
      ['branch', 'on a branch'],
      ['tag', 'on a tag'],
      ['pullRequest', 'for a pull request'],
    ],
  },
  {
    name: 'value',
    label: 'Environment, branch or tag',
    help: 'Empty for a pull request',
    required: true,
    kind: 'text',
  },
  {
    name: 'jobWorkflowRef',
    label: 'Reusable workflow',
    help: 'Its file and ref, when the job runs in one',
    required: false,
    kind: 'text',
  },
]

/** What the form shows when no subject is asked for. */
export const githubExample = { owner: 'octo-org', repository: 'octo-repo', entity: 'branch', value: 'main' }

/** Values of the form that would give this subject; undefined when the default templates cannot. */
export function subjectFields(subject: string): Record<string, string> | undefined {
  const found = subjectParts.exec(subject)
  if (!found) return undefined
  const [, owner = '', ownerId = '', repository = '', repositoryId = '', environment, branch, tag] = found
  const value = (environment ?? branch ?? tag ?? '').replaceAll(/%3a/gi, ':')
  return { owner, ownerId, repository, repositoryId, entity: entityOf({ environment, branch, tag }), value }
}

function entityOf(found: Record<'environment' | 'branch' | 'tag', string | undefined>): string {
  if (found.environment !== undefined) return 'environment'
  if (found.branch !== undefined) return 'branch'
  return found.tag === undefined ? 'pullRequest' : 'tag'
}

/** The minting endpoint's fields for what the form holds; empty texts are left out before. */
export function githubMintFields({
  entity,
  value,
  ...fields
}: Record<string, string>): Record<string, unknown> {
  const immutable = 'ownerId' in fields || 'repositoryId' in fields
  const trigger =
    entity === 'pullRequest' ? { pullRequest: true } : entity === undefined ? {} : { [entity]: value }
  return { ...fields, ...trigger, ...(immutable ? { immutable } : {}) }
}
