import { createIssuers } from '../../domain/issuers.ts'
import { createGuardedFetch } from '../../guarded-fetch/guarded-fetch.ts'
import { FetchRefusedError, type GuardedFetch } from '../../guarded-fetch/guarded-fetch-types.ts'
import { parseJson } from '../../guarded-fetch/parse-json.ts'
import { PortalError } from '../../errors.ts'
import { answers, http, issuerOf, json } from './answers.ts'
import { type Canary, type Seen, startCanary } from './canary.ts'
import { corpus, faults } from './corpus.ts'
import { issuerAnswer, issuerLabels } from './issuers.ts'
import { startStubDns } from './stub-dns.ts'
import type { Fetched, NamespaceReport } from './report.ts'
import { variants } from './variants.ts'
import { createZone, zoneName } from './zone.ts'

/** Runs everything against the real guard, in a namespace where every address is local, and prints one report as JSON. */
const dns = await startStubDns(createZone())
const canary = await startCanary((socket) => {
  socket.once('data', (request: Buffer) => {
    const path = /^GET (\S+) /.exec(request.toString('latin1'))?.[1] ?? '/'
    const label = (socket.servername || '').slice(0, -zoneName.length - 1)
    const say = answers[label] ?? issuerAnswer(label, path) ?? http([json], '{"issuer":"any"}')
    say(socket)
  })
})
const uncaught: string[] = []
process.on('uncaughtException', (error) => uncaught.push(String(error.stack)))
const fetchGuarded = createGuardedFetch({ resolve: new Map(), authorities: canary.authorities })

const report: NamespaceReport = {
  corpus: await runCorpus(fetchGuarded, canary),
  variants: await runVariants(fetchGuarded, canary),
  faults: await runFaults(fetchGuarded),
  json: await runJson(fetchGuarded),
  readings: await runReadings(fetchGuarded),
  crowd: await runCrowd(fetchGuarded),
  abort: await runAbort(fetchGuarded),
  seen: unique(canary.seen),
  uncaught,
}
dns.close()
process.stdout.write(`${JSON.stringify(report)}\n`, () => process.exit(0))

async function attempt(fetched: Promise<unknown>): Promise<Fetched> {
  const began = performance.now()
  const took = () => Math.round(performance.now() - began)
  try {
    await fetched
    return { outcome: 'read', milliseconds: took() }
  } catch (error) {
    if (!(error instanceof FetchRefusedError))
      return { outcome: `threw ${String(error)}`, milliseconds: took() }
    return { outcome: error.reason, milliseconds: took(), facts: error.facts }
  }
}

async function runCorpus(guarded: GuardedFetch, { seen }: Canary) {
  const results = []
  for (const { input, expected } of corpus) {
    const before = seen.length
    results.push({ input, expected, ...(await attempt(guarded(input))), dialled: seen.slice(before) })
  }
  return results
}

async function runVariants(guarded: GuardedFetch, { seen }: Canary) {
  const before = seen.length
  const counts: Record<string, number> = {}
  const [addresses, seed] = process.argv.slice(2).map(Number)
  for (const input of variants(addresses ?? 0, seed ?? 0)) {
    const { outcome } = await attempt(guarded(input))
    counts[outcome] = (counts[outcome] ?? 0) + 1
  }
  return { counts, dialled: unique(seen.slice(before)) }
}

async function runFaults(guarded: GuardedFetch) {
  const before = process.memoryUsage().rss
  const results = await Promise.all(
    Object.keys(faults).map(async (label) => ({ label, ...(await attempt(guarded(`${issuerOf(label)}/`))) })),
  )
  return { results, grownBytes: process.memoryUsage().rss - before }
}

async function runJson(guarded: GuardedFetch) {
  const labels = ['deep', 'deep-small', 'surrogate', 'proto', 'refresh']
  const read = async (label: string) => parseJson((await guarded(`${issuerOf(label)}/`)).body)
  return await Promise.all(labels.map(async (label) => ({ label, ...(await attempt(read(label))) })))
}

async function runReadings(guarded: GuardedFetch) {
  const issuers = createIssuers({ fetch: guarded, clock: { now: () => Date.now() } })
  const labels = [...issuerLabels, 'html', 'not-found', 'a-imds', 'proto', 'deep']
  const readings = []
  for (const label of labels) {
    readings.push({
      label,
      reading: await issuers.readIssuer({ tenantId: 't', who: 'p', issuer: issuerOf(label) }),
    })
  }
  return readings
}

/** Two hundred reads of different issuers at once by one person, and one by another. */
async function runCrowd(guarded: GuardedFetch) {
  const issuers = createIssuers({ fetch: guarded, clock: { now: () => Date.now() } })
  const read = async (who: string, issuer: string): Promise<string> => {
    try {
      const { document } = await issuers.readIssuer({ tenantId: 't', who, issuer })
      return document.ok ? 'read' : document.reason
    } catch (error) {
      return error instanceof PortalError ? error.code : String(error)
    }
  }
  const crowd = Array.from({ length: 200 }, (_, at) => read('one', `${issuerOf('http-silent')}/${at}`))
  const began = performance.now()
  const other = await read('other', issuerOf('good'))
  const otherMs = Math.round(performance.now() - began)
  const counts: Record<string, number> = {}
  for (const outcome of await Promise.all(crowd)) counts[outcome] = (counts[outcome] ?? 0) + 1
  return { counts, other, otherMs }
}

async function runAbort(guarded: GuardedFetch) {
  const controller = new AbortController()
  const fetched = attempt(guarded(`${issuerOf('drip')}/`, { signal: controller.signal }))
  setTimeout(() => controller.abort(), 300)
  const before = AbortSignal.abort()
  return [await fetched, await attempt(guarded(`${issuerOf('drip')}/`, { signal: before }))]
}

function unique(seen: readonly Seen[]): readonly Seen[] {
  return [...new Map(seen.map((one) => [`${one.address} ${one.port}`, one])).values()]
}
