import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import { errorCatalogue, type ErrorCode } from '@trustwright/shared-schemas'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { useForm } from 'react-hook-form'
import { ApiProblem } from '../../api/api-problem.ts'
import { FormShell } from './form-shell.tsx'
import type { RetriedWrite } from './retry-wait.ts'
import { SubmitButton } from './submit-button.tsx'

beforeEach(() => vi.useFakeTimers())
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

function problem(code: ErrorCode, retryAfterSeconds?: number): ApiProblem {
  const { status, title } = errorCatalogue[code]
  const text = { type: 'about:blank', detail: 'Azure said so.', nextStep: 'Wait.', requestId: 'r' }
  return new ApiProblem({
    ...text,
    code,
    status,
    title,
    ...(retryAfterSeconds !== undefined && { retryAfterSeconds }),
  })
}

function Form({ error, write, onRetry }: Shown) {
  const form = useForm({ defaultValues: { name: 'kept' } })
  return (
    <FormShell
      form={form}
      label="New trust"
      onSubmit={onRetry}
      retries={write}
      submitError={error}
      actions={<SubmitButton label="Create trust" busyLabel="Creating" busy={false} />}
    >
      <input aria-label="Name" />
    </FormShell>
  )
}

interface Shown {
  readonly error: unknown
  readonly write: RetriedWrite
  readonly onRetry: () => void
}

function show(error: unknown, write: RetriedWrite = 'create-below-parent') {
  const onRetry = vi.fn<() => void>()
  const element = (now: unknown) => <Form error={now} write={write} onRetry={onRetry} />
  const page = render(element(error))
  return { onRetry, again: (now: unknown) => page.rerender(element(now)) }
}

/** The form is checked before it is sent, which takes its turns. */
const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms))
const text = () => document.body.textContent

test('the wait counts down, says what was done, and sends the form once when its time has come', async () => {
  const { onRetry } = show(problem('THROTTLED', 8))
  expect(screen.getByRole('alert').textContent).toContain('Nothing was stored, and what you typed stays.')
  expect(screen.getByRole('timer').textContent).toBe('The portal tries again in 8 s, 1 of 3.')
  await pass(3000)
  expect(screen.getByRole('timer').textContent).toContain('in 5 s')
  expect(onRetry).not.toHaveBeenCalled()
  await pass(5000)
  expect(onRetry).toHaveBeenCalledTimes(1)
  await pass(60_000)
  expect(onRetry).toHaveBeenCalledTimes(1)
})

test('a stopped wait sends nothing, and shows the refusal as it is', async () => {
  const { onRetry } = show(problem('CONCURRENT_WRITE'))
  fireEvent.click(screen.getByRole('button', { name: 'Stop waiting' }))
  await pass(60_000)
  expect(onRetry).not.toHaveBeenCalled()
  expect(screen.queryByRole('timer')).toBeNull()
  expect(screen.getByRole('alert').textContent).toContain('Another change is going on')
})

test('who is in a hurry sends it at once, and only once', async () => {
  const { onRetry } = show(problem('CONCURRENT_WRITE'))
  fireEvent.click(screen.getByRole('button', { name: 'Try now' }))
  await pass(60_000)
  expect(onRetry).toHaveBeenCalledTimes(1)
})

test('each refusal begins a longer wait of its own, and after the third the person decides', async () => {
  const { again, onRetry } = show(problem('NOT_FOUND'))
  for (const seconds of [5, 10, 20]) {
    expect(text()).toContain(`in ${seconds} s`)
    expect(text()).toContain('Azure does not show the identity yet')
    await pass(seconds * 1000)
    again(null)
    again(problem('NOT_FOUND'))
  }
  expect(onRetry).toHaveBeenCalledTimes(3)
  expect(screen.queryByRole('timer')).toBeNull()
  expect(text()).toContain('Azure does not have this')
})

test.each<[string, unknown, RetriedWrite]>([
  ['a missing right', problem('FORBIDDEN'), 'change'],
  ['a trust that is gone', problem('NOT_FOUND'), 'change'],
  ['an hour', problem('THROTTLED', 3600), 'create-below-parent'],
])('%s is told and not waited for', async (_, error, write) => {
  const { onRetry } = show(error, write)
  await pass(4_000_000)
  expect(onRetry).not.toHaveBeenCalled()
  expect(screen.queryByRole('timer')).toBeNull()
  expect(screen.getByRole('alert')).toBeDefined()
})

test('without an error there is nothing to see but the form', () => {
  show(null)
  expect(text()).toBe('Create trust')
})

test('while it waits the form is sent by the box alone', () => {
  const { again } = show(null)
  expect(screen.getByRole('button', { name: 'Create trust' })).toBeDefined()
  again(problem('THROTTLED', 8))
  expect(screen.getAllByRole('button').map(({ textContent }) => textContent)).toEqual([
    'Try now',
    'Stop waiting',
  ])
})

test.each(['Stop waiting', 'Try now'])(
  'the focus goes with the button to the box, and after “%s” back to the button',
  async (pressed) => {
    const { again } = show(null)
    screen.getByRole('button', { name: 'Create trust' }).focus()
    again(problem('THROTTLED', 8))
    expect(document.activeElement).not.toBe(document.body)
    expect(document.activeElement?.textContent).toContain('Waiting: Azure asked us to slow down')
    screen.getByRole('button', { name: pressed }).focus()
    fireEvent.click(screen.getByRole('button', { name: pressed }))
    await pass(0)
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Create trust' }))
  },
)

test('a wait takes nobody out of the field where they type, neither when it begins nor when it ends', async () => {
  const { again } = show(null)
  const field = screen.getByRole('textbox', { name: 'Name' })
  field.focus()
  again(problem('THROTTLED', 8))
  expect(document.activeElement).toBe(field)
  await pass(9000)
  expect(document.activeElement).toBe(field)
})
