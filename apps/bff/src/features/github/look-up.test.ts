import type {
  GithubEnvironmentList,
  GithubNameList,
  GithubRepository,
  Problem,
} from '@trustwright/shared-schemas'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { SignedInBrowser } from '../../testing/build-test-app.ts'
import { connectGithub } from '../../testing/connect-github.ts'
import { call, startPortalWorld, type PortalWorld } from '../../testing/portal-world.ts'

let world: PortalWorld
/** Without a connection; as dana-contoso, who administers contoso; as octocat, who administers octo-org. */
let nobody: SignedInBrowser
let dana: SignedInBrowser
let octocat: SignedInBrowser
beforeAll(async () => {
  world = await startPortalWorld()
  nobody = await world.portal.signedIn('developer')
  dana = await world.portal.signedIn('developer')
  octocat = await world.portal.signedIn('developer')
  await connectGithub(world.portal.app, dana, 'dana-contoso')
  await connectGithub(world.portal.app, octocat, 'octocat')
}, 60_000)
afterAll(() => world.close())

const at = (path: string) => `/api/github/repositories/${path}`
async function control(path: string, body: object): Promise<void> {
  const answer = await fetch(`${world.emulator.browserOrigin}/_emulator/github/${path}`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  expect(answer.ok).toBe(true)
}

test.each([
  ['nobody', () => nobody, 'contoso/pay-api', /same of one that is private/],
  ['a stranger', () => octocat, 'contoso/pay-api', /does not show this to you/],
  ['a stranger, by its former name', () => octocat, 'contoso/shop', /does not show this to you/],
  ['its owner, misspelt', () => dana, 'contoso/pay-apy', /does not show this to you/],
  ['anybody, of no owner', () => nobody, 'adatum/web', /no such repository/],
])('a repository is not shown to %s', async (_, browser, path, words) => {
  for (const below of ['', '/environments', '/branches', '/tags?search=v']) {
    const { status, body } = await call(browser(), 'GET', at(path) + below)
    expect([status, body.code]).toEqual([404, 'GITHUB_NOT_FOUND'])
    expect(body.detail).toMatch(words)
    expect(body.upstream).toMatchObject({ service: 'github', status: 404, message: 'Not Found' })
  }
})

test.each(['../etc', 'octo org/x', '-a/x', 'octo-org/..', 'octo-org/a%2Fb', `octo-org/${'a'.repeat(101)}`])(
  'the name %s is refused before GitHub is asked',
  async (path) => {
    const answer = await call(nobody, 'GET', at(path))
    expect([400, 404]).toContain(answer.status)
    expect(['INPUT_REFUSED', 'ROUTE_NOT_FOUND']).toContain(answer.body.code)
  },
)

test('who is not signed in to the portal is told nothing', async () => {
  const answer = await world.portal.inject({ url: at('octo-org/octo-repo') })
  expect(answer.json<Problem>().code).toBe('SIGN_IN_REQUIRED')
})

test('a public repository is told to nobody in its own case, with the subject that it has', async () => {
  const { status, body } = await call<GithubRepository>(nobody, 'GET', at('OCTO-org/Octo-Repo'))
  expect(status).toBe(200)
  expect(body).toEqual({
    owner: 'octo-org',
    name: 'octo-repo',
    ownerId: 123456,
    ownerType: 'Organization',
    repositoryId: 456789,
    createdAt: '2023-03-14T09:26:53.000Z',
    defaultBranch: 'main',
    visibility: 'public',
    archived: false,
    renamedFrom: null,
    webUrl: 'https://github.com/octo-org/octo-repo',
    subject: {
      state: 'known',
      usesDefault: true,
      claimKeys: null,
      claimKeysFrom: null,
      prefix: 'repo:octo-org/octo-repo',
      hasIds: false,
      because: null,
    },
    because: null,
  })
})

test('a repository with numbers in its subjects is told so, with its prefix', async () => {
  const { body } = await call<GithubRepository>(dana, 'GET', at('contoso/payments-api'))
  expect(body.subject).toMatchObject({
    state: 'known',
    prefix: 'repo:contoso@5544123/payments-api@1021344556',
    hasIds: true,
    because: null,
  })
})

test('a renamed repository is found under its former name, and that is said', async () => {
  const { body } = await call<GithubRepository>(dana, 'GET', at('contoso/shop'))
  expect([body.owner, body.name, body.renamedFrom]).toEqual(['contoso', 'shop-web', 'contoso/shop'])
  const { body: list } = await call<GithubEnvironmentList>(dana, 'GET', `${at('contoso/shop')}/environments`)
  expect(list.environments.map(({ name }) => name)).toEqual(['dev', 'test', 'stage'])
})

test('a repository that follows its organisation carries the claims of the organisation', async () => {
  const { body } = await call<GithubRepository>(octocat, 'GET', at('octo-org/octo-templated'))
  expect(body.subject).toMatchObject({
    usesDefault: false,
    claimKeys: ['repo', 'context', 'job_workflow_ref'],
    claimKeysFrom: 'organization',
    because: null,
  })
})

test('what the organisation does not tell nobody is a gap, never a guess', async () => {
  await control('repositories/octo-org/open-templated', { visibility: 'public', useDefault: false })
  const { body } = await call<GithubRepository>(nobody, 'GET', at('octo-org/open-templated'))
  expect(body.subject).toMatchObject({ state: 'known', claimKeys: null, because: 'sign-in-needed' })
})

test('a customised repository carries its own claims', async () => {
  await control('repositories/contoso/own-claims', {
    useDefault: false,
    includeClaimKeys: ['repository_id', 'context'],
    archived: true,
  })
  const { body } = await call<GithubRepository>(dana, 'GET', at('contoso/own-claims'))
  expect(body).toMatchObject({ archived: true, visibility: 'private' })
  expect(body.subject).toMatchObject({
    claimKeys: ['repository_id', 'context'],
    claimKeysFrom: 'repository',
  })
})

test('environments tell what protects them, in their own case', async () => {
  const { body } = await call<GithubEnvironmentList>(
    nobody,
    'GET',
    `${at('octo-org/octo-repo')}/environments`,
  )
  expect(body).toEqual({
    complete: true,
    environments: ['prod', 'Production'].map((name) => ({
      name,
      needsApproval: true,
      waitMinutes: 0,
      branches: 'protected',
    })),
  })
})

test.each([
  ['branches?search=', ['main', 'release/4.2']],
  ['branches?search=LEASE', ['release/4.2']],
  ['branches?search=none', []],
  ['tags', ['v4.1.0', 'v4.2.0']],
  ['tags?search=4.2', ['v4.2.0']],
])('a small repository is searched whole: %s', async (below, names) => {
  const { body } = await call<GithubNameList>(dana, 'GET', `${at('contoso/pay-api')}/${below}`)
  expect(body).toEqual({ names, complete: true, match: 'contains' })
})

test('of more than a hundred branches GitHub finds those that start with the text', async () => {
  const branches = Array.from({ length: 250 }, (_, index) => `feature/${index}`)
  await control('repositories/contoso/wide', { branches: [...branches, 'zebra/x-y'] })
  const list = async (search: string) =>
    (await call<GithubNameList>(dana, 'GET', `${at('contoso/wide')}/branches?search=${search}`)).body
  expect(await list('')).toMatchObject({ complete: false, match: 'contains' })
  expect((await list('')).names).toHaveLength(100)
  expect(await list('zeb')).toEqual({ names: ['zebra/x-y'], complete: true, match: 'starts-with' })
  expect(await list('feature/')).toMatchObject({ complete: false, match: 'starts-with' })
  for (const noName of ['../../../../user', 'a..b', '%3F', 'a b', '/x', '.git', '%23', 'x@%7B0%7D']) {
    expect(await list(noName), noName).toEqual({ names: [], complete: true, match: 'starts-with' })
  }
})

test('a change at GitHub is seen after five minutes, or at once by who asks again', async () => {
  const path = at('contoso/changing')
  await control('repositories/contoso/changing', { environments: ['dev'], immutable: false })
  const read = async (query = '') => (await call<GithubRepository>(dana, 'GET', path + query)).body.subject
  expect(await read()).toMatchObject({ hasIds: false })
  await control('repositories/contoso/changing', { environments: ['dev'], immutable: true })
  expect(await read()).toMatchObject({ hasIds: false })
  expect(await read('?refresh=true')).toMatchObject({ hasIds: true })
  await control('repositories/contoso/changing', { environments: ['dev'], immutable: false })
  world.portal.clock.advance(301_000)
  expect(await read()).toMatchObject({ hasIds: false })
})

test('what one person may see is not remembered for another', async () => {
  expect((await call(dana, 'GET', at('contoso/pay-api'))).status).toBe(200)
  expect((await call(nobody, 'GET', at('contoso/pay-api'))).status).toBe(404)
  expect((await call(octocat, 'GET', at('contoso/pay-api'))).status).toBe(404)
})

test('five hundred environments are read, and of more it is said that there are more', async () => {
  const environments = (count: number) => Array.from({ length: count }, (_, index) => `env-${index}`)
  const list = async (count: number) => {
    await control('repositories/contoso/many-environments', { environments: environments(count) })
    const url = `${at('contoso/many-environments')}/environments?refresh=true`
    return (await call<GithubEnvironmentList>(dana, 'GET', url)).body
  }
  const all = await list(430)
  expect(all.complete).toBe(true)
  expect(all.environments.map(({ name }) => name)).toEqual(environments(430))
  const most = await list(501)
  expect([most.environments.length, most.complete]).toEqual([500, false])
})

test('a rate limit says when it ends, GitHub is left alone until then, and what is known is still told', async () => {
  await call(nobody, 'GET', at('octo-org/octo-repo'))
  await control('rate-limit', { remaining: 0, resetInSeconds: 60 })
  const first = await call(nobody, 'GET', at('octo-org/octo-automation'))
  expect([first.status, first.body.code]).toEqual([429, 'GITHUB_RATE_LIMITED'])
  expect(first.body.retryAfterSeconds).toBeGreaterThan(0)
  expect(first.body.retryAfterSeconds).toBeLessThanOrEqual(61)
  await control('rate-limit', { remaining: 5000 })
  const second = await call(nobody, 'GET', at('octo-org/octo-automation'))
  expect(second.body.code).toBe('GITHUB_RATE_LIMITED')
  expect((await call(nobody, 'GET', at('octo-org/octo-repo'))).status).toBe(200)
  expect((await call(octocat, 'GET', at('octo-org/octo-automation'))).status).toBe(200)
  world.portal.clock.advance(61_000)
  expect((await call(nobody, 'GET', at('octo-org/octo-automation'))).status).toBe(200)
})

test('while GitHub limits the portal, what it told within the last hour is still told, unless it is asked again', async () => {
  await control('repositories/octo-org/known', { visibility: 'public' })
  const known = at('octo-org/known')
  expect((await call(nobody, 'GET', known)).status).toBe(200)
  world.portal.clock.advance(50 * 60_000)
  await control('rate-limit', { remaining: 0, resetInSeconds: 3600 })
  for (const status of [200, 200]) expect((await call(nobody, 'GET', known)).status).toBe(status)
  expect((await call(nobody, 'GET', `${known}?refresh=true`)).body.code).toBe('GITHUB_RATE_LIMITED')
  world.portal.clock.advance(11 * 60_000)
  expect((await call(nobody, 'GET', known)).body.code).toBe('GITHUB_RATE_LIMITED')
  await control('rate-limit', { remaining: 5000 })
  world.portal.clock.advance(3_600_000)
})
