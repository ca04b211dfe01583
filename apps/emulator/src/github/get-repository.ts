import { maySee, repositoryInPath } from './find-repository.ts'
import { githubFaults } from './github-faults.ts'
import { githubOperation } from './github-operation.ts'
import { repositoryShape } from './github-shapes.ts'

const description = {
  id: 'github/get-repository',
  method: 'GET',
  summary: 'One repository by its name (301 under a former one) or by its number',
  source: 'https://docs.github.com/rest/repos/repos#get-a-repository',
} as const

export const getRepository = [
  githubOperation({
    ...description,
    path: '/github/repos/{owner}/{repo}',
    answer: (call) => ({ status: 200, body: repositoryShape(repositoryInPath(call), call) }),
  }),
  githubOperation({
    ...description,
    path: '/github/repositories/{id}',
    answer: (call) => {
      const [repository] = call.world.store.githubRepositories.by('id', call.request.params.id ?? '')
      if (!repository || !maySee(call, repository)) throw githubFaults.notFound(call.documentation)
      return { status: 200, body: repositoryShape(repository, call) }
    },
  }),
]
