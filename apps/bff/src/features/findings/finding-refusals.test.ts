import { expect, test } from 'vitest'
import { buildTestApp } from '../../testing/build-test-app.ts'
import { forThisFile } from '../../testing/for-this-file.ts'
import { call } from '../../testing/portal-world.ts'
import { startTestPostgres } from '../../testing/test-postgres.ts'

const postgres = forThisFile(startTestPostgres)
const portal = forThisFile(() => buildTestApp({ postgres }))
const ada = forThisFile(() => portal.signedIn('admin'))
const dana = forThisFile(() => portal.signedIn('developer'))

test.each([
  [
    'POST',
    '/api/findings/accept',
    { hashes: ['0'.repeat(64)], until: '2027-01-01T00:00:00Z', reason: 'because' },
  ],
  ['POST', '/api/findings/reopen', { hashes: ['0'.repeat(64)] }],
  ['GET', '/api/accept-rules', undefined],
  [
    'POST',
    '/api/accept-rules',
    { body: { rules: ['unused'] }, until: '2027-01-01T00:00:00Z', reason: 'because' },
  ],
  ['DELETE', '/api/accept-rules/11111111-2222-4333-8444-555555555555', undefined],
  ['GET', '/api/findings?of=portal', undefined],
  ['GET', '/api/findings/groups?of=portal', undefined],
  ['GET', '/api/findings/marks?of=portal', undefined],
  ['GET', '/api/findings/export?of=portal&format=csv', undefined],
  ['POST', '/api/findings/judge?of=portal', undefined],
] as const)('%s %s is for administrators', async (method, url, body) => {
  const answer = await call(dana, method, url, body)
  expect([answer.status, answer.body.code]).toEqual([403, 'ADMINISTRATOR_REQUIRED'])
})

test.each(['severity=bad', 'rule=x', 'after=1', 'limit=0', 'state=gone', 'of=all', 'format=csv'])(
  'the query %s is refused',
  async (query) => {
    expect((await call(ada, 'GET', `/api/findings?${query}`)).body.code).toBe('INPUT_REFUSED')
  },
)

test('a finding that is not there, or is somebody else’s, is not found', async () => {
  const answer = await call(dana, 'GET', `/api/findings/${'0'.repeat(64)}`)
  expect([answer.status, answer.body.code]).toEqual([404, 'NOT_FOUND'])
  expect((await call(dana, 'GET', '/api/findings/abc')).body.code).toBe('INPUT_REFUSED')
})
