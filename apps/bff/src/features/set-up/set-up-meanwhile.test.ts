import type { SetUpItem } from '@trustwright/shared-schemas'
import { afterEach, expect, test } from 'vitest'
import { asAutomation } from '../../testing/as-automation.ts'
import { call } from '../../testing/portal-world.ts'
import {
  dryRun,
  endOf,
  group,
  readRun,
  resume,
  rowOf,
  runThrough,
  runsUrl,
  setReality,
  startRun,
  stepsOf,
  told,
  trustOf,
  writesOf,
} from '../../testing/set-up-steps.ts'
import { setUpWorld } from '../../testing/set-up-world.ts'

const the = setUpWorld('developer', {
  SET_UP_WRITES_PER_SECOND_PER_IDENTITY: '4',
  SET_UP_WRITES_PER_SECOND_PER_SUBSCRIPTION: '100',
  SET_UP_WRITES_PER_SECOND_PER_TENANT: '100',
})
let giveBack = () => Promise.resolve()
afterEach(async () => {
  await giveBack()
  await setReality(the.world.emulator, { claimsChallenge: 'off' })
})

const names = (prefix: string, count: number) =>
  Array.from({ length: count }, (_, index) => `${prefix}-${index}`)

interface Grant {
  readonly id: string
  readonly clientId: string
  readonly consentType: string
  readonly principalId: string | null
  readonly resourceId: string
  readonly scope: string
}

/** Takes back what was consented to for the portal, as an administrator does, until it is given back. */
async function withdrawConsent(fits: (grant: Grant) => boolean): Promise<void> {
  const { emulator } = the.world
  const graph = (method: 'GET' | 'POST' | 'DELETE', path: string, body?: object) =>
    asAutomation(
      emulator,
      'graph.microsoft.com',
      body ? [method, `/v1.0${path}`, body] : [method, `/v1.0${path}`],
    )
  const portalId = emulator.tenant.portal.clientId
  // The emulator's own lists.
  const found = (await graph('GET', `/servicePrincipals?$filter=appId eq '${portalId}'`)) as {
    value: { id: string }[]
  }
  const granted = (await graph(
    'GET',
    `/servicePrincipals/${found.value[0]?.id ?? ''}/oauth2PermissionGrants`,
  )) as { value: Grant[] }
  const taken = granted.value.filter(fits)
  expect(taken.length).toBeGreaterThan(0)
  for (const { id } of taken) await graph('DELETE', `/oauth2PermissionGrants/${id}`)
  giveBack = async () => {
    giveBack = () => Promise.resolve()
    for (const { id: _, principalId, ...grant } of taken) {
      await graph('POST', '/oauth2PermissionGrants', { ...grant, ...(principalId && { principalId }) })
    }
  }
}

const doneOf = async (runId: string) => (await readRun(the.person, runId)).run.counts.done

test('a consent for the directory that is withdrawn in the middle ends the application’s steps in words, and nothing else', async () => {
  const application: SetUpItem = {
    key: 'app',
    parent: { kind: 'newApplication', displayName: 'Without consent' },
    trusts: [trustOf('consented')],
    roles: [],
  }
  // Sixteen are worked on at once, so the application begins when the first of them is done.
  const identities = names('id-consent', 16).map((name) => rowOf(name, names(name, 4)))
  const { runId } = await startRun(the.person, [...identities, application])
  await expect.poll(() => doneOf(runId), { timeout: 40_000, interval: 20 }).toBeGreaterThan(0)
  await withdrawConsent(({ scope }) => scope.includes('Application.'))
  const page = await endOf(the.person, runId, 20_000)
  expect(page.run).toMatchObject({ state: 'finished', counts: { done: 80, failed: 1, cancelled: 2 } })
  const steps = stepsOf({ items: page.items.filter(({ key }) => key === 'app') })
  expect(steps.map(({ kind, state, code }) => [kind, state, code])).toEqual([
    ['application', 'failed', 'FORBIDDEN'],
    ['service-principal', 'cancelled', null],
    ['trust', 'cancelled', null],
  ])
  expect(steps[0]?.missing?.action).toMatch(/^Application\./)
  expect((await writesOf(the.world.emulator, 'uniqueName')).done).toEqual([])
  await giveBack()
  await resume(the.person, runId, 'failed')
  expect((await endOf(the.person, runId)).run.counts).toMatchObject({ done: 83, failed: 0, cancelled: 0 })
}, 40_000)

test('a consent for the portal that is withdrawn in the middle pauses the run, tells what was done, and a new sign-in goes on', async () => {
  const { runId } = await startRun(the.person, [rowOf('id-withdrawn', names('withdrawn', 12))])
  await expect.poll(() => doneOf(runId), { timeout: 40_000, interval: 20 }).toBeGreaterThan(2)
  await withdrawConsent(() => true)
  // Tokens that were handed out live on for up to an hour; this makes Azure want a new one now.
  await setReality(the.world.emulator, { claimsChallenge: 'multifactorOnWrites' })
  const state = async () => (await call(the.person, 'GET', `${runsUrl}/${runId}`)).status
  await expect.poll(state, { timeout: 40_000, interval: 50 }).toBe(401)
  await setReality(the.world.emulator, { claimsChallenge: 'off' })
  await giveBack()
  const again = await the.world.portal.signedIn('developer')
  const paused = await endOf(again, runId)
  expect(paused.run).toMatchObject({
    state: 'paused',
    stopReason: 'sign-in',
    counts: { failed: 0, unknown: 0 },
  })
  expect(paused.run.counts.pending).toBeGreaterThan(0)
  expect((await writesOf(the.world.emulator, 'id-withdrawn')).done).toHaveLength(paused.run.counts.done)
  await resume(again, runId)
  expect((await endOf(again, runId)).run.counts).toMatchObject({ done: 13, failed: 0 })
  expect((await writesOf(the.world.emulator, 'id-withdrawn')).done).toHaveLength(13)
}, 40_000)

test('what is changed in Azure while a run rests stays as it was changed, and the run tells both sides', async () => {
  const person = await the.world.portal.signedIn('developer')
  const items = [rowOf('id-changed', names('changed', 8))]
  const { runId } = await startRun(person, items)
  const done = async () => (await readRun(person, runId)).run.counts.done
  await expect.poll(done, { timeout: 40_000, interval: 20 }).toBeGreaterThan(2)
  await call(person, 'POST', `${runsUrl}/${runId}/stop`)
  const { run } = await endOf(person, runId)
  expect(run.counts).toMatchObject({ failed: 0 })
  expect(run.counts.pending).toBeGreaterThan(0)

  const address = (name: string) =>
    `${group}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-changed/federatedIdentityCredentials/${name}?api-version=2024-11-30`
  const theirs = (name: string) => {
    const { issuer, audiences } = trustOf(name)
    return { properties: { issuer, audiences, subject: `repo:fabrikam/${name}:environment:prod` } }
  }
  const arm = (method: 'GET' | 'PUT', name: string, body?: object) =>
    asAutomation(
      the.world.emulator,
      'management.azure.com',
      body ? [method, address(name), body] : [method, address(name)],
    )
  // One that the run made, and one that it is still to make.
  for (const name of ['changed-0', 'changed-7']) await arm('PUT', name, theirs(name))
  const verdicts = async () => {
    const [item] = (await dryRun(person, items)).items
    return item?.steps.filter(({ verdict }) => verdict === 'conflict').map(({ name }) => name)
  }
  expect(await verdicts()).toEqual(['changed-0', 'changed-7'])
  await resume(person, runId)
  const page = await endOf(person, runId)
  expect(page.run.counts).toMatchObject({ done: 8, conflict: 1, failed: 0 })
  expect(stepsOf(page).at(-1)).toMatchObject({
    name: 'changed-7',
    state: 'conflict',
    code: 'TRUST_NAME_TAKEN',
  })
  expect(stepsOf(page).at(-1)?.detail).toContain('repo:fabrikam/changed-7:environment:prod')
  expect(stepsOf(page).at(-1)?.detail).toContain('repo:contoso/changed-7:environment:prod')
  // A second run of the same finds the one that had been done changed as well, and leaves it.
  const second = told(await runThrough(person, items)).filter((line) => line.endsWith(': conflict'))
  expect(second).toEqual(['trust changed-0: conflict', 'trust changed-7: conflict'])
  for (const name of ['changed-0', 'changed-7']) expect(await arm('GET', name)).toMatchObject(theirs(name))
}, 40_000)
