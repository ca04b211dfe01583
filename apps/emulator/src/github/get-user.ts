import { numberOf } from '../issuers/stable-values.ts'
import { ownerInPath } from './find-repository.ts'
import { githubFaults } from './github-faults.ts'
import { githubOperation } from './github-operation.ts'
import { githubTime, ownerSummary } from './github-shapes.ts'

const source = 'https://docs.github.com/rest/users/users#get-a-user'

export const getUser = githubOperation({
  id: 'github/get-user',
  method: 'GET',
  path: '/github/users/{username}',
  summary: 'One person or organisation',
  source,
  answer: (call) => {
    const owner = ownerInPath(call, call.request.params.username ?? '')
    return {
      status: 200,
      body: {
        ...ownerSummary(owner, call.base),
        name: owner.name,
        created_at: githubTime(owner.createdAt),
        updated_at: githubTime(owner.createdAt),
      },
    }
  },
})

/** The seeded tokens belong to people without an account of their own. */
export const getAuthenticatedUser = githubOperation({
  id: 'github/get-user',
  method: 'GET',
  path: '/github/user',
  summary: 'One person or organisation',
  source,
  answer: ({ caller, base, documentation }) => {
    if (!caller) throw githubFaults.requiresAuthentication(documentation)
    return {
      status: 200,
      body: {
        login: caller.login,
        id: Number(numberOf(caller.login)),
        type: 'User',
        url: `${base}/users/${caller.login}`,
      },
    }
  },
})
