import { FluentProvider, webLightTheme } from '@fluentui/react-components'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { cleanup, render, screen, waitFor } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { ParentSections } from './parent-sections.tsx'

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const parent = {
  kind: 'managedIdentity',
  subscriptionId: '11111111-2222-4333-8444-555555555555',
  resourceGroup: 'rg-pay',
  identityName: 'id-pay',
} as const

const replies = {
  trusts: { trusts: [], deleted: [] },
  'role-assignments': { assignments: [], subscriptionsRead: 1, unreadable: [] },
  activity: { events: [], nextBefore: null },
  subscriptions: { subscriptions: [] },
}
type Part = keyof typeof replies

/** Answers each request when it is let go; tells which were asked for. */
function portal() {
  const asked: string[] = []
  const gates = new Map<string, () => void>()
  vi.stubGlobal('fetch', async (address: string) => {
    const part = address.replace(/\?.*/, '').split('/').at(-1) ?? ''
    asked.push(part)
    await new Promise<void>((resolve) => gates.set(part, resolve))
    return Response.json(replies[part as Part])
  })
  return { asked, answer: (part: Part) => gates.get(part)?.() }
}

function open(principalId: string | null) {
  const { asked, answer } = portal()
  const access = {
    allowed: true,
    action: '',
    role: '',
    scope: '',
  }
  render(
    <FluentProvider theme={webLightTheme}>
      <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
        <ParentSections
          trusts={{
            detail: { trustWrite: access, supportsTrusts: true },
            justDeleted: undefined,
            reasonId: 'reason',
          }}
          access={{ parent, principalId, name: 'id-pay', scopeHint: null }}
          facts={<h2>IDs</h2>}
        />
      </QueryClientProvider>
    </FluentProvider>,
  )
  const sections = ['Trusts', 'Access', 'IDs', 'What happened here']
  const titles = () =>
    screen.getAllByRole('heading', { level: 2 }).flatMap(({ textContent }) =>
      // An empty list has a heading of its own.
      sections.includes(textContent) ? [textContent] : [],
    )
  return { asked, answer, titles }
}

test('everything is asked for at once, and no section shows before those above it are there', async () => {
  const { answer, asked, titles } = open('22222222-2222-4333-8444-555555555555')
  await waitFor(() =>
    expect(asked).toEqual(expect.arrayContaining(['trusts', 'role-assignments', 'activity'])),
  )
  expect(titles()).toEqual(['Trusts'])
  answer('trusts')
  await waitFor(() => expect(titles()).toEqual(['Trusts', 'Access']))
  answer('role-assignments')
  await waitFor(() => expect(titles()).toEqual(['Trusts', 'Access', 'IDs', 'What happened here']))
})

test('roles that come first wait for the trusts above them', async () => {
  const { answer, asked, titles } = open('22222222-2222-4333-8444-555555555555')
  await waitFor(() => expect(asked).toContain('role-assignments'))
  answer('role-assignments')
  await waitFor(() => expect(asked).toContain('activity'))
  expect(titles()).toEqual(['Trusts'])
  answer('trusts')
  await waitFor(() => expect(titles()).toEqual(['Trusts', 'Access', 'IDs', 'What happened here']))
})

test('what has no service principal has no roles to wait for', async () => {
  const { answer, asked, titles } = open(null)
  await waitFor(() => expect(asked).toContain('trusts'))
  answer('trusts')
  await waitFor(() => expect(titles()).toEqual(['Trusts', 'Access', 'IDs', 'What happened here']))
  expect(asked).not.toContain('role-assignments')
})
