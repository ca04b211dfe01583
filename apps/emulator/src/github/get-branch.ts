import { repositoryInPath } from './find-repository.ts'
import { githubFaults } from './github-faults.ts'
import { githubOperation } from './github-operation.ts'
import { commitOf } from './github-shapes.ts'

export const getBranch = githubOperation({
  id: 'github/get-branch',
  method: 'GET',
  path: '/github/repos/{owner}/{repo}/branches/{branch*}',
  summary: 'One branch of a repository and whether it is protected',
  source: 'https://docs.github.com/rest/branches/branches#get-a-branch',
  answer: (call) => {
    const repository = repositoryInPath(call)
    const branch = repository.branches.find(({ name }) => name === call.request.params.branch)
    if (!branch) throw githubFaults.branchNotFound(call.documentation)
    const url = `${call.base}/repos/${repository.owner}/${repository.name}/branches/${branch.name}`
    return {
      status: 200,
      body: {
        name: branch.name,
        commit: commitOf(repository, branch.name, call.base),
        _links: {
          self: url,
          html: `https://github.com/${repository.owner}/${repository.name}/tree/${branch.name}`,
        },
        protected: branch.protected,
        protection: {
          enabled: branch.protected,
          required_status_checks: { enforcement_level: 'off', contexts: [], checks: [] },
        },
        protection_url: `${url}/protection`,
      },
    }
  },
})
