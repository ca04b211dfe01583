import { decodeProtectedHeader } from 'jose'
import { afterAll, expect, test } from 'vitest'
import { z } from 'zod'
import { githubIssuer } from '../seed.ts'
import { startTestEmulator } from '../testing/start-test-emulator.ts'

const emulator = await startTestEmulator()
afterAll(() => emulator.close())
const { world, browserOrigin } = emulator

const reply = z.object({
  issuer: z.string(),
  kid: z.string(),
  keys: z.array(z.looseObject({ kid: z.string() })),
})

function post(path: string, body: unknown) {
  return emulator.fetch(`${browserOrigin}/issuers/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
}

async function kidOfToken(): Promise<string | undefined> {
  const response = await post('github/token', { owner: 'octo-org', repository: 'octo-repo', branch: 'main' })
  return decodeProtectedHeader(z.object({ token: z.string() }).parse(await response.json()).token).kid
}

const published = z.object({ keys: z.array(z.object({ kid: z.string() })) })

test('after a rotation the new key signs and both are published, until the old one is retired', async () => {
  const before = await kidOfToken()
  const rotated = reply.parse(await (await post('github/keys/rotate', {})).json())
  expect(rotated.issuer).toBe(githubIssuer)
  expect(await kidOfToken()).toBe(rotated.kid)
  expect(rotated.keys.map(({ kid }) => kid)).toEqual([rotated.kid, before])
  const retired = reply.parse(await (await post('github/keys/retire', {})).json())
  expect(retired.kid).toBe(before)
  const { body } = await world.fetchIssuer(`${githubIssuer}/.well-known/jwks`)
  expect(published.parse(JSON.parse(body)).keys.map(({ kid }) => kid)).toEqual([rotated.kid])
})

test('the keys of one cluster are rotated without those of another', async () => {
  const issuer = 'https://oidc.prod-aks.azure.com/936a5312-a3b8-4921-8b3f-2cec8baac574/'
  expect((await post('aks-first/keys/rotate', { issuer })).status).toBe(200)
  const standard = reply.parse(await (await post('aks-first/keys/rotate', {})).json())
  expect(standard.issuer).not.toBe(issuer)
})

test.for([
  ['netlify/keys/rotate', {}, 404],
  ['github/keys/retire', { kid: 'unknown' }, 404],
  ['github/keys/rotate', { issuer: 'https://gitlab.com' }, 400],
  ['github/keys/rotate', { all: true }, 400],
  ['github/keys/rotate', [], 400],
] as const)('%s with %j is refused with %i', async ([path, body, status]) => {
  expect((await post(path, body)).status).toBe(status)
})
