import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { createInterface } from 'node:readline'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import { z } from 'zod'
import { accounts, portalClient } from './seed.ts'
import { given } from './testing/given.ts'
import { temporaryFolder } from './testing/temporary-folder.ts'

const ready = z.object({
  event: z.literal('ready'),
  browserOrigin: z.string(),
  httpsOrigin: z.string(),
  caPath: z.string(),
})

function start(variables: Record<string, string>): ChildProcessWithoutNullStreams {
  const main = fileURLToPath(new URL('main.ts', import.meta.url))
  const child = spawn(process.execPath, ['--conditions=source', main], {
    env: { EMULATOR_HTTP_PORT: '0', EMULATOR_HTTPS_PORT: '0', ...variables },
  })
  onTestFinished(() => {
    child.kill('SIGKILL')
  })
  return child
}

async function readyLine(child: ChildProcessWithoutNullStreams) {
  const [line] = await once(createInterface(child.stdout), 'line')
  return ready.parse(JSON.parse(String(line)))
}

async function failure(child: ChildProcessWithoutNullStreams) {
  const [stderr, [code]] = await Promise.all([text(child.stderr), once(child, 'exit')])
  return { stderr, code: Number(code) }
}

test.for(['SIGTERM', 'SIGINT'] as const)(
  'it says when it is ready, and %s ends it with 0 and frees the folder',
  async (signal) => {
    const folder = temporaryFolder()
    const child = start({ EMULATOR_DATA: folder })
    const { browserOrigin } = await readyLine(child)
    expect((await fetch(`${browserOrigin}/_emulator/health`)).status).toBe(200)
    child.kill(signal)
    expect(await once(child, 'exit')).toEqual([0, null])
    const again = start({ EMULATOR_DATA: folder })
    await readyLine(again)
  },
)

test('after kill -9 the next start takes over the folder and what was acknowledged is there', async () => {
  const folder = temporaryFolder()
  const child = start({ EMULATOR_DATA: folder })
  const { browserOrigin } = await readyLine(child)
  const { keys, tenantId } = await jwks(browserOrigin)
  const signedIn = await authorize(browserOrigin, tenantId, {
    method: 'POST',
    body: new URLSearchParams({ username: accounts.reader.username, password: accounts.reader.password }),
  })
  const cookie = given(signedIn.headers.get('set-cookie')?.split(';')[0], 'a cookie')
  child.kill('SIGKILL')
  await once(child, 'exit')
  const next = await readyLine(start({ EMULATOR_DATA: folder }))
  expect((await jwks(next.browserOrigin)).keys).toEqual(keys)
  const silent = await authorize(next.browserOrigin, tenantId, { headers: { cookie } })
  expect(new URL(silent.headers.get('location') ?? '').searchParams.get('code')).toMatch(/^1\./)
})

test('the request log has one line a request and no query, which may carry codes', async () => {
  const child = start({ EMULATOR_DATA: temporaryFolder(), EMULATOR_LOG: 'requests' })
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]()
  const { browserOrigin } = ready.parse(JSON.parse(String((await lines.next()).value)))
  await fetch(`${browserOrigin}/_emulator/health?code=secret`, {
    headers: { authorization: 'Bearer secret' },
  })
  const line = String((await lines.next()).value)
  expect(JSON.parse(line)).toMatchObject({ event: 'request', path: '/_emulator/health', status: 200 })
  expect(line).not.toContain('secret')
})

function authorize(origin: string, tenantId: string, init: RequestInit): Promise<Response> {
  const query = new URLSearchParams({
    client_id: portalClient.clientId,
    redirect_uri: portalClient.redirectUris[0],
    response_type: 'code',
    scope: 'openid',
  })
  const address = `${origin}/${tenantId}/oauth2/v2.0/authorize?${query.toString()}`
  return fetch(address, { redirect: 'manual', ...init })
}

async function jwks(origin: string) {
  const tenant = z
    .object({ tenantId: z.string() })
    .parse(await (await fetch(`${origin}/_emulator/tenant`)).json())
  const response = await fetch(`${origin}/${tenant.tenantId}/discovery/v2.0/keys`)
  const keys = z.object({ keys: z.array(z.object({ kid: z.string(), n: z.string() })) })
  return { ...tenant, ...keys.parse(await response.json()) }
}

test('a second one on the same folder is refused with the id of the first', async () => {
  const folder = temporaryFolder()
  const first = start({ EMULATOR_DATA: folder })
  await readyLine(first)
  const { stderr, code } = await failure(start({ EMULATOR_DATA: folder }))
  expect(code).toBe(1)
  expect(stderr).toBe(
    `${folder} is in use by the emulator with process id ${first.pid}. Stop that one, or set EMULATOR_DATA to another folder.\n`,
  )
})

test.for(['EMULATOR_HTTP_PORT', 'EMULATOR_HTTPS_PORT'])('a taken %s is one clear sentence', async (name) => {
  const other = createServer().listen(0, '127.0.0.1')
  onTestFinished(() => {
    other.close()
  })
  await once(other, 'listening')
  const { port } = z.object({ port: z.number() }).parse(other.address())
  const { stderr, code } = await failure(start({ EMULATOR_DATA: temporaryFolder(), [name]: String(port) }))
  expect(code).toBe(1)
  expect(stderr).toBe(`Port ${port} is taken by another program. Stop it, or set ${name} to a free port.\n`)
})

test('a wrong variable is one line', async () => {
  const { stderr, code } = await failure(start({ EMULATOR_DATA: temporaryFolder(), EMULATOR_LISTEN: 'x' }))
  expect(code).toBe(1)
  expect(stderr).toBe('Wrong configuration: EMULATOR_LISTEN must be an IP address to listen on.\n')
})
