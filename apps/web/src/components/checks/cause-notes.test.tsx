import { cleanup, render, renderHook, act, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { Cause } from '@trustwright/federation'
import { afterEach, expect, test } from 'vitest'
import { CauseNotes } from './cause-notes.tsx'
import { NoInsisting } from './no-insisting.tsx'
import { RiskTick } from './risk-tick.tsx'
import { trustCauses } from './trust-causes.ts'
import { useRisks } from './use-risks.ts'

afterEach(cleanup)

const issuer = 'https://token.actions.githubusercontent.com'
const audiences = ['api://AzureADTokenExchange']
const judge = (subject: string) => trustCauses({ issuer, subject, audiences }, {})
/** Certain to fail, each by another value. */
const hyphen = judge('repo:contoso/pay-api:pull-request')
const slash = judge('repo:contoso/pay-api:environment/prod')

test('a certain fault says so, with its fix as a button where the field may be set', async () => {
  const set: string[] = []
  render(<CauseNotes causes={hyphen} settable={['subject']} onSet={(...what) => set.push(what.join('='))} />)
  expect(screen.getByText('This would fail')).toBeDefined()
  await userEvent.click(screen.getByRole('button', { name: 'Use repo:contoso/pay-api:pull_request' }))
  expect(set).toEqual(['subject=repo:contoso/pay-api:pull_request'])
})

test.each([
  ['no field may be set', {}],
  ['another field may be set', { settable: ['issuer'] as const, onSet: () => undefined }],
  ['nobody takes the value', { settable: ['subject'] as const }],
])('there is no button where %s', (_, props) => {
  render(<CauseNotes causes={hyphen} {...props} />)
  expect(screen.queryByRole('button')).toBeNull()
  expect(document.body.textContent).toContain(hyphen[0]?.fix)
})

const plain = (severity: Cause['severity']): Cause => ({
  ...(hyphen[0] as Cause),
  severity,
  certainty: 'likely',
})

test('only what would fail is called so', () => {
  render(<CauseNotes causes={[plain('warn'), { ...plain('info'), text: 'Another one.' }]} />)
  expect(screen.queryByText('This would fail')).toBeNull()
  expect(screen.getByText('Check this')).toBeDefined()
  expect(screen.getByText('Good to know')).toBeDefined()
})

test('without a certain fault there is nothing to insist on', () => {
  const { result } = renderHook(() => useRisks([plain('block'), plain('warn')]))
  expect(result.current).toMatchObject({ faults: [], codes: [], blockedReason: null })
  render(<RiskTick risks={result.current} />)
  expect(screen.queryByRole('checkbox')).toBeNull()
})

test('insisting frees the button and names the codes; another fault asks again, and the first one is remembered', () => {
  const hook = renderHook(({ causes }) => useRisks(causes), { initialProps: { causes: hyphen } })
  const now = () => hook.result.current
  expect(now().blockedReason).toContain('tick')
  expect(now().codes).toEqual([])
  act(() => now().accept(true))
  expect(now()).toMatchObject({ accepted: true, blockedReason: null, codes: [hyphen[0]?.code] })
  hook.rerender({ causes: slash })
  expect(now()).toMatchObject({ accepted: false, codes: [] })
  expect(now().blockedReason).not.toBeNull()
  hook.rerender({ causes: hyphen })
  act(() => now().accept(false))
  expect(now()).toMatchObject({ accepted: false, codes: [] })
})

test('the tick says what it does, and hands on what was chosen', async () => {
  const chosen: boolean[] = []
  const { result } = renderHook(() => useRisks(hyphen))
  render(<RiskTick risks={{ ...result.current, accept: (accepted) => chosen.push(accepted) }} />)
  const tick = screen.getByRole('checkbox', { name: /Azure takes it without a word.*the record says/ })
  await userEvent.click(tick)
  expect(chosen).toEqual([true])
})

test('where a field refuses the value, the page says that insisting does not help, and where it would', () => {
  const { rerender } = render(<NoInsisting presetId="github-actions" causes={hyphen} />)
  expect(document.body.textContent).toContain(
    'not even by insisting. Who must store it chooses “Other issuer”',
  )
  rerender(<NoInsisting presetId="other-issuer" causes={hyphen} />)
  expect(document.body.textContent).not.toContain('chooses')
  rerender(<NoInsisting presetId="github-actions" causes={[plain('warn')]} />)
  expect(document.body.textContent).toBe('')
})
