import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setTimeout as pause } from 'node:timers/promises'
import type { FindingGroups, InventoryScan, Review, ReviewLines } from '@trustwright/shared-schemas'
import { buildTestApp, type SignedInBrowser } from '../src/testing/build-test-app.ts'
import { startLargeTenant } from './large-tenant.ts'

/**
 * A review of a whole tenant: counted, frozen, shown, decided in and exported, with how long the process was held up by each.
 * Arguments: identities, applications, trusts.
 */
const [identities = '15000', applications = '5000', credentials = '40000'] = process.argv.slice(2)
const mostHeldUpMs = 500

const write = (line: string) => process.stdout.write(`${line}\n`)
const tenant = await startLargeTenant({
  identities: Number(identities),
  applications: Number(applications),
  credentials: Number(credentials),
})

async function run(): Promise<void> {
  const { connectionString, control, emulator } = tenant
  await control('PATCH', 'reality', { throttleScale: 0 })
  const nothing = { freshDatabase: () => Promise.resolve(connectionString), close: () => Promise.resolve() }
  const portal = await buildTestApp({ postgres: nothing, emulator, connectionString })
  try {
    const alex = await portal.signedIn('admin')
    await readAndJudge(alex)
    const choice = { of: 'mine', query: '' }
    await measured('counted, as the form does', () => ask(alex, 'POST', '/api/reviews/preview', choice))
    const wanted = { ...choice, name: 'All', dueAt: new Date(Date.now() + 9e8).toISOString() }
    const made: Review = await measured('made', () => ask(alex, 'POST', '/api/reviews', wanted))
    const { items } = made.counts
    write(`  ${items} trusts frozen`)
    if (items < Number(credentials)) throw new Error('Trusts are missing')
    const at = `/api/reviews/${made.reviewId}`
    const lines: ReviewLines = await measured('lines of the pane', () => ask(alex, 'GET', `${at}/lines`))
    if (lines.decisions.length !== items) throw new Error('Lines are missing')
    await measured('one trust', () => ask(alex, 'GET', `${at}/items/${items}`))
    const decision = { version: 0, decision: 'remove', reason: 'Assurance.' }
    await measured('one decision', () => ask(alex, 'PUT', `${at}/items/1/decision`, decision))
    await measured('the review and its counts', () => ask(alex, 'GET', at))
    await measured('what it removes', () => ask(alex, 'GET', `${at}/plan`))
    const csv = await measured('evidence as CSV', async () => {
      const { body } = await alex.inject({ url: `${at}/export?format=csv` })
      return body
    })
    write(`  ${Math.round(csv.length / 1e6)} MB, ${csv.split('\r\n').length - 2} lines`)
  } finally {
    await portal.close()
  }
}

/** Runs it, and prints how long it took and how long the process answered nobody at a stretch. */
async function measured<T>(what: string, work: () => Promise<T>): Promise<T> {
  const delay = monitorEventLoopDelay({ resolution: 10 })
  const [startedAt, cpu] = [performance.now(), process.cpuUsage()]
  delay.enable()
  const result = await work()
  await pause(20)
  delay.disable()
  const { user, system } = process.cpuUsage(cpu)
  const heldUp = Math.round(delay.max / 1e6)
  write(
    `${what}: ${Math.round(performance.now() - startedAt)} ms, ${Math.round((user + system) / 1000)} ms of processor time; held up for ${heldUp} ms at most`,
  )
  if (heldUp > mostHeldUpMs) process.exitCode = 1
  return result
}

async function ask<T>(
  browser: SignedInBrowser,
  method: 'GET' | 'POST' | 'PUT',
  url: string,
  body?: object,
): Promise<T> {
  const answer = await browser.inject({ method, url, ...(body !== undefined && { payload: body }) })
  if (answer.statusCode >= 300) throw new Error(`${method} ${url}: ${answer.statusCode} ${answer.body}`)
  return answer.json<T>()
}

async function readAndJudge(browser: SignedInBrowser): Promise<void> {
  await ask(browser, 'POST', '/api/inventory')
  for (;;) {
    const { scan } = await ask<{ scan: InventoryScan }>(browser, 'GET', '/api/inventory/latest')
    if (scan.state === 'stopped') throw new Error(`The reading stopped: ${scan.stoppedBecause ?? ''}`)
    const { run: judged } = await ask<FindingGroups>(browser, 'GET', '/api/findings/groups')
    if (scan.state === 'finished' && judged?.state === 'finished' && judged.scan === scan.number) return
    await pause(500)
  }
}

try {
  await run()
} finally {
  await tenant.close()
}
