import { queryOptions } from '@tanstack/react-query'
import { githubEndpoints, type GithubRepositoryPath } from '@trustwright/shared-schemas'
import { call } from './client.ts'

const lasting = { staleTime: 5 * 60_000, retry: false } as const

/** A repository as GitHub names it; refused where GitHub shows none. */
export const githubRepositoryQuery = (path: GithubRepositoryPath) =>
  queryOptions({
    queryKey: ['readGithubRepository', path],
    queryFn: ({ signal }) => call(githubEndpoints.readGithubRepository, { params: path, signal }),
    ...lasting,
  })

export const githubEnvironmentsQuery = (path: GithubRepositoryPath) =>
  queryOptions({
    queryKey: ['listGithubEnvironments', path],
    queryFn: ({ signal }) => call(githubEndpoints.listGithubEnvironments, { params: path, signal }),
    ...lasting,
  })

export const githubBranchesQuery = (path: GithubRepositoryPath, search = '') =>
  queryOptions({
    queryKey: ['listGithubBranches', path, search],
    queryFn: ({ signal }) =>
      call(githubEndpoints.listGithubBranches, { params: path, query: { search }, signal }),
    ...lasting,
  })

export const githubTagsQuery = (path: GithubRepositoryPath, search = '') =>
  queryOptions({
    queryKey: ['listGithubTags', path, search],
    queryFn: ({ signal }) =>
      call(githubEndpoints.listGithubTags, { params: path, query: { search }, signal }),
    ...lasting,
  })

/** Whether the person is signed in to GitHub, and can be. */
export const githubConnectionQuery = queryOptions({
  queryKey: ['readGithubConnection'],
  queryFn: ({ signal }) => call(githubEndpoints.readGithubConnection, { signal }),
  staleTime: 60_000,
})

/** Ends the person's sign-in to GitHub here, and at GitHub where it answers. */
export function disconnectGithub() {
  return call(githubEndpoints.deleteGithubConnection)
}
