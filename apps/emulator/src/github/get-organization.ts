import { ownerInPath } from './find-repository.ts'
import { githubFaults } from './github-faults.ts'
import { githubOperation } from './github-operation.ts'
import { githubTime, ownerSummary } from './github-shapes.ts'

export const getOrganization = githubOperation({
  id: 'github/get-organization',
  method: 'GET',
  path: '/github/orgs/{org}',
  summary: 'One organisation; a person under this path is 404',
  source: 'https://docs.github.com/rest/orgs/orgs#get-an-organization',
  answer: (call) => {
    const owner = ownerInPath(call, call.request.params.org ?? '')
    if (owner.type !== 'Organization') throw githubFaults.notFound(call.documentation)
    const { base } = call
    return {
      status: 200,
      body: {
        ...ownerSummary(owner, base),
        url: `${base}/orgs/${owner.login}`,
        repos_url: `${base}/orgs/${owner.login}/repos`,
        description: null,
        name: owner.name,
        created_at: githubTime(owner.createdAt),
        updated_at: githubTime(owner.createdAt),
      },
    }
  },
})
