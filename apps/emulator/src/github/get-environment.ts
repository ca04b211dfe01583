import { repositoryInPath } from './find-repository.ts'
import { githubFaults } from './github-faults.ts'
import { githubOperation } from './github-operation.ts'
import { environmentShape } from './github-shapes.ts'

export const getEnvironment = githubOperation({
  id: 'github/get-environment',
  method: 'GET',
  path: '/github/repos/{owner}/{repo}/environments/{environment}',
  summary: 'One environment of a repository; its name is compared without regard to case',
  source: 'https://docs.github.com/rest/deployments/environments#get-an-environment',
  answer: (call) => {
    const { owner, name, environments } = repositoryInPath(call)
    const wanted = (call.request.params.environment ?? '').toLowerCase()
    const environment = environments.find((each) => each.name.toLowerCase() === wanted)
    if (!environment) throw githubFaults.notFound(call.documentation)
    return { status: 200, body: environmentShape(environment, `${call.base}/repos/${owner}/${name}`, call) }
  },
})
