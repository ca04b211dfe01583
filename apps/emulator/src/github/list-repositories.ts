import { ownerInPath, repositoriesOf } from './find-repository.ts'
import { githubFaults } from './github-faults.ts'
import { githubOperation, type GithubCall } from './github-operation.ts'
import { repositoryShape } from './github-shapes.ts'
import { paged } from './paging.ts'

const description = {
  id: 'github/list-repositories',
  method: 'GET',
  summary: 'Repositories of an organisation, of a person, or that the caller may change',
  source: 'https://docs.github.com/rest/repos/repos#list-organization-repositories',
} as const

export const listRepositories = [
  githubOperation({
    ...description,
    path: '/github/orgs/{org}/repos',
    answer: (call) => ofOwner(call, call.request.params.org ?? ''),
  }),
  githubOperation({
    ...description,
    path: '/github/users/{username}/repos',
    answer: (call) => ofOwner(call, call.request.params.username ?? ''),
  }),
  githubOperation({
    ...description,
    path: '/github/user/repos',
    answer: (call) => {
      if (!call.caller) throw githubFaults.requiresAuthentication(call.documentation)
      const all = call.caller.administers.flatMap((owner) => repositoriesOf(call, owner))
      return paged(call, all, (page) => page.map((repository) => repositoryShape(repository, call)))
    },
  }),
]

function ofOwner(call: GithubCall, login: string) {
  const owner = ownerInPath(call, login)
  return paged(call, repositoriesOf(call, owner.login), (page) =>
    page.map((repository) => repositoryShape(repository, call)),
  )
}
