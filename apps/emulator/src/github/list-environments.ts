import { repositoryInPath } from './find-repository.ts'
import { repositoryOperations } from './github-operation.ts'
import { environmentShape } from './github-shapes.ts'
import { paged } from './paging.ts'

export const listEnvironments = repositoryOperations({
  id: 'github/list-environments',
  method: 'GET',
  path: '/environments',
  summary: 'Environments of a repository with their protection rules',
  source: 'https://docs.github.com/rest/deployments/environments#list-environments',
  answer: (call) => {
    const { owner, name, environments } = repositoryInPath(call)
    const url = `${call.base}/repos/${owner}/${name}`
    return paged(call, environments, (page) => ({
      total_count: environments.length,
      environments: page.map((environment) => environmentShape(environment, url, call)),
    }))
  },
})
