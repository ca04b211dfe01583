import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import type { ReviewItem } from '@trustwright/shared-schemas'
import { act, cleanup, renderHook } from '@testing-library/react'
import type { ReactNode } from 'react'
import { afterEach, expect, test, vi } from 'vitest'
import { reviewLinesQuery } from '../../../api/review-queries.ts'
import { useDecisions } from './use-decisions.ts'

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

test('keys that come faster than the page is drawn never lead back to what is decided', () => {
  // No answer of the portal comes in this test.
  vi.stubGlobal('fetch', () => new Promise<Response>(() => undefined))
  const queries = new QueryClient()
  queries.setQueryData(reviewLinesQuery('r-1').queryKey, { severities: '---', decisions: '---' })
  const wrapper = ({ children }: { readonly children: ReactNode }) => (
    <QueryClientProvider client={queries}>{children}</QueryClientProvider>
  )
  const { result } = renderHook(() => useDecisions('r-1'), { wrapper })
  const { decide } = result.current
  // Of an item this hook reads these alone.
  const item = (ordinal: number) =>
    ({ ordinal, version: 0, decided: null, note: '' }) as unknown as ReviewItem
  const wanted = { decision: 'keep', reason: '', note: '' } as const
  act(() => {
    expect([1, 2, 3].map((ordinal) => decide(item(ordinal), wanted, 'undecided'))).toEqual([2, 3, null])
  })
  expect(queries.getQueryData(reviewLinesQuery('r-1').queryKey)?.decisions).toBe('kkk')
})
