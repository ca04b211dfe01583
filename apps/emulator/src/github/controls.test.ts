import { afterAll, expect, test } from 'vitest'
import { startTestEmulator } from '../testing/start-test-emulator.ts'

const emulator = await startTestEmulator()
afterAll(() => emulator.close())
const { browserOrigin } = emulator

const call = (path: string) =>
  emulator.fetch(`${browserOrigin}/github${path}`, { headers: { 'user-agent': 'trustwright-test' } })

function control(path: string, body: unknown) {
  return emulator.fetch(`${browserOrigin}/_emulator/github/${path}`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
}

test('a repository added by a control is found, with the subject of its day', async () => {
  expect((await control('owners/adatum', { id: 42 })).status).toBe(201)
  expect(
    (await control('repositories/Adatum/web', { id: 4242, visibility: 'public', environments: ['prod'] }))
      .status,
  ).toBe(201)
  expect(await (await call('/repos/adatum/web')).json()).toMatchObject({ id: 4242, full_name: 'adatum/web' })
  const path = '/repos/adatum/web/actions/oidc/customization/sub'
  expect(await (await call(path)).json()).toMatchObject({ sub_claim_prefix: 'repo:adatum@42/web@4242' })
  expect(
    (
      await control('repositories/adatum/web', {
        id: 4242,
        visibility: 'public',
        createdAt: '2026-07-14T23:59:59Z',
      })
    ).status,
  ).toBe(200)
  expect(await (await call(path)).json()).toMatchObject({ sub_claim_prefix: 'repo:adatum/web' })
})

test.for([
  ['owners/-adatum', {}, 400],
  ['owners/adatum', { role: 'x' }, 400],
  ['repositories/nobody/web', {}, 404],
  ['repositories/contoso/web', { id: 'x' }, 400],
  ['repositories/contoso/w%20b', {}, 400],
  ['rate-limit', { remaining: -1 }, 400],
] as const)('the control %s with %j is refused with %i', async ([path, body, status]) => {
  expect((await control(path, body)).status).toBe(status)
})

test('when nothing is left GitHub says so until the window ends', async () => {
  const limited = await startTestEmulator()
  const ask = () =>
    limited.fetch(`${limited.browserOrigin}/github/users/octocat`, { headers: { 'user-agent': 'x' } })
  await limited.fetch(`${limited.browserOrigin}/_emulator/github/rate-limit`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ remaining: 1, resetInSeconds: 60 }),
  })
  expect((await ask()).status).toBe(200)
  const refused = await ask()
  expect(refused.status).toBe(403)
  expect(refused.headers.get('x-ratelimit-remaining')).toBe('0')
  expect(await refused.json()).toMatchObject({ message: expect.stringContaining('API rate limit exceeded') })
  limited.world.clock.move(61_000)
  expect((await ask()).status).toBe(200)
  await limited.close()
})

test('sixty requests an hour are for those without a token', async () => {
  const limited = await startTestEmulator({ reality: { throttleScale: 1 } })
  const ask = () =>
    limited.fetch(`${limited.browserOrigin}/github/users/octocat`, { headers: { 'user-agent': 'x' } })
  const answers = await Promise.all(Array.from({ length: 61 }, ask))
  expect(answers.filter(({ status }) => status === 403)).toHaveLength(1)
  limited.world.clock.move(60 * 60_000)
  expect((await ask()).headers.get('x-ratelimit-remaining')).toBe('59')
  await limited.close()
})
