import { QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query'
import type { TrustRequest } from '@trustwright/shared-schemas'
import { act, cleanup, renderHook, waitFor } from '@testing-library/react'
import type { ReactNode } from 'react'
import { afterEach, expect, test } from 'vitest'
import { requestQuery } from '../../api/request-queries.ts'
import { useDecision } from './use-decision.ts'

afterEach(cleanup)

// Of a request this hook reads the ID alone.
const request = { requestId: 'r-1', version: 1 } as TrustRequest

test('a failed attempt is over only when the page knows the version that it made', async () => {
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  let answer: (stands: TrustRequest) => void = () => undefined
  const { queryKey } = requestQuery(request.requestId)
  queries.setQueryData(queryKey, request)
  const reading = () => new Promise<TrustRequest>((resolve) => (answer = resolve))
  const wrapper = ({ children }: { readonly children: ReactNode }) => (
    <QueryClientProvider client={queries}>{children}</QueryClientProvider>
  )
  const { result } = renderHook(
    () => {
      useQuery({ queryKey, queryFn: reading, staleTime: Infinity })
      return useDecision(
        request,
        () => Promise.reject(new Error('a rule forbids it')),
        () => '',
      )
    },
    { wrapper },
  )
  act(() => result.current.mutate(undefined))
  await waitFor(() => expect(queries.isFetching({ queryKey })).toBe(1))
  expect(result.current).toMatchObject({ isPending: true, error: null })
  act(() => answer({ ...request, version: 3 }))
  await waitFor(() => expect(result.current).toMatchObject({ isPending: false, isError: true }))
  expect(queries.getQueryData(queryKey)).toMatchObject({ version: 3 })
})
