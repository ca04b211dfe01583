import { cleanup, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { Session } from '@trustwright/shared-schemas'
import { useForm } from 'react-hook-form'
import { afterEach, expect, test } from 'vitest'
import { useDraft } from './use-draft.ts'
import { SessionContext } from './use-session.ts'

afterEach(() => {
  cleanup()
  sessionStorage.clear()
})

function session(objectId: string): Session {
  return {
    user: { objectId, tenantId: 't', username: 'u', displayName: 'U', isAdmin: false },
    settings: {
      cloud: 'public',
      tenantId: 't',
      authorityHost: 'https://login.example',
      armEndpoint: 'https://arm.example',
      graphEndpoint: 'https://graph.example',
      defaultAudience: 'api://x',
      sampleTokenUrl: null,
    },
  }
}

function Form() {
  const form = useForm({ defaultValues: { owner: '', token: '' } })
  const draft = useDraft('/new', form)
  return (
    <>
      <input aria-label="Owner" {...form.register('owner')} />
      <input aria-label="Token" {...form.register('token')} />
      <p>{draft.restored ? 'restored' : 'fresh'}</p>
      <button type="button" onClick={draft.clear}>
        Done
      </button>
    </>
  )
}

function everythingKept(): string {
  return Array.from({ length: sessionStorage.length }, (_, index) =>
    sessionStorage.getItem(sessionStorage.key(index) ?? ''),
  ).join()
}

function open(person: string) {
  return render(
    <SessionContext value={session(person)}>
      <Form />
    </SessionContext>,
  )
}

async function typeAndLeave() {
  const page = open('me')
  await userEvent.type(screen.getByLabelText('Owner'), 'contoso')
  await userEvent.type(screen.getByLabelText('Token'), 'eyJsecret')
  await waitFor(() => expect(everythingKept()).toContain('contoso'))
  page.unmount()
}

test('a form that opens again has what was typed, but no token', async () => {
  await typeAndLeave()
  expect(everythingKept()).not.toContain('eyJsecret')
  open('me')
  expect(screen.getByLabelText('Owner')).toHaveProperty('value', 'contoso')
  expect(screen.getByLabelText('Token')).toHaveProperty('value', '')
  expect(screen.getByText('restored')).toBeTruthy()
})

test('another person does not see the draft', async () => {
  await typeAndLeave()
  open('you')
  expect(screen.getByLabelText('Owner')).toHaveProperty('value', '')
  expect(screen.getByText('fresh')).toBeTruthy()
})

test('after success nothing is kept', async () => {
  await typeAndLeave()
  const page = open('me')
  await userEvent.click(screen.getByText('Done'))
  page.unmount()
  open('me')
  expect(screen.getByLabelText('Owner')).toHaveProperty('value', '')
})
