import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act, cleanup, renderHook, waitFor } from '@testing-library/react'
import type { ReactNode } from 'react'
import { afterEach, expect, test, vi } from 'vitest'
import { useIssuerLook } from './use-issuer-look.ts'

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const issuer = 'https://oidc.contoso.com'
const tokenInIssuer = `https://oidc.contoso.com/eyJhbGciOiJSUzI1NiJ9.${'eyJzdWIiOiJ4In0'.repeat(4)}.c2lnbmF0dXJl`

function look(asked: string | undefined, isSignedIn: boolean, isDue: boolean) {
  const sent: string[] = []
  vi.stubGlobal('fetch', (_: string, init?: RequestInit) => {
    sent.push(typeof init?.body === 'string' ? init.body : 'no text')
    return Promise.reject(new TypeError('Nobody answers'))
  })
  const client = new QueryClient()
  const wrapper = ({ children }: { readonly children: ReactNode }) => (
    <QueryClientProvider client={client}>{children}</QueryClientProvider>
  )
  const { result } = renderHook(() => useIssuerLook(asked, isSignedIn, isDue), { wrapper })
  return { result, sent }
}

test.each([
  ['signed out', issuer, false, true, 'signed-out'],
  ['without an issuer', undefined, true, true, 'none'],
  ['at an address without encryption', 'http://oidc.contoso.com', true, true, 'none'],
  ['at half an address', 'https://', true, true, 'none'],
  ['at an address that holds a token', tokenInIssuer, true, true, 'none'],
  ['unasked, where something else explains the case', issuer, true, false, 'unasked'],
] as const)('nobody looks %s', async (_, asked, isSignedIn, isDue, state) => {
  const { result, sent } = look(asked, isSignedIn, isDue)
  await act(() => Promise.resolve())
  expect(sent).toEqual([])
  expect(result.current.look.state).toBe(state)
  // What cannot be looked at is not offered either.
  expect(result.current.ask !== null).toBe(state === 'unasked')
})

test('an issuer in doubt is looked at unasked, and nothing but its address is sent', async () => {
  const { result, sent } = look(issuer, true, true)
  expect(result.current.look.state).toBe('asking')
  expect(result.current.ask).toBeNull()
  await waitFor(() => expect(result.current.look.state).toBe('failed'))
  expect(sent.map((body) => JSON.parse(body) as unknown)).toEqual([{ issuer }])
})

test('a press looks, and after a failure looks again', async () => {
  const { result, sent } = look(issuer, true, false)
  act(() => result.current.ask?.())
  await waitFor(() => expect(result.current.look.state).toBe('failed'))
  act(() => result.current.ask?.())
  await waitFor(() => expect(sent).toHaveLength(2))
})
