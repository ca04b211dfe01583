import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { z } from 'zod'
import { subscriptions } from '../src/seed.ts'
import { listGraph } from './list-graph.ts'
import { armWriter } from '../src/testing/arm-writer.ts'
import { startChild, type ChildEmulator } from '../src/testing/child-emulator.ts'

/** The emulator's promised figures, measured on this machine; ends with 1 when one is missed. */

const parents = { identities: 15_000, applications: 5_000, credentialsEach: 2 }
const variables = { EMULATOR_THROTTLE_SCALE: '0', EMULATOR_LOG: 'requests' }
const write = (line: string) => process.stdout.write(`${line}\n`)

let missed = 0
function tell(what: string, value: number, unit: string, limit: number): void {
  if (value > limit) missed += 1
  write(`${what}: ${Number(value.toFixed(2))} ${unit} (${value > limit ? 'over' : 'under'} ${limit})`)
}

async function started(folder: string): Promise<ChildEmulator> {
  const child = await startChild(folder, { variables })
  if (!child) throw new Error('the emulator did not start')
  return child
}

function memoryMiB({ process: { pid } }: ChildEmulator, field: 'VmRSS' | 'VmHWM'): number {
  const found = new RegExp(`${field}:\\s+(\\d+) kB`).exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
  return Number(found) / 1024
}

/** Processor time of the process so far; Linux counts hundredths of a second. */
function cpuMs({ process: { pid } }: ChildEmulator): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /, '')
    .split(' ')
  return (Number(fields[11]) + Number(fields[12])) * 10
}

const folder = mkdtempSync(join(tmpdir(), 'emulator-figures-'))
const first = await started(folder)
tell('first start to ready', first.startMs, 'ms', 2000)
await first.kill()
const second = await started(folder)
tell('second start to ready', second.startMs, 'ms', 2000)

const took = new Map<string, number[]>()
const logged = z.object({ operation: z.string().optional(), ms: z.number().optional() })
if (second.process.stdout) {
  createInterface({ input: second.process.stdout }).on('line', (line) => {
    const { operation = '', ms = 0 } = logged.parse(JSON.parse(line))
    took.set(operation, [...(took.get(operation) ?? []), ms])
  })
}
const writer = await armWriter(second.browserOrigin)
const seeded = await writer.send('POST', '/_emulator/seed', parents)
const { ms } = z.object({ ms: z.number() }).parse(seeded)
tell('seed of 20,000 parents with 40,000 credentials', ms / 1000, 's', 15)
tell('memory at its peak', memoryMiB(second, 'VmHWM'), 'MiB', 1024)

const path = `/subscriptions/${subscriptions.development.subscriptionId}/resourceGroups/rg-pay-dev/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-pay-deploy-dev/federatedIdentityCredentials/pay-api-dev?api-version=2024-11-30`
for (let number = 0; number < 2000; number += 1) await writer.send('GET', path)
await new Promise((resolve) => setTimeout(resolve, 200))
const times = (took.get('arm/get-credential') ?? []).toSorted((a, b) => a - b)
const percentile = (share: number) => times[Math.floor(times.length * share)] ?? Number.NaN
tell(`credential GET, server time, p50 of ${times.length}`, percentile(0.5), 'ms', 2)
tell('credential GET, server time, p99', percentile(0.99), 'ms', 20)

await writer.send('PATCH', '/_emulator/reality', { throttleScale: 1 })
const cpuBefore = cpuMs(second)
const { applications, servicePrincipals } = await listGraph(second.browserOrigin)
const [pages, rows, throttled, listingMs] = (['pages', 'rows', 'throttled', 'ms'] as const).map(
  (name) => applications[name] + servicePrincipals[name],
)
write(`listed by Graph at Azure's limits: ${rows} parents in ${pages} pages, ${throttled} times told to wait`)
tell('whole listing by Graph', Number(listingMs) / 1000, 's', 10)
tell('a page of 999 with its trusts, processor time', (cpuMs(second) - cpuBefore) / Number(pages), 'ms', 150)

await second.kill()
const third = await started(folder)
tell('start to ready with all of them, journal folded in', third.startMs, 'ms', 5000)
await third.kill()
const fourth = await started(folder)
tell('start to ready with all of them', fourth.startMs, 'ms', 5000)
tell('memory after it', memoryMiB(fourth, 'VmRSS'), 'MiB', 1024)
await fourth.kill()
rmSync(folder, { recursive: true })
if (missed > 0) process.exitCode = 1
