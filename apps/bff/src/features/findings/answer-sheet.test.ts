import { type FindingGroups, type FindingPage, findingStates } from '@trustwright/shared-schemas'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { SignedInBrowser } from '../../testing/build-test-app.ts'
import { connectGithub } from '../../testing/connect-github.ts'
import { ended, readWhole, startPass } from '../../testing/inventory-steps.ts'
import { call, startPortalWorld, type PortalWorld } from '../../testing/portal-world.ts'
import { watchedSince } from '../../testing/watched-since.ts'
import { AnswerSheet, expectedOf, type Knowing } from './testing/rules-of-faults.ts'

const admin = '1c0f6a7e-30b1-4a55-8f0d-5f3a9e7d0002'
const longAgo = 60 * 86_400_000

let world: PortalWorld
let ada: SignedInBrowser
let sheet: AnswerSheet
let others: ReadonlySet<string>
beforeAll(async () => {
  world = await startPortalWorld({
    environment: {
      INVENTORY_LISTS_PER_SECOND_PER_SUBSCRIPTION: '1000',
      INVENTORY_LISTS_PER_SECOND_PER_TENANT: '1000',
    },
  })
  await control('PATCH', 'reality', { throttleScale: 0 })
}, 120_000)
afterAll(() => world.close())

async function control(method: string, path: string, body?: object): Promise<unknown> {
  const answer = await fetch(`${world.emulator.browserOrigin}/_emulator/${path}`, {
    method,
    headers: { 'content-type': 'application/json' },
    ...(body && { body: JSON.stringify(body) }),
  })
  expect(answer.ok).toBe(true)
  return answer.status === 204 ? null : await answer.json()
}

async function pass(): Promise<void> {
  await startPass(ada)
  expect(await ended(ada, 40_000)).toMatchObject({ state: 'finished' })
}

async function plant(): Promise<void> {
  ada = await world.portal.signedIn('admin')
  await pass()
  const { rows, parents } = await readWhole(ada)
  others = new Set([...rows, ...parents].map(({ key }) => key))
  await control('POST', 'review-seed', { identities: 60, applications: 60, credentials: 300 })
  sheet = AnswerSheet.parse(await control('GET', 'answer-sheet'))
  await pass()
  await watchedSince(world.portal, `person:${admin}`, new Date(Date.now() - longAgo))
}

async function allow(allowedIssuers: readonly string[]): Promise<void> {
  const body = { policies: [{ id: 'issuers', title: 'Issuers of contoso', allowedIssuers }] }
  const { status } = await call(ada, 'PUT', '/api/policies', { version: 0, body })
  expect(status).toBe(200)
}

const groups = async () => (await call<FindingGroups>(ada, 'GET', '/api/findings/groups')).body

async function judged(): Promise<FindingGroups> {
  const { run: before } = await groups()
  await call(ada, 'POST', '/api/findings/judge')
  await expect
    .poll(async () => (await groups()).run, { timeout: 100_000, interval: 500 })
    .toSatisfy(
      (run: FindingGroups['run']) => run?.state === 'finished' && run.startedAt !== before?.startedAt,
    )
  return await groups()
}

/** `rule key` of every active finding about what the seed planted. */
async function found(): Promise<string[]> {
  const seen: string[] = []
  let after: string | null = ''
  while (after !== null) {
    const url = `/api/findings?limit=500&state=${findingStates[0]}${after === '' ? '' : `&after=${after}`}`
    const page: FindingPage = (await call<FindingPage>(ada, 'GET', url)).body
    for (const { rule, trustKey, parentKey } of page.findings) {
      if (!others.has(trustKey ?? parentKey)) seen.push(`${rule} ${trustKey ?? parentKey}`)
    }
    after = page.nextAfter
  }
  return seen.toSorted()
}

const planted = (knowing: Knowing) => expectedOf(sheet, knowing)

test('every planted fault is found, and nothing else: without GitHub, with it, and with rules', async () => {
  await plant()
  const { run } = await judged()
  expect(run).toMatchObject({ githubBecause: 'not-connected', issuersLeft: 0 })
  expect(await found()).toEqual(planted({ github: false, allowedIssuers: false }))
  await connectGithub(world.portal.app, ada, 'dana-contoso')
  expect((await judged()).run).toMatchObject({ githubBecause: null, repositoriesLeft: 0 })
  expect(await found()).toEqual(planted({ github: true, allowedIssuers: false }))
  await allow(sheet.settings.allowedIssuers)
  expect((await judged()).run?.state).toBe('finished')
  const all = await found()
  expect(all).toEqual(planted({ github: true, allowedIssuers: true }))
  expect(new Set(all.map((each) => each.split(' ')[0])).size).toBeGreaterThanOrEqual(18)
}, 120_000)
