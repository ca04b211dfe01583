import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { createMemoryHistory, createRootRoute, createRouter, RouterProvider } from '@tanstack/react-router'
import { act, cleanup, render, screen } from '@testing-library/react'
import {
  errorCatalogue,
  type DiagnosedCause,
  type IssuerProbe,
  type Preflight,
  type PreflightRequest,
  type SeveralPreflight,
} from '@trustwright/shared-schemas'
import type { ReactNode } from 'react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { ApiProblem } from '../../api/api-problem.ts'
import { issuerProbeQuery, preflightQuery, severalPreflightQuery } from '../../api/diagnosis-queries.ts'
import { githubConnectionQuery } from '../../api/github-queries.ts'
import type { GithubGaps } from './github-gaps.ts'
import { GithubUnchecked } from './github-unchecked.tsx'
import { IssuerProbeNotes } from './issuer-probe-notes.tsx'
import { PreflightNotes } from './preflight-notes.tsx'
import { SeveralPreflightNotes } from './several-preflight-notes.tsx'
import { severalPreflightOf } from './several-preflight-of.ts'

beforeEach(() => vi.useFakeTimers())
afterEach(() => {
  cleanup()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const rest = () => act(() => vi.advanceTimersByTimeAsync(2000))
const text = () => document.body.textContent

const cause: DiagnosedCause = {
  family: 'write_failure',
  code: 'write-locked',
  severity: 'block',
  certainty: 'certain',
  text: 'Azure will refuse it: a lock keeps it from being changed.',
  evidence: 'Lock keep: ReadOnly',
  fix: 'Ask the owner to take the lock away.',
}

const parent = { kind: 'application', appId: '6f1b2c3d-0000-4000-8000-000000000001' } as const
const request: PreflightRequest = { operation: 'delete', parent, draft: { name: 'pay' } }

function show(element: ReactNode, fill: (client: QueryClient) => void = () => undefined) {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  fill(client)
  return render(<QueryClientProvider client={client}>{element}</QueryClientProvider>)
}

function preflight(answer: Partial<Preflight>) {
  const whole: Preflight = {
    causes: [],
    guardrails: [],
    checked: [],
    unknown: [],
    othersReadAt: null,
    ...answer,
  }
  return (client: QueryClient) => client.setQueryData(preflightQuery(request).queryKey, whole)
}

test('what stands in the way is said once the values rest, and not before', async () => {
  show(<PreflightNotes request={request} hidden={[]} />, preflight({ causes: [cause] }))
  expect(text()).toBe('')
  await rest()
  expect(screen.getByRole('region', { name: 'Asked of Azure beforehand' }).textContent).toContain(cause.text)
})

test('what the page says itself is left out, and what could not be asked is never taken for good', async () => {
  const unknown = [{ what: 'policies' as const, why: 'Your account may not read them.' }]
  show(
    <PreflightNotes request={request} hidden={['write-locked']} />,
    preflight({ causes: [cause], unknown }),
  )
  await rest()
  expect(text()).not.toContain(cause.text)
  expect(text()).toContain('Not known beforehand (1)')
  expect(text()).toContain('Policies: Your account may not read them.')
})

test('without a request, and for a parent that is not there yet, Azure is not asked', async () => {
  expect(severalPreflightOf(null, [plan])).toBeNull()
  expect(severalPreflightOf(parent, [])).toBeNull()
  show(<PreflightNotes request={null} hidden={[]} />)
  await rest()
  expect(text()).toBe('')
})

const plan = { name: 'plan', issuer: 'https://x', subject: 's:plan', audiences: ['a'] }
const apply = { ...plan, name: 'apply', subject: 's:apply' }

function several(trusts: readonly (typeof plan)[], answer: Partial<SeveralPreflight>) {
  const asked = severalPreflightOf(parent, trusts)
  if (asked === null) throw new Error('Nothing is asked')
  const whole = { causes: [], drafts: [], checked: [], unknown: [], othersReadAt: null, ...answer }
  return (client: QueryClient) => client.setQueryData(severalPreflightQuery(asked).queryKey, whole)
}
const taken = { ...cause, code: 'name-taken', text: 'Azure has a trust of this name.' }
const ofPolicy = { ...cause, code: 'policy-denies', text: 'A policy denies this subject.' }

test('of several trusts what they share is said once, and what is its own under the name of each', async () => {
  show(
    <SeveralPreflightNotes parent={parent} trusts={[plan, apply]} hidden={[]} />,
    several([plan, apply], {
      causes: [cause],
      drafts: [
        { causes: [], guardrails: [] },
        { causes: [taken, ofPolicy], guardrails: [] },
      ],
    }),
  )
  await rest()
  expect(screen.getAllByText(cause.text)).toHaveLength(1)
  expect(screen.getAllByRole('heading').map(({ textContent }) => textContent)).toEqual(['apply'])
  expect(screen.getByRole('heading', { name: 'apply' }).parentElement?.textContent).toContain(taken.text)
  expect(text()).toContain(ofPolicy.text)
})

test('where nothing stands in the way, no empty place is left for it', async () => {
  show(<PreflightNotes request={request} hidden={['write-locked']} />, preflight({ causes: [cause] }))
  await rest()
  expect(screen.queryByRole('region')).toBeNull()
  cleanup()
  show(<SeveralPreflightNotes parent={parent} trusts={[plan]} hidden={[]} />, several([plan], {}))
  await rest()
  expect(screen.queryByRole('region')).toBeNull()
})

test('of a single trust its own is said without its name, and what the form says of it not again', async () => {
  show(
    <SeveralPreflightNotes parent={parent} trusts={[plan]} hidden={['write-locked']} />,
    several([plan], { causes: [cause], drafts: [{ causes: [taken, ofPolicy], guardrails: [] }] }),
  )
  await rest()
  expect(text()).toContain(ofPolicy.text)
  expect(text()).not.toContain(taken.text)
  expect(text()).not.toContain(cause.text)
  expect(screen.queryByRole('heading')).toBeNull()
})

test('a check that fails says that Azure decides, and stops nobody', async () => {
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Nobody answers')))
  show(<PreflightNotes request={request} hidden={[]} />)
  await rest()
  await rest()
  expect(text()).toContain('could not be asked beforehand. Azure decides.')
})

const issuer = 'https://oidc.contoso.com'
function probed(causes: readonly DiagnosedCause[], document: Partial<IssuerProbe['document']> = {}) {
  // Of the whole answer the notes read these parts alone.
  const answer = {
    causes,
    document: { outcome: 'read', ...document },
    keys: { outcome: 'read', list: [{}, {}] },
  } as unknown as IssuerProbe
  return (client: QueryClient) => client.setQueryData(issuerProbeQuery({ issuer }).queryKey, answer)
}

test('an issuer that answers is said to, with its keys', async () => {
  show(<IssuerProbeNotes issuer={issuer} hidden={[]} />, probed([]))
  await rest()
  expect(text()).toBe('The issuer answers: its document names it to the letter, with 2 keys.')
})

test('what the issuer does wrong is told, without what the form says already', async () => {
  const one = { ...cause, code: 'keys-no-rs256', text: 'Entra reads no key of it.' }
  show(<IssuerProbeNotes issuer={issuer} hidden={['write-locked']} />, probed([one, cause]))
  await rest()
  expect(text()).toContain('Entra reads no key of it.')
  expect(text()).not.toContain(cause.text)
})

test('an issuer that was read in part is not praised', async () => {
  show(<IssuerProbeNotes issuer={issuer} hidden={[]} />, probed([], { outcome: 'unreachable' } as object))
  await rest()
  expect(text()).toBe('The issuer was not read completely.')
})

test.each(['', 'http://oidc.contoso.com', 'https://', 'oidc.contoso.com'])(
  'nobody is asked about the issuer %j',
  async (half) => {
    show(<IssuerProbeNotes issuer={half} hidden={[]} />)
    await rest()
    expect(text()).toBe('')
  },
)

async function unchecked(gaps: GithubGaps | null, connection = true) {
  const routeTree = createRootRoute({
    component: () => <GithubUnchecked gaps={gaps} askAgain={() => undefined} />,
  })
  const history = createMemoryHistory({ initialEntries: ['/new/form?preset=other-issuer'] })
  const router = createRouter({ routeTree, history })
  await router.load()
  show(<RouterProvider router={router} />, (client) =>
    client.setQueryData(githubConnectionQuery.queryKey, {
      webUrl: 'https://github.com',
      canConnect: connection,
      connection: null,
    }),
  )
  await rest()
}

const code = 'GITHUB_NOT_FOUND'
const notShown = new ApiProblem({
  ...errorCatalogue[code],
  code,
  type: 'about:blank',
  detail: '',
  nextStep: '',
  requestId: 'r',
})
const gaps: GithubGaps = { repository: 'contoso/pay-api', error: notShown, errorAt: 0, parts: [] }

test('a repository that GitHub does not show is named, with what was not checked and the way to sign in', async () => {
  await unchecked(gaps)
  expect(text()).toContain(
    'GitHub does not show contoso/pay-api, so letters, IDs and environments are not checked',
  )
  const link = screen.getByRole('link', { name: 'Sign in to GitHub' })
  expect(link.getAttribute('href')).toContain('returnTo=')
  expect(decodeURIComponent(link.getAttribute('href') ?? '')).toContain('/new/form?preset=other-issuer')
})

test('where the portal is not registered at GitHub, no sign-in is offered', async () => {
  await unchecked(gaps, false)
  expect(screen.queryByText('Sign in to GitHub')).toBeNull()
  expect(screen.getByRole('button', { name: 'Look again' })).toBeDefined()
})

test('what GitHub told in part is named by what is missing, and nothing is said where nothing is', async () => {
  await unchecked({ ...gaps, error: null, parts: ['environments', 'template'] })
  expect(text()).toContain(
    'Not checked, since GitHub does not tell it here: which environments it has, whether its subjects follow',
  )
  cleanup()
  await unchecked(null)
  expect(text()).toBe('')
})
