import { QueryClient } from '@tanstack/react-query'
import { ApiProblem, ConnectionProblem, ReplyProblem } from './api-problem.ts'

const worthAnotherTry = new Set(['UPSTREAM_FAILED', 'UPSTREAM_TIMEOUT', 'DATABASE_UNAVAILABLE'])

/** Reads are tried again where that can help. Writes never are: the portal cannot know whether one happened. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        gcTime: 5 * 60_000,
        retry: shouldReadAgain,
        retryDelay: (failures) => 500 * 2 ** failures,
        refetchOnWindowFocus: false,
      },
      mutations: { retry: false },
    },
  })
}

/** What broke on the way to the portal is tried twice more; what the portal itself could not read, once. */
function shouldReadAgain(failures: number, error: unknown): boolean {
  if (error instanceof ConnectionProblem) return failures < 2
  if (error instanceof ReplyProblem) return failures < 2 && error.status >= 500
  return failures < 1 && error instanceof ApiProblem && worthAnotherTry.has(error.code)
}
