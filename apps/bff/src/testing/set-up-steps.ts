import type {
  AnyNewApplicationTrust,
  SetUpDryRun,
  SetUpItem,
  SetUpItemProgress,
  SetUpRun,
  SetUpRunPage,
  SetUpStep,
} from '@trustwright/shared-schemas'
import { expect } from 'vitest'
import type { SignedInBrowser } from './build-test-app.ts'
import { call, development } from './portal-world.ts'
import type { TestEmulator } from './start-emulator.ts'

export const runsUrl = '/api/set-up/runs'

/** Azure's own pace is not what these tests are about. */
export const unpaced = {
  SET_UP_WRITES_PER_SECOND_PER_IDENTITY: '1000',
  SET_UP_WRITES_PER_SECOND_PER_SUBSCRIPTION: '1000',
  SET_UP_WRITES_PER_SECOND_PER_TENANT: '1000',
}

/** https://learn.microsoft.com/azure/role-based-access-control/built-in-roles#reader */
export const readerRole = 'acdd72a7-3385-48ef-bd42-f606fba81ae7'
export const group = `/subscriptions/${development}/resourceGroups/rg-pay-dev`
export const readerOnGroup = [{ scope: group, roleId: readerRole }]

/** A trust of a workflow of that name. */
export function trustOf(name: string): AnyNewApplicationTrust {
  return {
    name,
    issuer: 'https://token.actions.githubusercontent.com',
    subject: `repo:contoso/${name}:environment:prod`,
    audiences: ['api://AzureADTokenExchange'],
  }
}

/** A row whose identity is made in `rg-pay-dev`. */
export function rowOf(identityName: string, trusts: readonly string[], key = identityName): SetUpItem {
  return rowIn({ resourceGroup: 'rg-pay-dev' }, identityName, trusts, key)
}

/** A row whose identity is made in that group; the group too, where its region is named. */
export function rowIn(
  group: { readonly resourceGroup: string; readonly groupLocation?: string },
  identityName: string,
  trusts: readonly string[],
  key = identityName,
): SetUpItem {
  const place = { subscriptionId: development, location: 'westeurope', ...group }
  return {
    key,
    parent: { kind: 'newManagedIdentity', ...place, identityName },
    trusts: trusts.map(trustOf),
    roles: [],
  }
}

/** A short run may be over before its answer is read. */
const begun = expect.objectContaining({ state: expect.stringMatching(/^(?:running|finished)$/) })

export async function startRun(browser: SignedInBrowser, items: readonly SetUpItem[]): Promise<SetUpRun> {
  const { status, body } = await call<SetUpRun>(browser, 'POST', runsUrl, { items })
  expect([status, body]).toEqual([202, begun])
  return body
}

export async function resume(
  browser: SignedInBrowser,
  runId: string,
  only: 'left' | 'failed' = 'left',
): Promise<SetUpRun> {
  const { status, body } = await call<SetUpRun>(browser, 'POST', `${runsUrl}/${runId}/resume`, { only })
  expect([status, body]).toEqual([202, begun])
  return body
}

export async function readRun(browser: SignedInBrowser, runId: string): Promise<SetUpRunPage> {
  const { status, body } = await call<SetUpRunPage>(browser, 'GET', `${runsUrl}/${runId}?limit=1000`)
  expect(status).toBe(200)
  return body
}

/** The run once it works no more. */
export async function endOf(
  browser: SignedInBrowser,
  runId: string,
  timeout = 15_000,
): Promise<SetUpRunPage> {
  const state = async () => (await readRun(browser, runId)).run.state
  await expect.poll(state, { timeout, interval: 50 }).not.toBe('running')
  return readRun(browser, runId)
}

/** A run from its start to its end. */
export async function runThrough(
  browser: SignedInBrowser,
  items: readonly SetUpItem[],
): Promise<SetUpRunPage> {
  return endOf(browser, (await startRun(browser, items)).runId)
}

export async function dryRun(browser: SignedInBrowser, items: readonly SetUpItem[]): Promise<SetUpDryRun> {
  const { status, body } = await call<SetUpDryRun>(browser, 'POST', '/api/set-up/dry-runs', { items })
  expect(status).toBe(200)
  return body
}

/** `kind: verdict`, for a short comparison. */
export function verdictsOf({ items }: SetUpDryRun): string[] {
  return items.flatMap(({ steps }) => steps.map(({ kind, verdict }) => `${kind}: ${verdict}`))
}

export function stepsOf({ items }: { readonly items: readonly SetUpItemProgress[] }): SetUpStep[] {
  return items.flatMap(({ steps }) => steps)
}

/** `kind name: state`, for a short comparison. */
export function told(page: { readonly items: readonly SetUpItemProgress[] }): string[] {
  return stepsOf(page).map(({ kind, name, state }) => `${kind} ${name}: ${state}`)
}

/** Sets switches of the emulator's reality. */
export async function setReality(
  emulator: TestEmulator,
  switches: Readonly<Record<string, unknown>>,
): Promise<void> {
  const answer = await fetch(`${emulator.browserOrigin}/_emulator/reality`, {
    method: 'PATCH',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(switches),
  })
  if (!answer.ok) throw new Error(`The emulator refused: ${await answer.text()}`)
}

/** Makes requests of the emulator fail, as `apps/emulator/src/controls/fault-rule.ts` reads it. */
export async function addFault(emulator: TestEmulator, rule: object): Promise<void> {
  await control(emulator, 'POST', rule)
}

export async function clearFaults(emulator: TestEmulator): Promise<void> {
  await control(emulator, 'DELETE')
}

async function control(
  { browserOrigin }: TestEmulator,
  method: 'POST' | 'DELETE',
  body?: object,
): Promise<void> {
  const answer = await fetch(`${browserOrigin}/_emulator/faults`, {
    method,
    headers: { 'content-type': 'application/json' },
    ...(body && { body: JSON.stringify(body) }),
  })
  if (!answer.ok) throw new Error(`The emulator refused: ${await answer.text()}`)
}

interface Logged {
  readonly method: string
  readonly path: string
  readonly status: number
}

/** Writes that reached the emulator and were carried out, and those that it throttled, of paths that hold the text. */
export async function writesOf(
  emulator: TestEmulator,
  part: string,
): Promise<{ done: string[]; throttled: number }> {
  const answer = await fetch(`${emulator.browserOrigin}/_emulator/requests?limit=1000`)
  const { value } = (await answer.json()) as { readonly value: readonly Logged[] }
  const writes = value.filter(
    ({ method, path }) =>
      ['PUT', 'POST', 'PATCH'].includes(method) && path.toLowerCase().includes(part.toLowerCase()),
  )
  return {
    done: writes.filter(({ status }) => status < 300).map(({ method, path }) => `${method} ${path}`),
    throttled: writes.filter(({ status }) => status === 429).length,
  }
}
