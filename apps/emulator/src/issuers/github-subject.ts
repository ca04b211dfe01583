import type { Claims } from './platform.ts'
import type { GithubValues } from './github-fields.ts'

/** `:` in a value becomes `%3A`, so that the parts stay apart. */
function encodeColons(value: string): string {
  return value.replaceAll(':', '%3A')
}

/** The first part of every default subject: names, or names with ids. */
export function subjectPrefix(fields: {
  owner: string
  repository: string
  immutable: boolean
  ownerId: string
  repositoryId: string
}): string {
  const { owner, repository, immutable, ownerId, repositoryId } = fields
  return immutable ? `repo:${owner}@${ownerId}/${repository}@${repositoryId}` : `repo:${owner}/${repository}`
}

/**
 * The subject by the default template, or by a custom one: `key:value` joined by `:`.
 * https://docs.github.com/actions/reference/security/oidc
 */
export function githubSubject(
  values: GithubValues,
  prefix: string,
  claims: Claims,
  template: readonly string[] | undefined,
): string {
  if (template === undefined) return `${prefix}:${contextOf(values, claims)}`
  const parts = template.map((key) => {
    if (key === 'repo') return prefix
    if (key === 'context') return contextOf(values, claims)
    return `${key}:${encodeColons(textOf(claims[key]))}`
  })
  return parts.join(':')
}

/** The environment wins over what triggered the run. */
function contextOf({ environment, pullRequest }: GithubValues, claims: Claims): string {
  if (environment !== undefined) return `environment:${encodeColons(environment)}`
  if (pullRequest !== undefined) return 'pull_request'
  return `ref:${encodeColons(textOf(claims.ref))}`
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
