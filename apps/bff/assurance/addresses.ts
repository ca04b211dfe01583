import { runInNamespace } from '../src/testing/namespace/in-namespace.ts'
import { publicAddresses } from '../src/testing/namespace/zone.ts'

/** 100,000 generated addresses against the guarded fetch; a number as argument gives another count, a second one others. */
const [count = '100000', seed = '1'] = process.argv.slice(2)

const startedAt = performance.now()
const { variants, uncaught } = runInNamespace({ addresses: Number(count), seed: Number(seed) })
const seconds = Math.round((performance.now() - startedAt) / 1000)
const strange = variants.dialled.filter(({ address, port }) => !publicAddresses.has(address) || port !== 443)
const outcomes = Object.entries(variants.counts)
  .toSorted(([, one], [, other]) => other - one)
  .map(([outcome, times]) => `${times} ${outcome}`)
process.stdout.write(
  `${count} addresses, ${strange.length} forbidden ones dialled, ${uncaught.length} errors that nobody heard, ${seconds} s: ${outcomes.join(', ')}\n`,
)
if (strange.length > 0 || uncaught.length > 0) {
  process.stdout.write(`${JSON.stringify({ strange, uncaught })}\n`)
  process.exitCode = 1
}
