import { repositoryInPath } from './find-repository.ts'
import { repositoryOperations } from './github-operation.ts'
import { repositoryShape } from './github-shapes.ts'

export const getRepository = repositoryOperations({
  id: 'github/get-repository',
  method: 'GET',
  path: '',
  summary: 'One repository by its name (301 under a former one) or by its number',
  source: 'https://docs.github.com/rest/repos/repos#get-a-repository',
  answer: (call) => ({ status: 200, body: repositoryShape(repositoryInPath(call), call) }),
})
