import { Writable } from 'node:stream'
import { setTimeout as pause } from 'node:timers/promises'
import type { FindingGroups, FindingPage, FindingRun, InventoryScan } from '@trustwright/shared-schemas'
import { AnswerSheet, expectedOf } from '../src/features/findings/testing/rules-of-faults.ts'
import { buildTestApp, type SignedInBrowser } from '../src/testing/build-test-app.ts'
import { startEmulator } from '../src/testing/start-emulator.ts'
import { savePolicies } from '../src/testing/save-policies.ts'
import { watchedSince } from '../src/testing/watched-since.ts'
import { startLargeTenant } from './large-tenant.ts'

/** A tenant whose faults were planted with a sheet, read and judged, and compared with the sheet. Arguments: identities, applications, trusts. */
const [identities = '15000', applications = '5000', credentials = '40000'] = process.argv.slice(2)

const write = (line: string) => process.stdout.write(`${line}\n`)
/** Object ID of the emulator's administrator. */
const admin = '1c0f6a7e-30b1-4a55-8f0d-5f3a9e7d0002'
/** What stands in every emulated tenant before anything is planted: nobody wrote down what is wrong with it. */
const own = await ownParents()
const longAgoMs = 60 * 86_400_000
const tenant = await startLargeTenant({
  identities: Number(identities),
  applications: Number(applications),
  credentials: Number(credentials),
})
/** What the portal says of faults of its own. */
const errors = new Writable({
  write(chunk: Buffer, _encoding, done) {
    for (const line of chunk.toString().split('\n')) if (line.includes('not judged')) write(line)
    done()
  },
})

async function compare(): Promise<void> {
  const { connectionString, control, emulator } = tenant
  await control('PATCH', 'reality', { throttleScale: 0 })
  const nothing = { freshDatabase: () => Promise.resolve(connectionString), close: () => Promise.resolve() }
  const portal = await buildTestApp({ postgres: nothing, emulator, connectionString, log: errors })
  try {
    const alex = await portal.signedIn('admin')
    await readAll(alex)
    await watchedSince(portal, `person:${admin}`, new Date(Date.now() - longAgoMs))
    const sheet = AnswerSheet.parse(await control('GET', 'answer-sheet'))
    await judge(alex)
    await compareWith(alex, sheet, false)
    const { allowedIssuers } = sheet.settings
    await savePolicies(alex, { id: 'issuers', allowedIssuers })
    await judge(alex)
    await compareWith(alex, sheet, true)
  } finally {
    await portal.close()
  }
}

async function readAll(browser: SignedInBrowser): Promise<void> {
  await browser.inject({ method: 'POST', url: '/api/inventory' })
  for (;;) {
    const { scan } = (await browser.inject({ url: '/api/inventory/latest' })).json<{ scan: InventoryScan }>()
    if (scan.state === 'finished') {
      write(`read: ${scan.trustsFound} trusts`)
      return
    }
    if (scan.state === 'stopped') throw new Error(`The reading stopped: ${scan.stoppedBecause ?? ''}`)
    await pause(200)
  }
}

/** Waits for whatever judges already, then judges anew and measures it. */
async function judge(browser: SignedInBrowser): Promise<void> {
  await settledRun(browser, null)
  const before = await runOf(browser)
  const [startedAt, cpu] = [performance.now(), process.cpuUsage()]
  await browser.inject({ method: 'POST', url: '/api/findings/judge' })
  const run = await settledRun(browser, before?.startedAt ?? null)
  const { user, system } = process.cpuUsage(cpu)
  const seconds = Math.round((performance.now() - startedAt) / 100) / 10
  write(
    `judged ${run.trusts} trusts of ${run.parents} parents in ${seconds} s, ${Math.round((user + system) / 1e5) / 10} s of processor time with reading and storing; ${run.issuersProbed} issuers probed, ${run.issuersLeft} left`,
  )
}

async function runOf(browser: SignedInBrowser): Promise<FindingRun | null> {
  return (await browser.inject({ url: '/api/findings/groups' })).json<FindingGroups>().run
}

async function settledRun(browser: SignedInBrowser, before: string | null): Promise<FindingRun> {
  for (;;) {
    const run = await runOf(browser)
    if (run?.state === 'failed') throw new Error('The judgement failed')
    if (run?.state === 'finished' && run.startedAt !== before) return run
    await pause(100)
  }
}

/** What was planted and shows without GitHub, against what was found. */
async function compareWith(
  browser: SignedInBrowser,
  sheet: AnswerSheet,
  allowedIssuers: boolean,
): Promise<void> {
  const found = await findAll(browser)
  const planted = new Set(expectedOf(sheet, { github: false, allowedIssuers }))
  const missed = [...planted].filter((each) => !found.has(each))
  const more = [...found].filter((each) => !planted.has(each))
  const where = allowedIssuers ? 'with allowed issuers' : 'without a rule'
  write(`${where}: ${planted.size} planted, ${missed.length} missed, ${more.length} false alarms`)
  for (const each of [
    ...missed.slice(0, 5).map((one) => `missed ${one}`),
    ...more.slice(0, 5).map((one) => `false ${one}`),
  ])
    write(`  ${each}`)
  if (missed.length + more.length > 0) process.exitCode = 1
}

async function findAll(browser: SignedInBrowser): Promise<Set<string>> {
  const found = new Set<string>()
  for (let after: string | null = ''; after !== null;) {
    const url = `/api/findings?limit=500${after === '' ? '' : `&after=${after}`}`
    const page: FindingPage = (await browser.inject({ url })).json()
    for (const { rule, trustKey, parentKey } of page.findings) {
      if (!own.has(parentKey)) found.add(`${rule} ${trustKey ?? parentKey}`)
    }
    after = page.nextAfter
  }
  return found
}

interface Exported {
  readonly trusts: readonly { readonly id: string; readonly parent: { readonly appId?: string } }[]
}

async function ownParents(): Promise<ReadonlySet<string>> {
  const plain = await startEmulator()
  const answer = await fetch(`${plain.browserOrigin}/_emulator/export`)
  // The emulator's own words, of which only these are read.
  const { trusts } = (await answer.json()) as Exported
  await plain.close()
  return new Set(
    trusts.map(({ id, parent: { appId } }) =>
      appId === undefined
        ? id.toLowerCase().replace(/\/federatedidentitycredentials\/.*$/, '')
        : `/applications/${appId}`.toLowerCase(),
    ),
  )
}

try {
  await compare()
} finally {
  await tenant.close()
}
