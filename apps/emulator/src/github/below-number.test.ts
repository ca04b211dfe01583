import { afterAll, expect, test } from 'vitest'
import { githubTokens } from '../seed-github.ts'
import { startTestEmulator } from '../testing/start-test-emulator.ts'

const emulator = await startTestEmulator()
afterAll(() => emulator.close())

async function call(path: string, token?: string) {
  const headers = { 'user-agent': 'test', ...(token ? { authorization: `Bearer ${token}` } : {}) }
  const answer = await emulator.fetch(`${emulator.httpsOrigin}/github${path}`, { headers })
  return { status: answer.status, location: answer.headers.get('location'), body: await answer.json() }
}

const { contoso, outsider } = githubTokens

test.each([
  '/environments',
  '/branches',
  '/tags',
  '/actions/oidc/customization/sub',
  '/git/matching-refs/heads',
])('a former name leads to %s below the number, for those who may see it', async (below) => {
  const moved = await call(`/repos/contoso/shop${below}`, contoso.token)
  expect(moved.status).toBe(301)
  const path = new URL(moved.location ?? '').pathname.replace('/github', '')
  expect(path).toBe(`/repositories/821093901${below}`)
  const found = await call(path, contoso.token)
  expect(found).toEqual(await call(`/repos/contoso/shop-web${below}`, contoso.token))
  expect(found.status).toBe(200)
  expect((await call(path, outsider.token)).status).toBe(404)
  expect((await call(path)).status).toBe(404)
})

test.for([
  ['heads/', ['refs/heads/demo-branch', 'refs/heads/main']],
  ['heads/de', ['refs/heads/demo-branch']],
  ['heads/De', []],
  ['tags/v', []],
] as const)('the references that start with %j are %j', async ([start, refs]) => {
  const { body } = await call(`/repos/octo-org/octo-repo/git/matching-refs/${start}`)
  expect(body).toEqual(refs.map((ref) => expect.objectContaining({ ref })))
})
