import type {
  FindingGroups,
  FindingPage,
  FixPlan,
  FixRun,
  FixRunDetail,
  StoredFinding,
  Trust,
} from '@trustwright/shared-schemas'
import { expect } from 'vitest'
import type { SignedInBrowser } from '../../../testing/build-test-app.ts'
import { ended, startPass } from '../../../testing/inventory-steps.ts'
import { call, development } from '../../../testing/portal-world.ts'

const group = `/api/subscriptions/${development}/resource-groups/rg-pay-dev/identities`
const github = 'https://token.actions.githubusercontent.com'

export const identityUrl = (name: string) => `/api/identities/mi/${development}/rg-pay-dev/${name}`

export interface WantedTrust {
  readonly name: string
  readonly subject: string
  readonly issuer?: string
}

/** An identity with trusts that are stored whatever speaks against them. */
export async function storeIdentity(
  browser: SignedInBrowser,
  identityName: string,
  trusts: readonly WantedTrust[],
): Promise<void> {
  const made = await call(browser, 'POST', group, { identityName, location: 'westeurope' })
  expect(made.status).toBe(201)
  for (const trust of trusts) await storeAnyway(browser, identityName, trust)
}

async function storeAnyway(
  browser: SignedInBrowser,
  identityName: string,
  trust: WantedTrust,
): Promise<void> {
  const url = `${identityUrl(identityName)}/trusts`
  const body = { issuer: github, audiences: ['api://AzureADTokenExchange'], ...trust }
  const first = await call(browser, 'POST', url, body)
  if (first.status === 201) return
  const acceptRisks = (first.body.causes ?? []).map(({ code }) => code)
  expect((await call(browser, 'POST', url, { ...body, acceptRisks })).status).toBe(201)
}

/** Reads the tenant and judges it anew. */
export async function readAnew(browser: SignedInBrowser): Promise<void> {
  await startPass(browser)
  const scan = await ended(browser, 40_000)
  expect(scan.state).toBe('finished')
  const run = async () => (await call<FindingGroups>(browser, 'GET', '/api/findings/groups')).body.run
  await expect
    .poll(run, { timeout: 30_000, interval: 100 })
    .toMatchObject({ state: 'finished', scan: scan.number })
}

/** Findings about trusts of an identity; every rule, or one. */
export async function findingsOf(
  browser: SignedInBrowser,
  identityName: string,
  rules: readonly string[],
): Promise<readonly StoredFinding[]> {
  const url = `/api/findings?limit=500&q=${identityName}`
  const { body } = await call<FindingPage>(browser, 'GET', url)
  return body.findings.filter(({ parentName, rule }) => parentName === identityName && rules.includes(rule))
}

export async function dryRun(browser: SignedInBrowser, findings: readonly StoredFinding[]): Promise<FixPlan> {
  const hashes = findings.map(({ hash }) => hash)
  const { status, body } = await call<FixPlan>(browser, 'POST', '/api/fixes/dry-run', { hashes })
  expect(status).toBe(200)
  return body
}

export async function startFixes(
  browser: SignedInBrowser,
  findings: readonly StoredFinding[],
  digest: string,
): Promise<FixRun> {
  const hashes = findings.map(({ hash }) => hash)
  const { status, body } = await call<FixRun>(browser, 'POST', '/api/fixes', { hashes, digest })
  expect(status).toBe(201)
  return body
}

export async function readFixes(browser: SignedInBrowser, runId: string): Promise<FixRunDetail> {
  return (await call<FixRunDetail>(browser, 'GET', `/api/fixes/${runId}`)).body
}

/** Once it no longer runs. */
export async function endOfFixes(browser: SignedInBrowser, runId: string): Promise<FixRunDetail> {
  const state = async () => (await readFixes(browser, runId)).run.state
  await expect.poll(state, { timeout: 40_000, interval: 50 }).not.toBe('running')
  return readFixes(browser, runId)
}

/** `name issuer subject` of what is stored. */
export async function storedOn(browser: SignedInBrowser, identityName: string): Promise<readonly string[]> {
  const { body } = await call<{ trusts: Trust[] }>(browser, 'GET', `${identityUrl(identityName)}/trusts`)
  return body.trusts.map(({ name, issuer, subject }) => `${name} ${issuer} ${subject ?? ''}`).toSorted()
}
