import { repositoryInPath } from './find-repository.ts'
import { repositoryOperations } from './github-operation.ts'
import { commitOf } from './github-shapes.ts'
import { paged } from './paging.ts'

export const listBranches = repositoryOperations({
  id: 'github/list-branches',
  method: 'GET',
  path: '/branches',
  summary: 'Branches of a repository; `protected` narrows them',
  source: 'https://docs.github.com/rest/branches/branches#list-branches',
  answer: (call) => {
    const repository = repositoryInPath(call)
    const wanted = call.request.query.get('protected')
    const branches = repository.branches.filter(
      (branch) => wanted === null || String(branch.protected) === wanted,
    )
    return paged(call, branches, (page) =>
      page.map((branch) => ({
        name: branch.name,
        commit: commitOf(repository, branch.name, call.base),
        protected: branch.protected,
      })),
    )
  },
})
