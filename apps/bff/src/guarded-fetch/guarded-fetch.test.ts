import { beforeAll, expect, test } from 'vitest'
import { corpus, faults } from '../testing/namespace/corpus.ts'
import { runInNamespace } from '../testing/namespace/in-namespace.ts'
import type { NamespaceReport } from '../testing/namespace/report.ts'
import { publicAddresses } from '../testing/namespace/zone.ts'

let report: NamespaceReport
beforeAll(() => {
  report = runInNamespace({ addresses: 8_000, seed: 20_261 })
}, 100_000)

test('nothing but public addresses at port 443 was ever dialled, whatever was asked', () => {
  expect(report.seen.length).toBeGreaterThan(5)
  for (const { address, port } of report.seen) {
    expect([publicAddresses.has(address), port], address).toEqual([true, 443])
  }
})

test('nothing that the outside did ended in an error that nobody listens to', () => {
  expect(report.uncaught).toEqual([])
})

test.each(corpus)('$expected: $input', ({ input, expected }) => {
  const found = report.corpus.find((entry) => entry.input === input)
  const most = ['read', 'rebound', 'redirect'].includes(expected) ? 1 : 0
  expect(found?.dialled.length).toBe(most)
  expect(found?.outcome).toBe(expected === 'rebound' ? 'read' : expected)
})

test('eight thousand generated addresses reach a public one or nothing', () => {
  const { counts, dialled } = report.variants
  expect(dialled.every(({ address, port }) => publicAddresses.has(address) && port === 443)).toBe(true)
  for (const outcome of [
    'read',
    'private-address',
    'ip-literal',
    'user-info',
    'port',
    'host-name',
    'query',
  ]) {
    expect(counts[outcome], outcome).toBeGreaterThan(20)
  }
})

test.each(Object.entries(faults))('a public issuer that does “%s” ends as %j, in time', (label, expected) => {
  const found = report.faults.results.find((entry) => entry.label === label)
  const outcomes: readonly string[] = expected === 'read' ? ['read'] : expected
  expect(outcomes).toContain(found?.outcome)
  expect(found?.milliseconds).toBeLessThan(4_500)
})

test.each([
  ['tls-expired', 'CERT_HAS_EXPIRED'],
  ['tls-wrong-name', 'ERR_TLS_CERT_ALTNAME_INVALID'],
  ['tls-self-signed', 'DEPTH_ZERO_SELF_SIGNED_CERT'],
  ['dns-silent', 'ETIMEOUT'],
])('the reason why %s is not reached is told', (label, detail) => {
  expect(report.faults.results.find((entry) => entry.label === label)?.facts?.detail).toBe(detail)
})

test('all the bombs and endless answers together cost less than 64 MB', () => {
  expect(report.faults.grownBytes).toBeLessThan(64 * 1024 * 1024)
})

test('where a redirect points is told as text that moves neither page nor terminal', () => {
  const targets = report.faults.results.flatMap(({ facts }) => facts?.redirectedTo ?? [])
  expect(targets).toContain('javascript:alert(1)')
  expect(targets).toContain('https://a.dev/��31mred')
})

test.each([
  ['deep', 'too-large'],
  ['deep-small', 'too-large'],
  ['surrogate', 'content'],
  ['proto', 'read'],
])('JSON that is %s ends as %s', (label, outcome) => {
  expect(report.json.find((entry) => entry.label === label)?.outcome).toBe(outcome)
})

test('a fetch that its caller gives up ends at once, before or in the middle', () => {
  expect(report.abort.map(({ outcome }) => outcome)).toEqual(['aborted', 'aborted'])
  expect(report.abort[0]?.milliseconds).toBeLessThan(1_500)
})

test('two hundred reads at once by one person are capped, and another person is served meanwhile', () => {
  expect(report.crowd.counts).toEqual({ timeout: 4, TOO_MANY_REQUESTS: 196 })
  expect(report.crowd.other).toBe('read')
  expect(report.crowd.otherMs).toBeLessThan(2_000)
})

const readingOf = (label: string) => {
  const found = report.readings.find((entry) => entry.label === label)
  if (found === undefined) throw new Error(`${label} was not read`)
  return found.reading
}

test('the keys of a right issuer are given, those of a document that names another are not', () => {
  expect(readingOf('good').jwks?.keys).toHaveLength(1)
  for (const label of ['wrong-case', 'wrong-slash', 'wrong-host', 'log']) {
    const { jwks, keys } = readingOf(label)
    expect([keys?.ok, jwks], label).toEqual([true, null])
  }
})

test.each([
  ['keys-http', 'scheme'],
  ['keys-loop', 'ip-literal'],
  ['keys-hex', 'ip-literal'],
  ['keys-mapped', 'ip-literal'],
  ['keys-imds-name', 'private-address'],
  ['keys-wire', 'private-address'],
  ['keys-rebind', 'private-address'],
  ['keys-port', 'port'],
  ['keys-user', 'user-info'],
  ['keys-file', 'scheme'],
  ['keys-long', 'too-long'],
  ['keys-redirect', 'redirect'],
  ['keys-many', 'too-large'],
  ['keys-empty-many', 'too-large'],
])('the address of the keys passes the whole guard too: %s is refused as %s', (label, reason) => {
  const { document, keys, jwks } = readingOf(label)
  expect(document.ok).toBe(true)
  expect(keys).toMatchObject({ ok: false, reason })
  expect(jwks).toBeNull()
})

test.each(['no-keys-address', 'keys-number', 'proto'])('%s names no keys to fetch', (label) => {
  const { keys, jwks } = readingOf(label)
  expect([keys, jwks]).toEqual([null, null])
})

test.each([
  ['html', 'content'],
  ['not-found', 'status'],
  ['a-imds', 'private-address'],
  ['deep', 'too-large'],
])('a document at %s is not read: %s', (label, reason) => {
  expect(readingOf(label).document).toMatchObject({ ok: false, reason })
})

test.each([
  ['key-none', 0],
  ['key-oct', 0],
  ['key-encryption', 0],
  ['key-private', 1],
  ['key-odd', 1],
  ['keys-elsewhere', 1],
])('of %s %i keys are good for RS256', (label, count) => {
  expect(readingOf(label).jwks?.keys).toHaveLength(count)
})

test('that a private part is published is told, and the part itself never', () => {
  expect(readingOf('key-private').keyFacts.map((fact) => fact.private)).toEqual([true, false])
  expect(readingOf('key-oct').keyFacts).toMatchObject([{ private: true }])
  expect(JSON.stringify(report)).not.toContain('never-shown-value')
})

test('the size of a key is told', () => {
  expect(readingOf('key-short').keyFacts).toMatchObject([{ bits: 1024 }])
})
