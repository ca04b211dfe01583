import { cleanup, renderHook, waitFor } from '@testing-library/react'
import type { Session } from '@trustwright/shared-schemas'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { forgetSessionLost, readSessionLost, readWantedOfSignIn } from '../api/session-lost.ts'
import { useWantedSignIn } from './use-wanted-sign-in.ts'

const settings: Session['settings'] = {
  cloud: 'public',
  tenantId: '8f1f3b0e-6a52-4d1c-9a3e-2b7c5d4e6f10',
  authorityHost: 'https://login.example',
  armEndpoint: 'https://arm.example',
  graphEndpoint: 'https://graph.example',
  defaultAudience: 'api://x',
  sampleTokenUrl: null,
}
const fetched = vi.fn<typeof fetch>()

beforeEach(() => {
  vi.stubGlobal('fetch', fetched)
})

afterEach(() => {
  cleanup()
  forgetSessionLost()
  fetched.mockReset()
  vi.unstubAllGlobals()
})

function answer(claims?: string): void {
  const session: Session = { user: null, settings, ...(claims === undefined ? {} : { claims }) }
  fetched.mockImplementation(() => Promise.resolve(Response.json(session)))
}

test('work that stops for want of a sign-in has the session asked once, and the sign-in asked for with its claims', async () => {
  answer('e30')
  for (const isWaiting of [false, false]) renderHook(() => useWantedSignIn(isWaiting))
  const { rerender } = renderHook(({ isWaiting }) => useWantedSignIn(isWaiting), {
    initialProps: { isWaiting: false },
  })
  rerender({ isWaiting: true })
  await waitFor(() => expect(readSessionLost()).toBe('WORK_WAITS'))
  expect(readWantedOfSignIn().claims).toBe('{}')
  rerender({ isWaiting: true })
  // Behind it, so that a call too many would be there by then.
  renderHook(() => useWantedSignIn(true))
  await waitFor(() => expect(fetched.mock.calls.length).toBeGreaterThan(1))
  expect(fetched).toHaveBeenCalledTimes(2)
})

test('where no claims are wanted, or nobody answers, no sign-in is asked for', async () => {
  answer()
  const first = renderHook(() => useWantedSignIn(true))
  await waitFor(() => expect(fetched).toHaveBeenCalledOnce())
  first.unmount()
  fetched.mockRejectedValue(new TypeError('Failed to fetch'))
  renderHook(() => useWantedSignIn(true))
  await waitFor(() => expect(fetched).toHaveBeenCalledTimes(2))
  expect(readSessionLost()).toBeNull()
})
