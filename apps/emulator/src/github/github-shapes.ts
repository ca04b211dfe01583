import type { GithubEnvironment, GithubOwner, GithubRepository } from '../kernel/entities/github.ts'
import { shaOf } from '../issuers/stable-values.ts'
import { administers } from './github-caller.ts'
import type { GithubCall } from './github-operation.ts'

/** GitHub writes times without milliseconds. */
export function githubTime(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 19)}Z`
}

/** Global node id: a kind and a MessagePack list of zero and the database id. */
export function nodeId(kind: string, id: number): string {
  const bytes = Buffer.alloc(7)
  bytes.set([0x92, 0x00, 0xce])
  bytes.writeUInt32BE(id % 2 ** 32, 3)
  return `${kind}_${bytes.toString('base64url')}`
}

/** https://docs.github.com/rest/orgs/orgs#get-an-organization and https://docs.github.com/rest/users/users#get-a-user */
export function ownerSummary(owner: GithubOwner, base: string) {
  return {
    login: owner.login,
    id: owner.id,
    node_id: nodeId(owner.type === 'User' ? 'U' : 'O', owner.id),
    avatar_url: `https://avatars.githubusercontent.com/u/${owner.id}?v=4`,
    gravatar_id: '',
    url: `${base}/users/${owner.login}`,
    html_url: `https://github.com/${owner.login}`,
    repos_url: `${base}/users/${owner.login}/repos`,
    type: owner.type,
    user_view_type: 'public',
    site_admin: false,
  }
}

/** https://docs.github.com/rest/repos/repos#get-a-repository */
export function repositoryShape(repository: GithubRepository, call: GithubCall) {
  const { base, world, caller } = call
  const { id, name, owner, visibility, defaultBranch, createdAt } = repository
  const full = `${owner}/${name}`
  const url = `${base}/repos/${full}`
  const admin = administers(caller, owner)
  const known = world.store.githubOwners.get(owner.toLowerCase())
  return {
    id,
    node_id: nodeId('R', id),
    name,
    full_name: full,
    private: visibility !== 'public',
    owner: known ? ownerSummary(known, base) : { login: owner },
    html_url: `https://github.com/${full}`,
    description: null,
    fork: false,
    url,
    branches_url: `${url}/branches{/branch}`,
    tags_url: `${url}/tags`,
    created_at: githubTime(createdAt),
    updated_at: githubTime(createdAt),
    pushed_at: githubTime(createdAt),
    git_url: `git://github.com/${full}.git`,
    ssh_url: `git@github.com:${full}.git`,
    clone_url: `https://github.com/${full}.git`,
    size: 108,
    archived: repository.archived ?? false,
    disabled: false,
    is_template: false,
    topics: [],
    visibility,
    default_branch: defaultBranch,
    ...(caller ? { permissions: { admin, maintain: admin, push: admin, triage: admin, pull: true } } : {}),
    ...(Object.keys(repository.properties).length > 0 ? { custom_properties: repository.properties } : {}),
  }
}

/** https://docs.github.com/rest/deployments/environments#get-an-environment */
export function environmentShape(environment: GithubEnvironment, url: string, call: GithubCall) {
  const { id, name, createdAt, waitMinutes, reviewers, branches } = environment
  return {
    id,
    node_id: nodeId('EN', id),
    name,
    url: `${url}/environments/${encodeURIComponent(name)}`,
    html_url: `https://github.com/${url.split('/repos/')[1] ?? ''}/deployments/activity_log?environments_filter=${encodeURIComponent(name)}`,
    created_at: githubTime(createdAt),
    updated_at: githubTime(createdAt),
    can_admins_bypass: true,
    protection_rules: [
      ...(waitMinutes > 0 ? [{ ...rule(id, 1, 'wait_timer'), wait_timer: waitMinutes }] : []),
      ...(reviewers.length > 0
        ? [
            {
              ...rule(id, 2, 'required_reviewers'),
              prevent_self_review: false,
              reviewers: reviewers.map((login) => ({ type: 'User', reviewer: reviewer(login, call) })),
            },
          ]
        : []),
      ...(branches === 'protected' ? [rule(id, 3, 'branch_policy')] : []),
    ],
    deployment_branch_policy:
      branches === 'protected' ? { protected_branches: true, custom_branch_policies: false } : null,
  }
}

function rule(environmentId: number, number: number, type: string) {
  const id = (environmentId % 100_000_000) * 10 + number
  return { id, node_id: nodeId('GA', id), type }
}

function reviewer(login: string, { world, base }: GithubCall) {
  const owner = world.store.githubOwners.get(login.toLowerCase())
  return owner ? ownerSummary(owner, base) : { login }
}

/** Commits are made up: the same name gives the same one. */
export function commitOf(repository: GithubRepository, ref: string, base: string) {
  const sha = shaOf(`${repository.owner}/${repository.name}@${ref}`)
  return { sha, url: `${base}/repos/${repository.owner}/${repository.name}/commits/${sha}` }
}
