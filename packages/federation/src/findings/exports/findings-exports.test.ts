import { expect, test } from 'vitest'
import * as z from 'zod'
import { findingRuleIds } from '../rule-ids.ts'
import { findTrustFindings } from '../find-trust-findings.ts'
import { makeTenant } from '../testing/make-tenant.ts'
import { findingOf, reportOf } from '../testing/one-tenant.ts'
import { now } from '../testing/planted-uses.ts'
import { findingsCsv } from './findings-csv.ts'
import { findingsSarif } from './findings-sarif.ts'

const message = z.strictObject({ text: z.string().min(1) })
const level = z.enum(['none', 'note', 'warning', 'error'])
const bag = z.record(z.string(), z.unknown())

/**
 * What the schema requires, and what it forbids by `additionalProperties: false`, for the parts that are written.
 * https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json
 */
const Descriptor = z.strictObject({
  id: z.string(),
  name: z.string(),
  shortDescription: message,
  fullDescription: message,
  help: message,
  helpUri: z.url().optional(),
  defaultConfiguration: z.strictObject({ level }),
  properties: bag,
})
const Location = z.strictObject({
  physicalLocation: z.strictObject({
    artifactLocation: z.strictObject({ uri: z.string().regex(/^[^\s#?\\:]+$/) }),
  }),
  logicalLocations: z.array(
    z.strictObject({ name: z.string(), fullyQualifiedName: z.string(), kind: z.string() }),
  ),
})
const Result = z.strictObject({
  ruleId: z.string(),
  ruleIndex: z.int().min(0),
  level,
  message,
  locations: z.array(Location).min(1),
  partialFingerprints: z.record(z.string(), z.string()),
  properties: bag,
})
const Notification = z.strictObject({
  descriptor: z.strictObject({ id: z.string() }),
  associatedRule: z.strictObject({ id: z.string(), index: z.int().min(0) }),
  level,
  message,
})
const Sarif = z.strictObject({
  $schema: z.url(),
  version: z.literal('2.1.0'),
  runs: z.array(
    z.strictObject({
      tool: z.strictObject({
        driver: z.strictObject({ name: z.string(), version: z.string(), rules: z.array(Descriptor) }),
      }),
      columnKind: z.literal('utf16CodeUnits'),
      invocations: z.array(
        z.strictObject({
          executionSuccessful: z.boolean(),
          endTimeUtc: z.iso.datetime().optional(),
          toolExecutionNotifications: z.array(Notification),
        }),
      ),
      results: z.array(Result),
    }),
  ),
})

test('a tenant with every finding is a SARIF log, with one rule for each of the closed list', () => {
  const { inventory, settings } = makeTenant(3, 2_000)
  const report = findTrustFindings(inventory, settings, now)
  const log = findingsSarif(report, {
    version: '1.0.0',
    origin: 'https://trustwright.contoso.com',
    readAt: now,
  })
  const run = Sarif.parse(JSON.parse(JSON.stringify(log))).runs[0]
  expect(run?.results).toHaveLength(report.findings.length)
  expect(run?.invocations[0]?.toolExecutionNotifications).toHaveLength(report.notJudged.length)
  expect(run?.tool.driver.rules.map(({ id }) => id)).toEqual(findingRuleIds)
  expect(run?.tool.driver.rules[0]?.helpUri).toBe(
    `https://trustwright.contoso.com/findings/rules/${findingRuleIds[0]}`,
  )
  for (const { ruleId, ruleIndex } of run?.results ?? []) expect(findingRuleIds[ruleIndex]).toBe(ruleId)
})

test.each(['trust://a b?c#d', '../../etc', '\ud800', '', 'a:b'])(
  'the key %j gives a SARIF address that is relative',
  (key) => {
    const report = reportOf({ trust: { key, audiences: ['api://x'] } })
    expect(() => Sarif.parse(findingsSarif(report, { version: '1.0.0' }))).not.toThrow()
    expect(report.findings).toHaveLength(1)
  },
)

test.each([
  ['=1+1', `"'=1+1"`],
  ['+1', `"'+1"`],
  ['-1', `"'-1"`],
  ['@sum', `"'@sum"`],
  ['\t=1', `"'\t=1"`],
  [' =1', `"' =1"`],
  ['＝1', `"'＝1"`],
  ['a"b', '"a""b"'],
  ['a,b', '"a,b"'],
  ['a\r\nb', '"a\r\nb"'],
  ['plain', 'plain'],
])('a spreadsheet takes %j for a text', (name, cell) => {
  const csv = findingsCsv([findingOf('unusual-audience', { trust: { name, audiences: ['api://x'] } })])
  expect(csv).toContain(`,${cell},https://token.actions`)
})

test('every row of the CSV has a value for each column, and ends as RFC 4180 says', () => {
  const csv = findingsCsv(
    [findingOf('near-limit', { settings: { allowedIssuers: ['*'], nearLimitFrom: 1 } })],
    'https://trustwright.contoso.com',
  )
  const [head = '', row = '', end] = csv.split('\r\n')
  expect(row).toContain(',https://trustwright.contoso.com/findings/rules/near-limit,')
  expect([head.split(',').length, row.split(',').length >= 15, end]).toEqual([15, true, ''])
})
