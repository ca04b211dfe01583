import { expect, test } from 'vitest'
import * as fc from 'fast-check'
import { findTrustFindings } from './find-trust-findings.ts'
import type { FindingTrust } from './facts/inventory.ts'
import { makeTenant } from './testing/make-tenant.ts'
import { rightParent, rightTrust } from './testing/one-tenant.ts'
import { now } from './testing/planted-uses.ts'

const settings = {
  allowedIssuers: ['https://*a*a*a*a*b'],
  policies: [{ id: 'p', title: 'p', names: ['*a*a*a*b'] }],
}

function report(trusts: readonly FindingTrust[]) {
  return findTrustFindings({ trusts, parents: [rightParent], issuers: [], repositories: [] }, settings, now)
}

const oddities = [
  'https://',
  'repo:',
  ':',
  '/',
  '//',
  '@',
  '*',
  '?',
  'refs/heads/',
  "claims['sub'] matches '",
  "'",
  '\0',
  '\ud800',
  '%',
  'http://[',
  'system:serviceaccount:',
  '/eid1/c/pub/t/',
  '.well-known',
  '\u202e',
  '__proto__',
  'constructor',
]
const text = fc
  .array(fc.oneof(fc.constantFrom(...oddities), fc.string({ maxLength: 8 })), { maxLength: 12 })
  .map((parts) => parts.join(''))
const trust = fc.record({
  issuer: text,
  subject: fc.option(text),
  expression: fc.option(text),
  name: text,
  audiences: fc.array(text, { maxLength: 3 }),
})

test('no text of a trust makes a rule throw, and each trust is answered for itself', () => {
  fc.assert(
    fc.property(fc.array(trust, { minLength: 1, maxLength: 5 }), (changes) => {
      const trusts = changes.map((change, at) => ({ ...rightTrust, ...change, key: `trust-${at}` }))
      const keys = report(trusts).findings.map(({ key }) => key)
      expect(new Set(keys).size).toBe(keys.length)
    }),
    { numRuns: 1_000 },
  )
})

test.each(['https://', 'https://[', 'http://', 'https://a:b', ''])(
  'the issuer %j, which is no address, makes no platform’s rule throw',
  (issuer) => {
    const subjects = [
      'system:serviceaccount:a:b',
      'repo:a/b:pull_request',
      'owner:a:project:b:environment:c',
      's',
    ]
    const trusts = subjects.map((subject) => ({ ...rightTrust, key: subject, issuer, subject }))
    const dead = report(trusts).findings.filter(
      ({ rule }) => rule === 'cannot-match' || rule === 'issuer-not-public',
    )
    expect(dead).toHaveLength(subjects.length)
  },
)

test.each([
  ['slashes', `https://a${'/'.repeat(200_000)}`],
  ['blanks', ' '.repeat(200_000)],
  ['colons', ':'.repeat(200_000)],
  ['pieces of a subject', 'repo:a/b:'.repeat(30_000)],
  ['stars', '*a'.repeat(100_000)],
  ['opened terms', "claims['sub'] matches 'a' and ".repeat(8_000)],
])('a trust that holds %s is judged within two seconds of the processor', (_what, long) => {
  const change = { issuer: long, subject: long, name: long, audiences: [long, long] }
  const seconds = secondsOf(() => {
    report([
      { ...rightTrust, ...change },
      { ...rightTrust, ...change, key: 'b', subject: null, expression: long },
      { ...rightTrust, key: 'c', subject: long },
      { ...rightTrust, key: 'd', subject: null, expression: long },
    ])
  })
  expect(seconds).toBeLessThan(2)
})

test(
  '40,000 trusts of one parent that are all alike are judged in time that grows with their number',
  { timeout: 90_000 },
  () => {
    const trusts = Array.from({ length: 40_000 }, (_, at) => ({
      ...rightTrust,
      key: `t${at}`,
      issuer: `${rightTrust.issuer}${'/'.repeat(at % 3)}`,
    }))
    const seconds = secondsOf(() => expect(report(trusts).findings.length).toBeGreaterThan(40_000))
    expect(seconds).toBeLessThan(20)
  },
)

test(
  '10,000 trusts with every fault are judged in some seconds of the processor',
  { timeout: 90_000 },
  () => {
    const { inventory, settings: decided } = makeTenant(7, 10_000)
    const seconds = secondsOf(() => {
      expect(findTrustFindings(inventory, decided, now).findings.length).toBeGreaterThan(10_000)
    })
    expect(seconds).toBeLessThan(10)
  },
)

/** Of the processor: other work on the machine does not count. */
function secondsOf(work: () => void): number {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1_000_000
}
