import type { PolicyVersion, StoredPolicies } from '@trustwright/shared-schemas'
import { expect, test } from 'vitest'
import { buildTestApp } from '../../testing/build-test-app.ts'
import { forThisFile } from '../../testing/for-this-file.ts'
import { call } from '../../testing/portal-world.ts'
import { startTestPostgres } from '../../testing/test-postgres.ts'

const postgres = forThisFile(startTestPostgres)
const portal = forThisFile(() => buildTestApp({ postgres }))
const admin = forThisFile(() => portal.signedIn('admin'))

const url = '/api/policies'
const rule = (change: object = {}) => ({
  id: 'names',
  title: 'Names',
  ...change,
})

async function saved(policies: readonly object[], note = 'because'): Promise<StoredPolicies> {
  const { body: now } = await call<StoredPolicies>(admin, 'GET', url)
  const asked = { version: now.version, body: { policies }, note }
  const { status, body } = await call<StoredPolicies>(admin, 'PUT', url, asked)
  expect(status).toBe(200)
  return body
}

test.each([
  [{ id: 'Upper' }],
  [{ id: '' }],
  [{ title: ' padded ' }],
  [{ title: 'two\nlines' }],
  [{ scopes: ['rg-shop'] }],
  [{ scopes: [] }],
  [{ names: [] }],
  [{ forbidden: ['everything'] }],
  [{ parentKinds: ['user'] }],
  [{ roleReasons: { roles: ['Owner'] } }],
  [{ roleReasons: { roles: ['owner-like'], minLength: 0 } }],
  [{ mayCreate: ['dana@contoso.com'] }],
  [{ unheardOf: true }],
])('a rule with %j is refused, and nothing is saved', async (change) => {
  const { body: before } = await call<StoredPolicies>(admin, 'GET', url)
  const asked = { version: before.version, body: { policies: [rule(change)] } }
  expect(await call(admin, 'PUT', url, asked)).toMatchObject({ status: 400, body: { code: 'INPUT_REFUSED' } })
  expect((await call(admin, 'GET', url)).body).toEqual(before)
})

test('two rules of one id are refused', async () => {
  const asked = { version: 0, body: { policies: [rule(), rule()] } }
  expect((await call(admin, 'PUT', url, asked)).status).toBe(400)
})

test('somebody who is no administrator reads the rules that bind them, and cannot save any', async () => {
  const dana = await portal.signedIn('developer')
  expect((await call(dana, 'GET', url)).status).toBe(200)
  const asked = { version: 0, body: { policies: [] } }
  expect(await call(dana, 'PUT', url, asked)).toMatchObject({
    status: 403,
    body: { code: 'ADMINISTRATOR_REQUIRED' },
  })
  expect((await call(dana, 'GET', `${url}/versions`)).status).toBe(403)
})

test('each save is a version of its own, with who and why, and stays readable', async () => {
  const first = await saved([rule()], 'first')
  const second = await saved([rule({ names: ['gh-*'] })], 'second')
  expect(second).toMatchObject({
    version: first.version + 1,
    note: 'second',
    savedBy: 'admin@contoso.onmicrosoft.com',
  })
  const { body: old } = await call<StoredPolicies>(admin, 'GET', `${url}?version=${first.version}`)
  expect(old).toEqual(first)
  const { body } = await call<{ versions: PolicyVersion[] }>(admin, 'GET', `${url}/versions?limit=2`)
  expect(body.versions.map(({ note }) => note)).toEqual(['second', 'first'])
  const { body: older } = await call<{ versions: PolicyVersion[] }>(
    admin,
    'GET',
    `${url}/versions?before=${second.version}&limit=1`,
  )
  expect(older.versions.map(({ version }) => version)).toEqual([first.version])
  expect(await call(admin, 'GET', `${url}?version=999`)).toMatchObject({
    status: 404,
    body: { code: 'POLICIES_NOT_FOUND' },
  })
})

test('of two administrators who saw the same version one saves, and the other is told', async () => {
  const { version } = await saved([rule()])
  const asked = (title: string) => ({ version, body: { policies: [rule({ title })] } })
  const answers = await Promise.all(
    Array.from({ length: 6 }, (_, index) => call(admin, 'PUT', url, asked(`Title ${index}`))),
  )
  expect(answers.filter(({ status }) => status === 200).length).toBe(1)
  expect(answers.filter(({ status }) => status === 409).length).toBe(5)
  expect(answers.find(({ status }) => status === 409)?.body).toMatchObject({
    code: 'POLICIES_CHANGED_MEANWHILE',
    current: { version: version + 1 },
  })
  expect((await call(admin, 'PUT', url, asked('Late'))).status).toBe(409)
})

test('a save is in the audit trail with the rules before and after', async () => {
  await saved([rule({ title: 'Before' })])
  await saved([rule({ title: 'After' })])
  const { body } = await call<{ events: unknown[] }>(
    admin,
    'GET',
    '/api/activity?operation=policies.save&limit=1',
  )
  expect(body.events).toMatchObject([
    {
      outcome: 'succeeded',
      before: { policies: [{ title: 'Before' }] },
      after: { policies: [{ title: 'After' }] },
    },
  ])
})
