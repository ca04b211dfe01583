import type { SetUpDryRun, SetUpItem } from '@trustwright/shared-schemas'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { SignedInBrowser } from '../../testing/build-test-app.ts'
import { connectGithub } from '../../testing/connect-github.ts'
import { call, startPortalWorld, type PortalWorld } from '../../testing/portal-world.ts'
import { requestsDuring } from '../../testing/requests-arrived.ts'
import {
  addFault,
  clearFaults,
  endOf,
  rowOf,
  runsUrl,
  startRun,
  stepsOf,
  unpaced,
} from '../../testing/set-up-steps.ts'

let world: PortalWorld
let nobody: SignedInBrowser
let dana: SignedInBrowser
beforeAll(async () => {
  world = await startPortalWorld({ environment: { ...unpaced, SESSION_IDLE_MINUTES: '1440' } })
  nobody = await world.portal.signedIn('developer')
  dana = await world.portal.signedIn('developer')
  await connectGithub(world.portal.app, dana, 'dana-contoso')
}, 60_000)
/** What was looked up is known for five minutes, and an hour is what GitHub counts. */
beforeEach(async () => {
  await clearFaults(world.emulator)
  world.portal.clock.advance(3_601_000)
})
afterAll(() => world.close())

const issuer = 'https://token.actions.githubusercontent.com'
const row = (identityName: string, subject: string): SetUpItem => ({
  ...rowOf(identityName, []),
  trusts: [{ name: 'pay', issuer, subject, audiences: ['api://AzureADTokenExchange'] }],
})

test('a row that GitHub contradicts is refused by its key, in the dry run and at the start', async () => {
  const items = [
    row('id-right', 'repo:octo-org/octo-repo:ref:refs/heads/main'),
    row('id-wrong', 'repo:Octo-Org/octo-repo:ref:refs/heads/main'),
  ]
  const { body: dry } = await call<SetUpDryRun>(nobody, 'POST', '/api/set-up/dry-runs', { items })
  expect(dry.refused.map(({ key, problems }) => [key, problems[0]?.path])).toEqual([
    ['id-wrong', 'trusts.0.subject'],
  ])
  const { body } = await call(nobody, 'POST', runsUrl, { items })
  expect([body.code, body.rows?.map(({ key }) => key)]).toEqual(['SET_UP_ROWS_REFUSED', ['id-wrong']])
})

test('what GitHub tells only once the run goes on still keeps the trust from being stored', async () => {
  await addFault(world.emulator, {
    match: { area: 'github' },
    mode: { next: 1 },
    effect: { latencyMs: 2000 },
  })
  const run = await startRun(dana, [row('id-late', 'repo:contoso/Pay-Api:ref:refs/heads/main')])
  const steps = stepsOf(await endOf(dana, run.runId))
  expect(steps.find(({ kind }) => kind === 'trust')).toMatchObject({
    state: 'failed',
    code: 'TRUST_WOULD_FAIL',
  })
})

test.each([
  ['nobody', () => nobody, 5],
  ['a person who is signed in to GitHub', () => dana, 12],
])('of many repositories %s looks up so many', async (_, browser, most) => {
  const items = Array.from({ length: 12 }, (__, index) =>
    row(`id-${index}`, `repo:contoso/repository-${index}:ref:refs/heads/main`),
  )
  const asked = await requestsDuring(world.emulator, () =>
    call(browser(), 'POST', '/api/set-up/dry-runs', { items }),
  )
  expect(asked.filter((one) => one === 'github/get-repository')).toHaveLength(most)
})
