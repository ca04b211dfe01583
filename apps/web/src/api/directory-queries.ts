import { queryOptions } from '@tanstack/react-query'
import { directoryEndpoints, mostNames, type DirectoryPrincipal } from '@trustwright/shared-schemas'
import { call } from './client.ts'

/** People and groups by their object IDs, as many as wanted; who is not there is left out. */
export const directoryNamesQuery = (ids: readonly string[]) => {
  const wanted = [...new Set(ids.map((id) => id.toLowerCase()))].toSorted()
  return queryOptions({
    queryKey: ['readDirectoryNames', wanted],
    queryFn: async ({ signal }): Promise<readonly DirectoryPrincipal[]> => {
      const parts = Array.from({ length: Math.ceil(wanted.length / mostNames) }, (_, at) =>
        wanted.slice(at * mostNames, (at + 1) * mostNames),
      )
      const replies = await Promise.all(
        parts.map((part) =>
          call(directoryEndpoints.readDirectoryNames, { query: { ids: part.join(',') }, signal }),
        ),
      )
      return replies.flatMap(({ principals }) => principals)
    },
    staleTime: 300_000,
    retry: false,
  })
}

/** People and groups whose name begins so. */
export const directorySearchQuery = (search: string) =>
  queryOptions({
    queryKey: ['searchDirectory', search],
    queryFn: ({ signal }) => call(directoryEndpoints.searchDirectory, { query: { search }, signal }),
    staleTime: 60_000,
    retry: false,
  })
