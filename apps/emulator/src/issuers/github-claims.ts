import type { ClaimContext } from './define-platform.ts'
import type { GithubValues } from './github-fields.ts'
import { knownRepository } from './github-repository.ts'
import type { Claims } from './platform.ts'

/** Every claim but the registered ones: https://docs.github.com/actions/reference/security/oidc */
export function githubClaims(
  values: GithubValues,
  context: Pick<ClaimContext, 'world' | 'number' | 'sha'>,
): Claims {
  const { world, number, sha } = context
  const { owner, repository, environment } = values
  const known = knownRepository(world, owner, repository)
  const ref = refOf(values, sha)
  const full = `${owner}/${repository}`
  const file = values.workflow ?? 'deploy.yml'
  const workflowRef = `${full}/.github/workflows/${file}@${ref}`
  const commit = sha(`${full}@${ref}`)
  const enterprise = known.owner?.enterprise
  const properties = Object.entries(known.repository?.properties ?? {})
  const actor = values.actor ?? 'octocat'
  return {
    ref,
    sha: commit,
    repository: full,
    repository_owner: owner,
    repository_owner_id: values.ownerId ?? number(owner),
    run_id: number(`run ${full}`),
    run_number: '10',
    run_attempt: '2',
    repository_visibility: values.visibility ?? known.repository?.visibility ?? 'private',
    repository_id: values.repositoryId ?? number(full),
    actor_id: number(actor),
    actor,
    workflow: file.replace(/\.ya?ml$/, ''),
    head_ref: values.pullRequest === undefined ? '' : (values.headBranch ?? 'patch-1'),
    base_ref: values.pullRequest === undefined ? '' : (known.repository?.defaultBranch ?? 'main'),
    event_name: eventOf(values),
    ref_protected: String(isProtected(ref, known.repository?.branches ?? [])),
    ref_type: values.tag === undefined ? 'branch' : 'tag',
    workflow_ref: workflowRef,
    workflow_sha: commit,
    job_workflow_ref: values.jobWorkflowRef ?? workflowRef,
    job_workflow_sha: values.jobWorkflowRef === undefined ? commit : sha(values.jobWorkflowRef),
    runner_environment: values.runnerEnvironment,
    check_run_id: number(`check ${full}`),
    ...(enterprise ? { enterprise: enterprise.slug, enterprise_id: String(enterprise.id) } : {}),
    ...(environment === undefined
      ? {}
      : { environment, environment_node_id: `EN_${sha(environment).slice(0, 16)}` }),
    ...Object.fromEntries(properties.map(([name, value]) => [`repo_property_${name}`, value])),
  }
}

function refOf({ branch, tag, pullRequest, mergeGroup }: GithubValues, sha: ClaimContext['sha']): string {
  if (tag !== undefined) return `refs/tags/${tag}`
  if (pullRequest !== undefined) return `refs/pull/${pullRequest === true ? 1 : pullRequest}/merge`
  if (mergeGroup !== undefined) {
    return `refs/heads/gh-readonly-queue/${mergeGroup}/pr-104-${sha(mergeGroup)}`
  }
  return `refs/heads/${branch ?? 'main'}`
}

function eventOf({ event, pullRequest, mergeGroup }: GithubValues): string {
  if (event !== undefined) return event
  if (pullRequest !== undefined) return 'pull_request'
  return mergeGroup === undefined ? 'push' : 'merge_group'
}

function isProtected(ref: string, branches: readonly { name: string; protected: boolean }[]): boolean {
  return branches.some((branch) => branch.protected && ref === `refs/heads/${branch.name}`)
}
