import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { decodeJwt } from 'jose'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { startPortalWorld, type PortalWorld } from '../../testing/portal-world.ts'
import { requestsDuring } from '../../testing/requests-arrived.ts'
import { trustOnPortal } from '../../testing/trust-on-portal.ts'

let world: PortalWorld
let folder = ''
let tokenFile = ''
const lines: string[] = []

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'trustwright-pod-'))
  tokenFile = join(folder, 'azure-identity-token')
  world = await startPortalWorld({
    log: { write: (line: string) => lines.push(line) },
    environment: {
      CLIENT_SECRET: '',
      CLIENT_ASSERTION: 'kubernetes',
      AZURE_FEDERATED_TOKEN_FILE: tokenFile,
    },
  })
  const { iss = '', sub = '' } = decodeJwt(await podToken({ serviceAccount: 'trustwright' }))
  await trustOnPortal(world.emulator, { name: 'own-pod', issuer: iss, subject: sub })
}, 60_000)

afterAll(async () => {
  await world.close()
  await rm(folder, { recursive: true })
})

beforeEach(async () => {
  lines.length = 0
  await rm(tokenFile, { force: true, recursive: true })
})

/** What the kubelet would project into a pod of that service account. */
async function podToken(fields: Readonly<Record<string, unknown>>): Promise<string> {
  const answer = await fetch(`${world.emulator.browserOrigin}/issuers/cluster/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ namespace: 'portal', ...fields }),
  })
  // The emulator's own answer.
  return ((await answer.json()) as { token: string }).token
}

const signIn = () => world.portal.signedIn('developer')

test('a pod signs people in with its projected token, and the portal has no secret', async () => {
  await writeFile(tokenFile, `${await podToken({ serviceAccount: 'trustwright' })}\n`)
  const browser = await signIn()
  expect((await browser.inject({ url: '/api/session' })).statusCode).toBe(200)
})

test('the file is read anew for each sign-in, so a token that was rotated counts at once', async () => {
  await writeFile(tokenFile, await podToken({ serviceAccount: 'trustwright', expiresInSeconds: -3600 }))
  await expect(signIn()).rejects.toThrow('reason=portal-fault')
  await writeFile(tokenFile, await podToken({ serviceAccount: 'trustwright' }))
  await signIn()
})

const wrong: readonly (readonly [string, () => Promise<string>])[] = [
  ['of another service account', () => podToken({ serviceAccount: 'default' })],
  [
    'for another audience',
    () => podToken({ serviceAccount: 'trustwright', audience: 'https://contoso.com' }),
  ],
  ['that is none', () => Promise.resolve('not a token')],
  ['that is cut off', () => Promise.resolve('eyJhbGciOiJSUzI1NiJ9.eyJz')],
]

test.each(wrong)('a token %s is a fault of the portal, and no line of the log holds it', async (_, make) => {
  const token = await make()
  await writeFile(tokenFile, token)
  await expect(signIn()).rejects.toThrow('reason=portal-fault')
  expect(lines.join('\n')).toContain('portal-fault')
  expect(lines.join('\n')).not.toContain(token)
})

test.each([
  ['is empty', () => writeFile(tokenFile, '')],
  ['has only line ends', () => writeFile(tokenFile, '\n\n')],
  ['is a folder', () => mkdir(tokenFile)],
])('a file that %s is named in the log, and Entra is not asked', async (_, make) => {
  await make()
  const asked = await requestsDuring(world.emulator, () =>
    expect(signIn()).rejects.toThrow('reason=portal-fault'),
  )
  expect(asked).not.toContain('entra/post-token')
  expect(lines.join('\n')).toContain(tokenFile)
})

test('a file that is not there is named in the log, and people are told whom to ask', async () => {
  await expect(signIn()).rejects.toThrow('reason=portal-fault')
  expect(lines.join('\n')).toContain(tokenFile)
})
