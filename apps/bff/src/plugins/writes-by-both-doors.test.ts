import type { RouteOptions } from 'fastify'
import type { Problem } from '@trustwright/shared-schemas'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildTestApp, type SignedInBrowser, type TestApp } from '../testing/build-test-app.ts'
import { comeBy } from '../testing/come-by.ts'
import { tableOf, type TableRoute } from '../testing/route-table.ts'
import { startEmulator, type TestEmulator } from '../testing/start-emulator.ts'
import { startTestPostgres, type TestPostgres } from '../testing/test-postgres.ts'

let emulator: TestEmulator
let postgres: TestPostgres
let portal: TestApp
let script: SignedInBrowser
let browser: SignedInBrowser
const routes: RouteOptions[] = []

beforeAll(async () => {
  ;[emulator, postgres] = await Promise.all([startEmulator(), startTestPostgres()])
  portal = await buildTestApp({ postgres, emulator, onRoute: (route) => routes.push(route) })
  // An administrator, so that those routes answer for themselves too.
  ;[script, browser] = await Promise.all([
    comeBy('bearer', { portal, emulator }, 'admin'),
    comeBy('cookie', { portal, emulator }, 'admin'),
  ])
}, 60_000)
afterAll(async () => {
  await portal.close()
  await Promise.all([emulator.close(), postgres.close()])
})

const writes = () => tableOf(routes, 'api').filter(({ method }) => !['GET', 'HEAD'].includes(method))
const ofTheGuard = [
  'REQUEST_NOT_FROM_PORTAL',
  'SIGN_IN_REQUIRED',
  'SESSION_ENDED',
  'TOKEN_REFUSED',
  'TWO_PROOFS',
  'PORTAL_PAGES_ONLY',
]
const withoutMarks = { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }

/** What the route said; of a refusal all but the IDs of requests. */
async function answerTo(
  who: SignedInBrowser,
  { method, url }: TableRoute,
  payload: string,
  marks: Record<string, string> = {},
) {
  const headers = { 'content-type': 'application/json', ...marks }
  const answer = await who.inject({ method, url, headers, payload })
  expect(answer.headers['set-cookie']).toBeUndefined()
  const { statusCode: status } = answer
  if (status < 400) return { status, code: null }
  const { code, detail, fields } = answer.json<Problem>()
  return { status, code, detail, fields }
}

test.each(['{', '{}'])(
  'every address that is written to answers a token without any mark as a session with all of them, here to %s',
  async (payload) => {
    const ofBoth = writes().filter(({ config }) => config.door === undefined)
    expect(ofBoth.length).toBeGreaterThan(60)
    const codes: string[] = []
    for (const route of ofBoth) {
      const byToken = await answerTo(script, route, payload, withoutMarks)
      const byCookie = await answerTo(browser, route, payload)
      expect([route.method, route.url, byToken]).toEqual([route.method, route.url, byCookie])
      codes.push(byToken.code ?? 'done')
    }
    const notItsOwn = ['INTERNAL', 'ADMINISTRATOR_REQUIRED', ...ofTheGuard]
    expect(codes.filter((code) => notItsOwn.includes(code))).toEqual([])
    expect(codes.filter((code) => code === 'INPUT_REFUSED').length).toBeGreaterThan(40)
  },
  60_000,
)

test('what is written about a session of the browser is refused to a token before its body is read', async () => {
  const ofPages = writes().filter(({ config }) => config.door === 'cookie')
  expect(ofPages.map(({ method, url }) => `${method} ${url}`)).toEqual(['POST /api/sign-out'])
  for (const route of ofPages) {
    expect(await answerTo(script, route, '{', withoutMarks)).toMatchObject({
      status: 403,
      code: 'PORTAL_PAGES_ONLY',
    })
    expect(await answerTo(browser, route, '{')).toMatchObject({ status: 400, code: 'INPUT_REFUSED' })
  }
})
