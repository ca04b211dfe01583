/** Without a slash at its end. https://docs.github.com/en/actions/reference/security/oidc */
export const githubIssuer = 'https://token.actions.githubusercontent.com'

/** How the subject writes each choice. https://docs.github.com/en/actions/reference/security/oidc#example-subject-claims */
export const entityMarks = {
  environment: 'environment:',
  branch: 'ref:refs/heads/',
  tag: 'ref:refs/tags/',
  'pull-request': 'pull_request',
} as const

export type GithubEntity = keyof typeof entityMarks

export function isGithubEntity(value: string): value is GithubEntity {
  return Object.hasOwn(entityMarks, value)
}

/** Subjects of an organization's own template: with the repository's name in it, and without. */
export function isTemplate(entity: string): boolean {
  return entity === 'template' || entity === 'keys'
}

/** `refs/heads/main` and `main` mean the same branch to a person; only the short one is the branch's name. */
export function shortRef(value: string, entity: GithubEntity): string {
  const prefix = entity === 'branch' ? 'refs/heads/' : entity === 'tag' ? 'refs/tags/' : ''
  return prefix !== '' && value.startsWith(prefix) ? value.slice(prefix.length) : value
}

/**
 * Claims that a subject template may list, beside `repo` and `context`. Properties of an organization's own are
 * `repo_property_<name>`. https://docs.github.com/en/actions/reference/security/oidc#customizing-the-token-claims
 */
const templateKeys: readonly string[] = [
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
  'ref_type',
  'repository',
  'repository_id',
  'repository_owner',
  'repository_owner_id',
  'repository_visibility',
  'runner_environment',
  'workflow',
  'workflow_ref',
]

export function isTemplateKey(key: string): boolean {
  return templateKeys.includes(key) || /^repo_property_[A-Za-z0-9_-]+$/.test(key)
}

/** A reusable workflow at a ref. */
export const workflowRefPattern =
  /^[A-Za-z0-9_-]+\/[A-Za-z0-9._-]+\/\.github\/workflows\/[^\s@:*?]+\.ya?ml@(?:refs\/(?:heads|tags|pull)\/[^\s:*?]+|[0-9a-f]{40})$/

/** What `context` stands for: the end of a default subject. */
export const contextPattern = /^(?:environment:.+|ref:refs\/(?:heads|tags)\/.+|pull_request)$/s
