import * as z from 'zod'
import { endpoint } from './endpoint.ts'
import type { ErrorCode } from './errors.ts'
import {
  GithubConnection,
  GithubEnvironmentList,
  GithubNameList,
  GithubRepository,
  GithubRepositoryPath,
} from './github.ts'

const repositoryPath = '/api/github/repositories/:owner/:name'

/** `refresh=true` asks GitHub again, for a person who has just changed something there. */
const refresh = { refresh: z.enum(['true', 'false']).default('false') }
const Refresh = z.strictObject(refresh)
const Search = z.strictObject({ ...refresh, search: z.string().max(255).default('') })

const refusals: readonly ErrorCode[] = [
  'GITHUB_NOT_FOUND',
  'GITHUB_MOVED',
  'GITHUB_SIGN_IN_REQUIRED',
  'GITHUB_CONNECTION_ENDED',
  'GITHUB_RATE_LIMITED',
  'GITHUB_REFUSED',
  'GITHUB_FAILED',
  'GITHUB_TIMEOUT',
]

/** The addresses about GitHub; a part of `endpoints`. */
export const githubEndpoints = {
  readGithubRepository: endpoint({
    operationId: 'readGithubRepository',
    summary: 'A repository as GitHub names it, and how its subjects are made',
    method: 'GET',
    path: repositoryPath,
    access: 'signed-in',
    params: GithubRepositoryPath,
    query: Refresh,
    status: 200,
    reply: GithubRepository,
    errors: refusals,
  }),
  listGithubEnvironments: endpoint({
    operationId: 'listGithubEnvironments',
    summary: 'Environments of a repository, and what protects them',
    method: 'GET',
    path: `${repositoryPath}/environments`,
    access: 'signed-in',
    params: GithubRepositoryPath,
    query: Refresh,
    status: 200,
    reply: GithubEnvironmentList,
    errors: refusals,
  }),
  listGithubBranches: endpoint({
    operationId: 'listGithubBranches',
    summary: 'Branches of a repository, searched by name',
    method: 'GET',
    path: `${repositoryPath}/branches`,
    access: 'signed-in',
    params: GithubRepositoryPath,
    query: Search,
    status: 200,
    reply: GithubNameList,
    errors: refusals,
  }),
  listGithubTags: endpoint({
    operationId: 'listGithubTags',
    summary: 'Tags of a repository, searched by name',
    method: 'GET',
    path: `${repositoryPath}/tags`,
    access: 'signed-in',
    params: GithubRepositoryPath,
    query: Search,
    status: 200,
    reply: GithubNameList,
    errors: refusals,
  }),
  readGithubConnection: endpoint({
    operationId: 'readGithubConnection',
    summary: 'Whether the person is signed in to GitHub, and can be',
    method: 'GET',
    path: '/api/github/connection',
    access: 'signed-in',
    status: 200,
    reply: GithubConnection,
    errors: [],
  }),
  deleteGithubConnection: endpoint({
    operationId: 'deleteGithubConnection',
    summary: 'Forget the person’s access to GitHub here, and withdraw it at GitHub where it answers',
    method: 'DELETE',
    path: '/api/github/connection',
    access: 'signed-in',
    status: 200,
    /** False: GitHub did not confirm, so the access ends there by itself or in the person's settings. */
    reply: z.strictObject({ withdrawnAtGithub: z.boolean() }),
    errors: [],
  }),
} as const
