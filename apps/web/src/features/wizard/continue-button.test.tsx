import { FluentProvider, webLightTheme } from '@fluentui/react-components'
import { cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test, vi } from 'vitest'
import { ContinueButton } from './continue-button.tsx'
import { MoveOnContext } from './move-on.ts'
import { useEnterMovesOn } from './use-enter-moves-on.ts'

afterEach(cleanup)

interface Shown {
  /** `skeleton`: no form yet. `reading`: the form, without what it needs. */
  readonly state: 'skeleton' | 'reading' | 'ready'
  readonly blockedReason?: string
  readonly unseen?: boolean
  readonly onSubmit: () => void
}

function Step({ state, unseen = false, blockedReason, onSubmit }: Shown) {
  const moveOn = useEnterMovesOn('identity')
  return (
    <FluentProvider theme={webLightTheme}>
      <main>
        <h1 tabIndex={-1}>Identity</h1>
        <MoveOnContext value={moveOn}>
          {state !== 'skeleton' && (
            <form
              onSubmit={(event) => {
                event.preventDefault()
                onSubmit()
              }}
            >
              <input aria-label="Name" />
              <ContinueButton
                busy={false}
                unseen={unseen}
                reading={state === 'reading' ? 'the groups' : null}
                {...(blockedReason === undefined ? {} : { blockedReason })}
              />
            </form>
          )}
        </MoveOnContext>
      </main>
    </FluentProvider>
  )
}

function open(state: Shown['state']) {
  const onSubmit = vi.fn<() => void>()
  const { rerender } = render(<Step state={state} onSubmit={onSubmit} />)
  return {
    onSubmit,
    show: (next: Shown['state'], blockedReason?: string) =>
      rerender(
        <Step state={next} onSubmit={onSubmit} {...(blockedReason === undefined ? {} : { blockedReason })} />,
      ),
  }
}

const waysOn: readonly (readonly [string, () => Promise<void>])[] = [
  ['Continue is pressed', () => userEvent.click(screen.getByRole('button', { name: 'Continue' }))],
  ['Enter is pressed in a field', () => userEvent.type(screen.getByLabelText('Name'), '{Enter}')],
  ['Enter is pressed on the heading', pressOnHeading],
]

async function pressOnHeading() {
  screen.getByRole('heading').focus()
  await userEvent.keyboard('{Enter}')
}

test.each(waysOn)('a step that is read goes on once when %s', async (_, press) => {
  const { onSubmit } = open('ready')
  await press()
  expect(onSubmit).toHaveBeenCalledTimes(1)
})

test.each(waysOn)(
  'a step that is still read keeps it when %s, and goes on once it is read',
  async (_, press) => {
    const { onSubmit, show } = open('reading')
    await press()
    expect(onSubmit).not.toHaveBeenCalled()
    screen.getByRole('button', { name: 'Going on when the groups are read' })
    show('ready')
    expect(onSubmit).toHaveBeenCalledTimes(1)
  },
)

test('Enter before there is a form waits for the form, and for what the form still reads', async () => {
  const { onSubmit, show } = open('skeleton')
  await pressOnHeading()
  show('reading')
  expect(onSubmit).not.toHaveBeenCalled()
  show('ready')
  expect(onSubmit).toHaveBeenCalledTimes(1)
})

test.each([
  ['types', () => userEvent.type(screen.getByLabelText('Name'), 'x')],
  ['presses elsewhere', () => userEvent.click(screen.getByRole('heading'))],
  ['moves by Tab', () => userEvent.tab()],
])('who %s meanwhile is not taken on', async (_, act) => {
  const { onSubmit, show } = open('reading')
  await pressOnHeading()
  await act()
  show('ready')
  expect(onSubmit).not.toHaveBeenCalled()
})

test('what was chosen for the person meanwhile is seen before it counts', async () => {
  const onSubmit = vi.fn<() => void>()
  const { rerender } = render(<Step state="reading" onSubmit={onSubmit} />)
  await pressOnHeading()
  rerender(<Step state="ready" unseen onSubmit={onSubmit} />)
  expect(onSubmit).not.toHaveBeenCalled()
  await pressOnHeading()
  expect(onSubmit).toHaveBeenCalledTimes(1)
})

test('what speaks against going on is not passed over, now or later', async () => {
  const { onSubmit, show } = open('skeleton')
  await pressOnHeading()
  show('ready', 'You may not.')
  show('ready')
  expect(onSubmit).not.toHaveBeenCalled()
  show('ready', 'You may not.')
  await pressOnHeading()
  expect(onSubmit).not.toHaveBeenCalled()
})
