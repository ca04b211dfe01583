import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { createMemoryHistory, createRootRoute, createRouter, RouterProvider } from '@tanstack/react-router'
import { cleanup, render, screen } from '@testing-library/react'
import type { DiagnosedCause, SeveralPreflight } from '@trustwright/shared-schemas'
import { afterEach, expect, test } from 'vitest'
import { severalPreflightQuery } from '../../api/diagnosis-queries.ts'
import { SeveralPreflightNotes } from './several-preflight-notes.tsx'
import { severalPreflightOf } from './several-preflight-of.ts'

afterEach(cleanup)

const cause = (code: string): DiagnosedCause => ({
  family: 'write_failure',
  code,
  severity: 'block',
  certainty: 'likely',
  text: 'Azure will refuse it.',
  evidence: 'Missing',
  fix: 'Ask for the role.',
})
const parent = { kind: 'application', appId: '6f1b2c3d-0000-4000-8000-000000000001' } as const
const trust = { name: 'plan', issuer: 'https://x', subject: 's:plan', audiences: ['a'] }
const rule = { policyId: 'names', title: 'Names', why: 'its name', fix: 'Use gh-*', contact: null }

async function show(answer: Partial<SeveralPreflight>) {
  const asked = severalPreflightOf(parent, [trust])
  if (asked === null) throw new Error('Nothing is asked')
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  const whole: SeveralPreflight = {
    causes: [],
    drafts: [{ causes: [], guardrails: [] }],
    checked: [],
    unknown: [],
    othersReadAt: null,
    ...answer,
  }
  client.setQueryData(severalPreflightQuery(asked).queryKey, whole)
  const routeTree = createRootRoute({
    component: () => <SeveralPreflightNotes parent={parent} trusts={[trust]} hidden={[]} />,
  })
  const router = createRouter({ routeTree, history: createMemoryHistory({ initialEntries: ['/new/form'] }) })
  await router.load()
  render(
    <QueryClientProvider client={client}>
      <RouterProvider router={router} />
    </QueryClientProvider>,
  )
  await screen.findByRole('region', { name: 'Asked of Azure beforehand' }, { timeout: 5000 })
}

test.each<[string, Partial<SeveralPreflight>, number]>([
  ['the right in Azure is missing', { causes: [cause('write-permission')] }, 1],
  ['a rule of the portal refuses it', { drafts: [{ causes: [], guardrails: [rule] }] }, 1],
  [
    'both stand in the way, once',
    { causes: [cause('write-permission')], drafts: [{ causes: [], guardrails: [rule] }] },
    1,
  ],
  ['a lock would stop anybody', { causes: [cause('write-locked')] }, 0],
])('a request is offered where %s, and not otherwise', async (_case, answer, buttons) => {
  await show(answer)
  expect(screen.queryAllByRole('button', { name: 'Send a request' })).toHaveLength(buttons)
})
