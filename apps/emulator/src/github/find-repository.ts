import { repositoryKey, type GithubOwner, type GithubRepository } from '../kernel/entities/github.ts'
import { administers } from './github-caller.ts'
import { githubFaults } from './github-faults.ts'
import type { GithubCall } from './github-operation.ts'

/** The repository in the path, by name or number. Throws 404 when the caller may not see it, 301 when it is found under a former name. */
export function repositoryInPath(call: GithubCall): GithubRepository {
  const { params } = call.request
  const { store } = call.world
  if (params.id !== undefined) {
    const [found] = store.githubRepositories.by('id', params.id)
    if (!found || !maySee(call, found)) throw githubFaults.notFound(call.documentation)
    return found
  }
  const key = repositoryKey(params.owner ?? '', params.repo ?? '')
  const present = store.githubRepositories.get(key)
  const moved = present ? undefined : store.githubRepositories.by('formerName', key)[0]
  const repository = present ?? moved
  if (!repository || !maySee(call, repository)) throw githubFaults.notFound(call.documentation)
  if (moved) {
    const path = call.request.path.split('/').slice(5)
    throw githubFaults.moved([`${call.base}/repositories/${moved.id}`, ...path].join('/'))
  }
  return repository
}

export function maySee({ caller }: GithubCall, { visibility, owner }: GithubRepository): boolean {
  return visibility === 'public' || administers(caller, owner)
}

/** The owner in the path, whatever kind it is, or 404. */
export function ownerInPath(call: GithubCall, login: string): GithubOwner {
  const owner = call.world.store.githubOwners.get(login.toLowerCase())
  if (!owner) throw githubFaults.notFound(call.documentation)
  return owner
}

/** Repositories of an owner that the caller sees, by name. */
export function repositoriesOf(call: GithubCall, owner: string): GithubRepository[] {
  return call.world.store.githubRepositories
    .by('owner', owner.toLowerCase())
    .filter((repository) => maySee(call, repository))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
}
