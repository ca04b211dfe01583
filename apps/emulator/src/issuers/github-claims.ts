import { createHash } from 'node:crypto'
import { githubIssuer } from '../seed.ts'
import type { World } from '../kernel/world.ts'
import type { GithubFields } from './github-fields.ts'

const lifetimeSeconds = 300

/** https://docs.github.com/actions/reference/security/oidc */
export function githubClaims(fields: GithubFields, world: World): Record<string, unknown> {
  const { owner, repository, environment } = fields
  const ownerId = fields.ownerId ?? numberOf(owner)
  const repositoryId = fields.repositoryId ?? numberOf(`${owner}/${repository}`)
  const now = Math.floor(world.clock.now() / 1000)
  const workflowRef = `${owner}/${repository}/.github/workflows/deploy.yml@${refOf(fields)}`
  return {
    jti: world.newGuid(),
    sub: githubSubject(fields),
    aud: fields.audience,
    ref: refOf(fields),
    sha: createHash('sha1').update(workflowRef).digest('hex'),
    repository: `${owner}/${repository}`,
    repository_owner: owner,
    repository_owner_id: ownerId,
    run_id: '1',
    run_number: '1',
    run_attempt: '1',
    repository_visibility: 'private',
    repository_id: repositoryId,
    actor_id: numberOf('actor'),
    actor: 'octocat',
    workflow: 'deploy',
    head_ref: '',
    base_ref: '',
    event_name: fields.pullRequest === undefined ? 'push' : 'pull_request',
    ref_protected: 'false',
    ref_type: fields.tag === undefined ? 'branch' : 'tag',
    workflow_ref: workflowRef,
    job_workflow_ref: workflowRef,
    runner_environment: 'github-hosted',
    ...(environment === undefined ? {} : { environment }),
    iss: githubIssuer,
    nbf: now - lifetimeSeconds,
    exp: now + lifetimeSeconds,
    iat: now,
  }
}

/** The default template: the environment wins over what triggered the run, and `:` in a value becomes `%3A`. */
function githubSubject(fields: GithubFields): string {
  const { owner, repository, ownerId, repositoryId, immutable, environment, pullRequest } = fields
  const repo = immutable ? `${owner}@${ownerId}/${repository}@${repositoryId}` : `${owner}/${repository}`
  if (environment !== undefined) return `repo:${repo}:environment:${encodeColons(environment)}`
  if (pullRequest !== undefined) return `repo:${repo}:pull_request`
  return `repo:${repo}:ref:${encodeColons(refOf(fields))}`
}

function refOf({ branch, tag, pullRequest }: GithubFields): string {
  if (tag !== undefined) return `refs/tags/${tag}`
  if (pullRequest !== undefined) return `refs/pull/${pullRequest === true ? 1 : pullRequest}/merge`
  return `refs/heads/${branch ?? 'main'}`
}

function encodeColons(value: string): string {
  return value.replaceAll(':', '%3A')
}

/** A number that looks like GitHub's and is the same each time. */
function numberOf(text: string): string {
  return String(createHash('sha256').update(text).digest().readUInt32BE(0))
}
