import { cleanup, renderHook, waitFor } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import type { Slices } from '../../lib/slices.ts'
import { useWorked } from './use-worked.ts'

afterEach(cleanup)

/** Work that yields until it is let go on. */
function slowWork() {
  const begun: string[] = []
  const gate = { isOpen: false }
  function* work(input: string): Slices<string> {
    begun.push(input)
    while (!gate.isOpen) yield
    return input.toUpperCase()
  }
  return { begun, work, open: () => (gate.isOpen = true) }
}

test('the result before stays until the work is done, and of what came meanwhile only the newest is worked on', async () => {
  const { begun, open, work } = slowWork()
  const { rerender, result } = renderHook(({ input }) => useWorked(input, work, 'nothing'), {
    initialProps: { input: 'a' },
  })
  expect(result.current).toBe('nothing')
  rerender({ input: 'b' })
  rerender({ input: 'c' })
  expect(begun).toEqual(['a'])
  open()
  await waitFor(() => expect(result.current).toBe('C'))
  expect(begun).toEqual(['a', 'c'])
  rerender({ input: 'd' })
  await waitFor(() => expect(result.current).toBe('D'))
})

test('nothing is worked on without input, and what is given up with its page is never finished', async () => {
  const { begun, open, work } = slowWork()
  const initialProps: { input: string | undefined } = { input: undefined }
  const { rerender, result, unmount } = renderHook(({ input }) => useWorked(input, work, 'nothing'), {
    initialProps,
  })
  expect(begun).toEqual([])
  rerender({ input: 'a' })
  unmount()
  open()
  // Its next slice would come with the next timer.
  await new Promise((resolve) => setTimeout(resolve))
  await new Promise((resolve) => setTimeout(resolve))
  expect([begun, result.current]).toEqual([['a'], 'nothing'])
})
