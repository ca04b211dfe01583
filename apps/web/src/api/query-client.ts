import { QueryClient } from '@tanstack/react-query'
import { ApiProblem } from './api-problem.ts'

const worthAnotherTry = new Set(['UPSTREAM_FAILED', 'UPSTREAM_TIMEOUT', 'DATABASE_UNAVAILABLE'])

/** Reads are tried once more where that can help. Writes never are: the portal cannot know whether one happened. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { staleTime: 15_000, gcTime: 5 * 60_000, retry: shouldReadAgain, refetchOnWindowFocus: false },
      mutations: { retry: false },
    },
  })
}

function shouldReadAgain(failures: number, error: unknown): boolean {
  return failures < 1 && error instanceof ApiProblem && worthAnotherTry.has(error.code)
}
