import { act, renderHook } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { useSearchText } from './use-search-text.ts'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

function start(inAddress: string) {
  const put: string[] = []
  const hook = renderHook(({ address }) => useSearchText(address, (text) => put.push(text), 300), {
    initialProps: { address: inAddress },
  })
  return {
    put,
    text: () => hook.result.current.text,
    type: (text: string) => act(() => hook.result.current.setText(text)),
    wait: (ms: number) =>
      act(() => {
        vi.advanceTimersByTime(ms)
      }),
    arrive: (address: string) => hook.rerender({ address }),
  }
}

test('letters typed in one go are handed on once, after the pause', () => {
  const field = start('')
  for (const text of ['p', 'pa', 'pay']) {
    field.type(text)
    field.wait(100)
  }
  expect(field.put).toEqual([])
  field.wait(300)
  expect(field.put).toEqual(['pay'])
})

test('what is typed while the address still changes is kept', () => {
  const field = start('')
  field.type('pa')
  field.wait(300)
  field.type('pay')
  field.arrive('pa')
  expect(field.text()).toBe('pay')
  field.wait(300)
  expect(field.put).toEqual(['pa', 'pay'])
})

test('an address that changes by itself fills the field, and is not put back', () => {
  const field = start('pay')
  field.arrive('')
  expect(field.text()).toBe('')
  field.wait(300)
  expect(field.put).toEqual([])
})
