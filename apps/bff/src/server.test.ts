import { once } from 'node:events'
import { request } from 'node:http'
import { createServer } from 'node:net'
import { expect, test } from 'vitest'
import { findPostmaster } from './db/embedded/postmaster.ts'
import { portalFolder } from './testing/portal-folder.ts'
import { startTestPostgres } from './testing/test-postgres.ts'
import { portalThatEnds, startPortal } from './testing/start-portal.ts'

const folder = portalFolder()

test('a taken port is one sentence and exit 1, and leaves no PostgreSQL behind', async () => {
  const other = createServer().listen(0, '127.0.0.1')
  await once(other, 'listening')
  const address = other.address()
  const port = typeof address === 'object' && address ? String(address.port) : ''
  const portal = await portalThatEnds(folder.path, { PORT: port })
  expect(portal).toMatchObject({
    code: 1,
    errors: `Port ${port} is taken: stop the program that uses it, or set PORT to another one.\n`,
  })
  expect(await findPostmaster(folder.cluster)).toBeUndefined()
  other.close()
}, 60_000)

test.each([
  ['SESSION_KEYS', ''],
  ['PORT', 'x'],
  ['DATABASE_URL', 'nonsense'],
])('a wrong %s is one readable line and exit 1', async (name, value) => {
  const portal = await portalThatEnds(folder.path, { [name]: value })
  expect(portal.code).toBe(1)
  expect(portal.errors).toMatch(new RegExp(`^${name}: [^\n]+\n$`))
})

test('a database that refuses the portal is one sentence that names its host and no password', async () => {
  const postgres = await startTestPostgres()
  const { port } = new URL(await postgres.freshDatabase())
  const portal = await portalThatEnds(folder.path, {
    DATABASE_URL: `postgres://nobody:hidden@127.0.0.1:${port}/postgres`,
  })
  expect(portal.code).toBe(1)
  expect(portal.errors).toMatch(
    new RegExp(`^The database at 127.0.0.1:${port} could not be opened: [^\n]+\n$`),
  )
  expect(portal.errors + portal.output).not.toContain('hidden')
  await postgres.close()
}, 60_000)

test('with DATABASE_URL the portal uses that database and starts none of its own', async () => {
  const postgres = await startTestPostgres()
  const portal = await startPortal(folder.path, { DATABASE_URL: await postgres.freshDatabase() })
  expect((await fetch(`${portal.origin}/health/ready`)).status).toBe(200)
  expect(await findPostmaster(folder.cluster)).toBeUndefined()
  expect(await portal.end('SIGTERM')).toBe(0)
  await postgres.close()
}, 60_000)

test('a request under way is answered when the portal is told to end, and a new one is not taken', async () => {
  const postgres = await startTestPostgres()
  const portal = await startPortal(folder.path, { DATABASE_URL: await postgres.freshDatabase() })
  const under = request(`${portal.origin}/api/sign-out`, {
    method: 'POST',
    headers: {
      expect: '100-continue',
      'content-type': 'application/json',
      'x-trustwright': '1',
      'sec-fetch-site': 'same-origin',
    },
  })
  under.flushHeaders()
  await once(under, 'continue')
  const ended = portal.end('SIGTERM')
  const isOpen = async () =>
    await fetch(`${portal.origin}/health/live`).then(
      () => true,
      () => false,
    )
  await expect.poll(isOpen, { timeout: 5000 }).toBe(false)
  under.end('{}')
  const [answer] = await once(under, 'response')
  expect(answer).toMatchObject({ statusCode: 200 })
  under.destroy()
  expect(await ended).toBe(0)
  await postgres.close()
}, 60_000)
