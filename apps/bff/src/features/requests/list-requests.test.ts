import type { TrustRequest } from '@trustwright/shared-schemas'
import { beforeEach, expect, test } from 'vitest'
import { trustRequest } from '../../db/schema-policies.ts'
import { buildTestApp, type SignedInBrowser } from '../../testing/build-test-app.ts'
import { forThisFile } from '../../testing/for-this-file.ts'
import { call, development } from '../../testing/portal-world.ts'
import { startTestPostgres } from '../../testing/test-postgres.ts'

let asked = 0
const url = '/api/requests'
const parent = {
  kind: 'managedIdentity',
  subscriptionId: development,
  resourceGroup: 'rg-pay-dev',
  identityName: 'id-asked',
} as const

const postgres = forThisFile(startTestPostgres)
const portal = forThisFile(() => buildTestApp({ postgres }))
const dana = forThisFile(() => portal.signedIn('developer'))
const robin = forThisFile(() => portal.signedIn('reader'))
const admin = forThisFile(() => portal.signedIn('admin'))
beforeEach(async () => {
  await portal.database.delete(trustRequest)
})

const wanted = (change: object = {}) => ({
  name: `asked-${(asked += 1)}`,
  issuer: 'https://token.actions.githubusercontent.com',
  subject: `repo:octo-org/shop-${asked}:environment:production`,
  audiences: ['api://AzureADTokenExchange'],
  ...change,
})

async function ask(trust: object = wanted(), who = dana): Promise<TrustRequest> {
  const { status, body } = await call<TrustRequest>(who, 'POST', url, {
    asked: { kind: 'create', parent, trust },
    why: 'We deploy the shop.',
  })
  expect(status).toBe(201)
  return body
}

test.each([
  [{ why: '  ' }],
  [{ why: 'a\u0007' }],
  [{ why: 'x'.repeat(1001) }],
  [{ asked: { kind: 'create', parent, trust: { name: 'a' } } }],
  [{ asked: { kind: 'create', parent, trust: wanted({ issuer: 'http://plain.contoso.com' }) } }],
  [{ asked: { kind: 'create', parent, trust: wanted({ description: 'only applications have one' }) } }],
  [
    {
      asked: {
        kind: 'create',
        parent,
        trust: wanted({ subject: undefined, expression: "claims['sub'] matches '*'" }),
      },
    },
  ],
  [{ asked: { kind: 'create', parent: { kind: 'user' }, trust: wanted() } }],
  [{ asked: { kind: 'remove', parent, trustName: 'a' } }],
  [{ asked: { kind: 'set-up', items: [] } }],
  [{ state: 'approved' }],
])('a request with %j is refused, and none is kept', async (change) => {
  const body = { asked: { kind: 'create', parent, trust: wanted() }, why: 'because', ...change }
  expect(await call(dana, 'POST', url, body)).toMatchObject({ status: 400, body: { code: 'INPUT_REFUSED' } })
  expect(await portal.database.$count(trustRequest)).toBe(0)
})

test('people see their own requests, administrators those of everybody, and nobody else decides', async () => {
  const mine = await ask()
  const his = await ask(wanted(), robin)
  expect((await call(robin, 'GET', `${url}/${mine.requestId}`)).status).toBe(404)
  for (const how of ['approve', 'decline']) {
    const decision = { version: 1, ...(how === 'decline' && { answer: 'x' }) }
    const refusal = await call(dana, 'POST', `${url}/${mine.requestId}/${how}`, decision)
    expect([how, refusal.body.code]).toEqual([how, 'ADMINISTRATOR_REQUIRED'])
  }
  const ids = async (who: SignedInBrowser, query: string) => {
    const { body } = await call<{ requests: TrustRequest[]; open: number }>(who, 'GET', `${url}?${query}`)
    return [body.requests.map(({ requestId }) => requestId), body.open]
  }
  expect(await ids(dana, '')).toEqual([[mine.requestId], 1])
  expect((await call(dana, 'GET', `${url}?of=all`)).body.code).toBe('ADMINISTRATOR_REQUIRED')
  expect(await ids(admin, 'of=all&state=open')).toEqual([[his.requestId, mine.requestId], 2])
  expect(await ids(admin, 'of=all&state=decided')).toEqual([[], 2])
})

test('pages of requests are complete, also of those of one moment', async () => {
  const first = await ask()
  const [row] = await portal.database.select().from(trustRequest)
  const ids = [first.requestId]
  for (let count = 1; count < 5; count++) {
    const requestId = `00000000-0000-4000-8000-00000000000${count}`
    await portal.database
      .insert(trustRequest)
      .values({ ...row, requestId } as typeof trustRequest.$inferInsert)
    ids.push(requestId)
  }
  const seen: string[] = []
  for (let before: string | null = ''; before !== null;) {
    const query: string = before === '' ? '' : `&before=${encodeURIComponent(before)}`
    const { body } = await call<{ requests: TrustRequest[]; nextBefore: string | null }>(
      dana,
      'GET',
      `${url}?limit=2${query}`,
    )
    seen.push(...body.requests.map(({ requestId }) => requestId))
    before = body.nextBefore
  }
  expect(seen.toSorted()).toEqual(ids.toSorted())
  expect((await call(dana, 'GET', `${url}?before=yesterday`)).status).toBe(400)
})

test('fifty open requests are the most', async () => {
  await ask()
  const [row] = await portal.database.select().from(trustRequest)
  if (row === undefined) throw new Error('The request was not kept')
  const more = Array.from({ length: 48 }, (_, index) => ({
    ...row,
    requestId: `00000000-0000-4000-8000-0000000001${String(index).padStart(2, '0')}`,
  }))
  await portal.database.insert(trustRequest).values(more)
  const answers = await Promise.all(
    [1, 2, 3].map(() =>
      call(dana, 'POST', url, { asked: { kind: 'create', parent, trust: wanted() }, why: 'because' }),
    ),
  )
  expect(answers.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([201, 409, 409])
  expect(answers.find(({ status }) => status === 409)?.body.code).toBe('REQUEST_LIMIT_REACHED')
})
