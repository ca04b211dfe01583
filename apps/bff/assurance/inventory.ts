import { setTimeout as pause } from 'node:timers/promises'
import { gzipSync } from 'node:zlib'
import type { InventoryPage, InventoryScan } from '@trustwright/shared-schemas'
import { buildTestApp, type SignedInBrowser } from '../src/testing/build-test-app.ts'
import { noFindings } from '../src/testing/no-findings.ts'
import { startLargeTenant } from './large-tenant.ts'

/** One tenant read twice at Azure's own limits, and compared with the emulator's export. Arguments: identities, applications, trusts. */
const [identities = '15000', applications = '5000', credentials = '40000'] = process.argv.slice(2)

interface Exported {
  readonly trusts: readonly {
    readonly id: string
    readonly name: string
    readonly parent: { readonly kind: string; readonly appId?: string }
  }[]
}

const write = (line: string) => process.stdout.write(`${line}\n`)
const size = {
  identities: Number(identities),
  applications: Number(applications),
  credentials: Number(credentials),
}
const tenant = await startLargeTenant(size)
try {
  await readTwice()
} finally {
  await tenant.close()
}

async function readTwice(): Promise<void> {
  const { connectionString, emulator } = tenant
  const nothing = { freshDatabase: () => Promise.resolve(connectionString), close: () => Promise.resolve() }
  // What is found wrong is another proof.
  const overrides = { findings: noFindings() }
  const portal = await buildTestApp({ postgres: nothing, emulator, connectionString, overrides })
  const alex = await portal.signedIn('admin')
  for (const round of ['first', 'second']) await readOnce(alex, round)
  const found = await readPages(alex)
  const there = await exported()
  const missing = [...there].filter((key) => !found.has(key))
  const more = [...found].filter((key) => !there.has(key))
  write(`${missing.length} of ${there.size} trusts missed, ${more.length} that are not there`)
  if (missing.length + more.length > 0) process.exitCode = 1
  await portal.close()
}

async function readOnce(alex: SignedInBrowser, round: string): Promise<void> {
  const [startedAt, cpu] = [performance.now(), process.cpuUsage()]
  await alex.inject({ method: 'POST', url: '/api/inventory' })
  const scan = await untilOver(alex)
  const seconds = rounded((performance.now() - startedAt) / 1000)
  const { user, system } = process.cpuUsage(cpu)
  const { graph, arm, resourceGraph } = scan.requests
  const memory = Math.round(process.memoryUsage().rss / 1024 / 1024)
  write(
    `${round} reading: ${scan.state}, ${scan.trustsFound} trusts of ${scan.identitiesRead} identities and ${scan.applicationsRead} applications in ${seconds} s`,
  )
  write(
    `  ${graph + arm + resourceGraph} requests (Graph ${graph}, ARM ${arm}, Resource Graph ${resourceGraph}), ${scan.leastRequests} at least`,
  )
  write(`  ${rounded((user + system) / 1e6)} s of the portal's processor time, ${memory} MiB held`)
  if (scan.state !== 'finished') process.exitCode = 1
}

async function untilOver(browser: SignedInBrowser): Promise<InventoryScan> {
  for (;;) {
    const answer = await browser.inject({ url: '/api/inventory/latest' })
    const { scan } = answer.json<{ scan: InventoryScan }>()
    if (scan.state === 'finished' || scan.state === 'stopped') return scan
    await pause(200)
  }
}

/** Everything, as a browser reads it that has nothing yet. Keys of the trusts. */
async function readPages(browser: SignedInBrowser): Promise<Set<string>> {
  const keys = new Set<string>()
  const parents = new Set<string>()
  let orphans = 0
  const first = performance.now()
  await browser.inject({ url: '/api/inventory/rows?limit=500' })
  write(`first 500 rows in ${Math.round(performance.now() - first)} ms`)
  const times: number[] = []
  const bytes = { plain: 0, packed: 0 }
  for (let after = ''; ;) {
    const startedAt = performance.now()
    const answer = await browser.inject({ url: `/api/inventory/rows?after=${after}&limit=5000` })
    times.push(performance.now() - startedAt)
    bytes.plain += answer.rawPayload.length
    bytes.packed += gzipSync(answer.rawPayload, { level: 1 }).length
    const page = answer.json<InventoryPage>()
    for (const { key } of page.parents) parents.add(key)
    for (const { key, parentKey } of page.rows) {
      keys.add(key)
      if (!parents.has(parentKey)) orphans += 1
    }
    after = page.nextAfter
    if (!page.hasMore) break
  }
  const mega = (count: number) => rounded(count / 1024 / 1024)
  write(
    `all rows in ${times.length} pages of 5,000: ${Math.round(Math.max(...times))} ms the slowest, ${rounded(times.reduce((sum, ms) => sum + ms, 0) / 1000)} s together, ${mega(bytes.plain)} MiB (${mega(bytes.packed)} MiB packed), ${orphans} trusts before their parent`,
  )
  return keys
}

async function exported(): Promise<Set<string>> {
  // The emulator's own words, of which only these are read.
  const { trusts } = (await tenant.control('GET', 'export')) as Exported
  return new Set(
    trusts.map(({ id, name, parent }) =>
      parent.kind === 'application'
        ? `/applications/${parent.appId}/federatedidentitycredentials/${name}`.toLowerCase()
        : id.toLowerCase(),
    ),
  )
}

function rounded(value: number): number {
  return Math.round(value * 10) / 10
}
