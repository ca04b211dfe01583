import { readGithubSubject } from '../diagnosis/github-subject.ts'
import type { KnownPlatform } from '../diagnosis/platform-of.ts'
import { parseExpression } from '../expressions/parse-expression.ts'
import { fixedStart } from '../expressions/reach.ts'
import type { FindingTrust } from './facts/inventory.ts'

/** Whom a trust names at a platform whose names can be given up and taken by others. */
export interface NamedWorkload {
  readonly platform: 'GitHub' | 'GitLab'
  readonly owner: string | null
  /** `owner/repository`, or the path of a project. */
  readonly name: string | null
  /** An ID that is never given to another stands beside the names, or in their place. */
  readonly isPinned: boolean
}

const githubIds = ['repository_id', 'repository_owner_id', 'enterprise_id', 'actor_id']
const gitlabIds = ['project_id', 'namespace_id', 'user_id']

/**
 * Null where nobody outside gives the names: other platforms, and GitHub Enterprise Server.
 * https://learn.microsoft.com/entra/workload-id/workload-identities-federated-credential-mutable-subjects
 */
export function namedWorkloadOf(
  { issuer, subject, expression }: Pick<FindingTrust, 'issuer' | 'subject' | 'expression'>,
  platform: KnownPlatform | null,
): NamedWorkload | null {
  if (platform === 'github' && !/\/_services\/token\/*$/.test(issuer)) {
    return expression === null ? ofGithubSubject(subject ?? '') : ofGithubExpression(expression)
  }
  if (platform !== 'gitlab') return null
  return expression === null ? ofGitlabSubject(subject ?? '') : ofGitlabExpression(expression)
}

function ofGithubSubject(subject: string): NamedWorkload | null {
  const { repository, parts } = readGithubSubject(subject)
  const valueOf = (wanted: string) => parts.find(({ key }) => key === wanted)?.value ?? null
  const name = repository === null ? valueOf('repository') : `${repository.owner}/${repository.repository}`
  const owner = name?.split('/')[0] ?? valueOf('repository_owner')
  const hasIds = repository !== null && (repository.ownerId ?? repository.repositoryId) !== null
  const isPinned = hasIds || parts.some(({ key }) => githubIds.includes(key))
  return owner === null && !isPinned ? null : { platform: 'GitHub', owner, name, isPinned }
}

function ofGithubExpression(text: string): NamedWorkload | null {
  const { start, isPinned } = readTerms(text, githubIds)
  const [, owner = null, ownerId, repository, repositoryId] =
    /^repo:([^/@:]+)(?:@(\d+))?\/(?:([^/@:]+)(?:@(\d+))?:)?/.exec(start) ?? []
  return {
    platform: 'GitHub',
    owner,
    name: owner === null || repository === undefined ? null : `${owner}/${repository}`,
    isPinned: isPinned || (ownerId ?? repositoryId) !== undefined,
  }
}

function ofGitlabSubject(subject: string): NamedWorkload | null {
  const path = /^project_path:([^:]+)/.exec(subject)?.[1]
  if (path !== undefined) return ofPath(path, false)
  return subject.startsWith('project_id:') ? ofPath(null, true) : null
}

function ofGitlabExpression(text: string): NamedWorkload | null {
  const { start, isPinned } = readTerms(text, gitlabIds)
  return ofPath(
    /^project_path:([^:]+):/.exec(start)?.[1] ?? null,
    isPinned || start.startsWith('project_id:'),
  )
}

function ofPath(path: string | null, isPinned: boolean): NamedWorkload {
  return { platform: 'GitLab', owner: path?.split('/')[0] ?? null, name: path, isPinned }
}

/** The fixed start of the subject, and whether one of the IDs has to be equal. */
function readTerms(text: string, ids: readonly string[]) {
  const terms = parseExpression(text).expression?.terms ?? []
  const subject = terms.find(({ claim }) => claim === 'sub')
  return {
    start: subject === undefined ? '' : fixedStart(subject),
    isPinned: terms.some(({ claim, operator }) => operator === 'eq' && ids.includes(claim)),
  }
}
