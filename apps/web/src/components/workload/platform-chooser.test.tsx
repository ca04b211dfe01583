import { FluentProvider, webLightTheme } from '@fluentui/react-components'
import { cleanup, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { presets, type PresetId } from '@trustwright/federation'
import type { TrustParent } from '@trustwright/shared-schemas'
import { useForm, useWatch } from 'react-hook-form'
import { afterEach, expect, test } from 'vitest'
import { PlatformChooser } from './platform-chooser.tsx'
import { emptyTrustForm, type TrustFormValues } from './trust-form.ts'

afterEach(cleanup)

interface FormProps {
  readonly presetId: PresetId
  readonly kind: TrustParent['kind'] | null
  readonly onSend: () => void
}

function Form({ presetId, kind, onSend }: FormProps) {
  const form = useForm<TrustFormValues>({ defaultValues: { ...emptyTrustForm('public'), presetId } })
  const chosen = useWatch({ control: form.control, name: 'presetId' })
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        onSend()
      }}
    >
      <PlatformChooser form={form} presetId={chosen} kind={kind} onChange={() => undefined} />
      <p>chosen: {chosen}</p>
    </form>
  )
}

function open(presetId: PresetId = 'github-actions', kind: TrustParent['kind'] | null = 'managedIdentity') {
  const sent: string[] = []
  render(
    <FluentProvider theme={webLightTheme}>
      <Form presetId={presetId} kind={kind} onSend={() => sent.push('sent')} />
    </FluentProvider>,
  )
  return sent
}

const tiles = () => screen.getAllByRole('radio').map((radio) => radio.getAttribute('value'))
const toggle = () => screen.getByRole('button', { name: `All ${presets.length} platforms` })
const isChecked = (name: string) => screen.getByRole('radio', { name }).matches(':checked')

test('six platforms stand there at once, and the list is folded away', () => {
  open()
  expect(tiles()).toEqual(['github-actions', 'aks', 'gitlab', 'hcp-terraform', 'kubernetes', 'other-issuer'])
  expect(toggle().getAttribute('aria-expanded')).toBe('false')
})

test('a platform that is not among the six stands beside them once it is chosen', () => {
  open('buildkite')
  expect(tiles().at(-1)).toBe('buildkite')
  expect(isChecked('Buildkite')).toBe(true)
})

test('typing filters, Enter chooses the only one left and does not send the form, and the tile has the focus', async () => {
  const sent = open()
  await userEvent.click(toggle())
  await userEvent.type(screen.getByRole('searchbox'), 'spacel')
  expect(screen.getByRole('status').textContent).toContain(`1 of ${presets.length}`)
  await userEvent.keyboard('{Enter}')
  expect(screen.getByText('chosen: spacelift')).toBeTruthy()
  expect(document.activeElement?.getAttribute('value')).toBe('spacelift')
  expect(screen.queryByRole('searchbox')).toBeNull()
  expect(sent).toEqual([])
})

test('Enter among several chooses none, and sends nothing', async () => {
  const sent = open()
  await userEvent.click(toggle())
  await userEvent.type(screen.getByRole('searchbox'), 'pulumi{Enter}')
  expect(screen.getByText('chosen: github-actions')).toBeTruthy()
  expect(sent).toEqual([])
})

test('arrow keys reach the entries from the field and lead back, Escape closes', async () => {
  open()
  await userEvent.click(toggle())
  await userEvent.type(screen.getByRole('searchbox'), 'pulumi{ArrowDown}{ArrowDown}')
  expect(document.activeElement?.textContent).toContain('Pulumi ESC')
  await userEvent.keyboard('{ArrowUp}{ArrowUp}')
  expect(document.activeElement).toBe(screen.getByRole('searchbox'))
  await userEvent.keyboard('{ArrowDown}{Escape}')
  expect(screen.queryByRole('searchbox')).toBeNull()
  expect(document.activeElement).toBe(toggle())
})

test('a platform for applications only stays in the list, says why, and cannot be chosen', async () => {
  open()
  await userEvent.click(toggle())
  const entry = screen.getByRole('button', { name: /^Managed identity/ })
  expect(entry.getAttribute('aria-disabled')).toBe('true')
  expect(entry.textContent).toContain('Azure takes this on applications only.')
  await userEvent.click(entry)
  expect(screen.getByText('chosen: github-actions')).toBeTruthy()
})

test('the same platform can be chosen for an application', async () => {
  open('github-actions', 'application')
  await userEvent.click(toggle())
  await userEvent.click(screen.getByRole('button', { name: /^Managed identity/ }))
  expect(screen.getByText('chosen: managed-identity')).toBeTruthy()
})

test('while no parent is chosen every platform can be, and says where Azure takes it', async () => {
  open('github-actions', null)
  await userEvent.click(toggle())
  const entry = screen.getByRole('button', { name: /^Managed identity/ })
  expect(entry.textContent).toContain('On applications only')
  await userEvent.click(entry)
  expect(screen.getByText('chosen: managed-identity')).toBeTruthy()
})

test('what is not documented is said on the entry and on the tile', async () => {
  open('circleci')
  await userEvent.click(toggle())
  const list = within(screen.getByRole('region', { name: 'All platforms' }))
  expect(list.getByRole('button', { name: /^Okta/ }).textContent).toContain('Partly confirmed')
  expect(list.getByRole('button', { name: /^Snowflake/ }).textContent).toContain('Copied from the platform')
  expect(list.getByRole('button', { name: /^GitLab/ }).textContent).not.toContain('confirmed')
  expect(screen.getByText(/Jobs of one project.*Partly confirmed/)).toBeTruthy()
})
