import type { ActivityPage, CreatedApplication, Trust } from '@trustwright/shared-schemas'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { SignedInBrowser } from '../../testing/build-test-app.ts'
import { connectGithub } from '../../testing/connect-github.ts'
import { call, development, startPortalWorld, type PortalWorld } from '../../testing/portal-world.ts'
import { requestsDuring } from '../../testing/requests-arrived.ts'
import { addFault, clearFaults } from '../../testing/set-up-steps.ts'

const identity = `/api/identities/mi/${development}/rg-pay-dev/id-github`
const issuer = 'https://token.actions.githubusercontent.com'
const audiences = ['api://AzureADTokenExchange']
let application: string

let world: PortalWorld
/** Without a connection to GitHub; and as dana-contoso, who administers contoso. */
let nobody: SignedInBrowser
let dana: SignedInBrowser
beforeAll(async () => {
  const environment = { SESSION_IDLE_MINUTES: '1440', SESSION_ABSOLUTE_HOURS: '168' }
  world = await startPortalWorld({ environment })
  nobody = await world.portal.signedIn('developer')
  dana = await world.portal.signedIn('developer')
  await connectGithub(world.portal.app, dana, 'dana-contoso')
  const group = `/api/subscriptions/${development}/resource-groups/rg-pay-dev/identities`
  await call(nobody, 'POST', group, { identityName: 'id-github', location: 'westeurope' })
  const made = await call<CreatedApplication>(nobody, 'POST', '/api/applications', { displayName: 'github' })
  application = `/api/applications/${made.body.application.appId}`
}, 60_000)
/** What was looked up is known for five minutes, and as nobody only so much is asked in an hour. */
beforeEach(async () => {
  await clearFaults(world.emulator)
  world.portal.clock.advance(3_601_000)
})
afterAll(() => world.close())

let number = 0
const wanted = (subject: string) => ({ name: `trust-${(number += 1)}`, issuer, subject, audiences })
const store = (browser: SignedInBrowser, subject: string, parent = identity) =>
  call<Trust>(browser, 'POST', `${parent}/trusts`, wanted(subject))
const refused = (browser: SignedInBrowser, subject: string, parent = identity) =>
  call(browser, 'POST', `${parent}/trusts`, wanted(subject))

test.each([
  ['the owner in other letters', 'repo:Octo-Org/octo-repo:ref:refs/heads/main', 'subject-case'],
  ['the repository in other letters', 'repo:octo-org/Octo-Repo:ref:refs/heads/main', 'subject-case'],
  ['the environment in other letters', 'repo:octo-org/octo-repo:environment:PROD', 'subject-case'],
  [
    'IDs where GitHub sends none',
    'repo:octo-org@123456/octo-repo@456789:ref:refs/heads/main',
    'github-names-expected',
  ],
])('%s is refused although nobody looked it up in a page', async (_, subject, code) => {
  for (const parent of [identity, application]) {
    const { status, body } = await refused(nobody, subject, parent)
    expect([status, body.code, body.causes?.map((cause) => cause.code)]).toEqual([
      422,
      'TRUST_WOULD_FAIL',
      [code],
    ])
  }
})

test('a private repository is judged for who may see it, and is unknown to everybody else', async () => {
  const subject = 'repo:contoso/Pay-Api:ref:refs/heads/main'
  expect((await refused(dana, subject)).body.causes?.map(({ code }) => code)).toEqual(['subject-case'])
  expect((await store(nobody, subject)).status).toBe(201)
})

test('who insists stores it, and the record tells the risk', async () => {
  const body = { ...wanted('repo:Octo-Org/octo-repo:ref:refs/heads/risk'), acceptRisks: ['subject-case'] }
  expect((await call(nobody, 'POST', `${identity}/trusts`, body)).status).toBe(201)
  const { body: page } = await call<ActivityPage>(nobody, 'GET', `${identity}/activity`)
  expect(page.events[0]?.after).toMatchObject({ acceptedRisks: ['subject-case'] })
})

test('a change to what GitHub contradicts is refused, and the stored values stay', async () => {
  const made = await store(nobody, 'repo:octo-org/octo-repo:environment:prod')
  const { name, fingerprint, subject } = made.body
  const change = { issuer, audiences, subject: 'repo:octo-org/octo-repo:environment:PROD', fingerprint }
  const { body } = await call(nobody, 'PUT', `${identity}/trusts/${name}`, change)
  expect(body.code).toBe('TRUST_WOULD_FAIL')
  expect((await call<Trust>(nobody, 'GET', `${identity}/trusts/${name}`)).body.subject).toBe(subject)
})

test.each([
  ['fails', { status: 500, code: 'x' }],
  ['breaks the connection', { dropConnection: true }],
  ['limits its answers', { status: 429, code: 'x', retryAfterSeconds: 1 }],
  ['does not answer in time', { latencyMs: 6000 }],
])('a GitHub that %s refuses nothing, and holds a person up for two seconds at most', async (_, effect) => {
  await addFault(world.emulator, { match: { area: 'github' }, mode: { next: 9 }, effect })
  const begun = performance.now()
  const { status } = await store(nobody, `repo:Octo-Org/octo-automation:ref:refs/heads/${number}`)
  expect([status, performance.now() - begun < 2_500]).toEqual([201, true])
})

const ofGithub = (operations: readonly string[]) => operations.filter((one) => one.startsWith('github/'))

test('the same repository is asked about once in five minutes, told or not', async () => {
  for (const repository of ['octo-org/octo-repo', 'contoso/pay-api']) {
    const first = await requestsDuring(world.emulator, () =>
      store(nobody, `repo:${repository}:environment:first-${number}`),
    )
    expect(ofGithub(first).length).toBeGreaterThan(0)
    const more = await requestsDuring(world.emulator, async () => {
      await store(nobody, `repo:${repository}:environment:second-${number}`)
      await store(nobody, `repo:${repository.toUpperCase()}:environment:third-${number}`)
    })
    expect(ofGithub(more)).toEqual([])
  }
})

test('a trust of another platform asks GitHub nothing', async () => {
  const asked = await requestsDuring(world.emulator, () =>
    call(nobody, 'POST', `${identity}/trusts`, {
      ...wanted('project_path:contoso/pay:ref_type:branch:ref:main'),
      issuer: 'https://gitlab.com',
    }),
  )
  expect(ofGithub(asked)).toEqual([])
})
