import { githubOperation } from './github-operation.ts'
import { rateState } from './rate-limit.ts'

export const getRateLimit = githubOperation({
  id: 'github/get-rate-limit',
  method: 'GET',
  path: '/github/rate_limit',
  summary: 'What the caller has left; asking costs nothing',
  source: 'https://docs.github.com/rest/rate-limit/rate-limit',
  free: true,
  answer: ({ world, caller }) => {
    const core = rateState(world, caller)
    return { status: 200, body: { resources: { core }, rate: core } }
  },
})
