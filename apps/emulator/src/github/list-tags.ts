import { repositoryInPath } from './find-repository.ts'
import { repositoryOperations } from './github-operation.ts'
import { commitOf, nodeId } from './github-shapes.ts'
import { paged } from './paging.ts'

export const listTags = repositoryOperations({
  id: 'github/list-tags',
  method: 'GET',
  path: '/tags',
  summary: 'Tags of a repository',
  source: 'https://docs.github.com/rest/repos/repos#list-repository-tags',
  answer: (call) => {
    const repository = repositoryInPath(call)
    const url = `${call.base}/repos/${repository.owner}/${repository.name}`
    return paged(call, repository.tags, (page) =>
      page.map((name) => ({
        name,
        zipball_url: `${url}/zipball/refs/tags/${name}`,
        tarball_url: `${url}/tarball/refs/tags/${name}`,
        commit: commitOf(repository, name, call.base),
        node_id: nodeId('REF', repository.id),
      })),
    )
  },
})
